/**
 * Keeps lists of a page within a size: markup is made item by item until there is enough of it.
 *
 * In: items in order of importance, how to render one, limits. Out: markup and how many items are left out.
 */
import type { Markup } from './markup.js'

export type Limits = {
  readonly items: number
  /** Characters of markup. */
  readonly size: number
}

export function withinLimits<T>(
  items: readonly T[],
  limits: Limits,
  render: (item: T) => Markup,
): { readonly shown: readonly Markup[]; readonly left: number } {
  const shown: Markup[] = []
  let size = 0
  for (const item of items.slice(0, limits.items)) {
    const markup = render(item)
    size += markup.length
    if (size > limits.size && shown.length > 0) break
    shown.push(markup)
  }
  return { shown, left: items.length - shown.length }
}
