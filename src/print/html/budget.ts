/**
 * Keeps lists of a page within a size: markup is made item by item until there is enough of it. What the texts leave free
 * of the page goes to the claims and the quotations.
 *
 * In: items in order of importance, how to render one, limits. Out: markup and how many items are left out.
 */
import type { Report } from '../../model/report.js'
import type { Markup } from './markup.js'
import { mostCharacters } from './passages.js'

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

/**
 * A page of ten reports stays below 1.5 MB, one of more has more in the same measure. Findings are held by view.ts; tables,
 * pictures, style and script need the rest.
 */
const page = 1_420_000
const forReports = 10
const findingsAndTables = 480_000

/** Characters of markup for the claims and for the quotations, so that the texts, which are always whole, have their room. */
export function roomFor({ articles }: Report): { readonly claims: number; readonly quotes: number } {
  const texts = articles.reduce(
    (sum, { text }) => sum + 20_000 + 3 * Math.min(text.length, mostCharacters),
    0,
  )
  const left = page * Math.max(1, articles.length / forReports) - findingsAndTables - texts
  return { claims: between(120_000, left * 0.65, 550_000), quotes: between(70_000, left * 0.35, 300_000) }
}

function between(least: number, number: number, most: number): number {
  return Math.max(least, Math.min(most, number))
}
