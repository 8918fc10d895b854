/** Connected groups of numbers 0..count-1 under links: each ascending, ordered by their first. */
import { Roots } from '../text/roots.js'

export function groupsOf(count: number, links: readonly (readonly [number, number])[]): number[][] {
  const roots = new Roots(count)
  for (const [a, b] of links) roots.join(a, b)
  return roots.groups()
}
