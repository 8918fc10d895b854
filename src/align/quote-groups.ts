/**
 * Groups of quotations of one utterance: halves that two outlets print meet in the outlet that prints both, so strong
 * links join by themselves; reported wordings then join the group they are nearest to.
 *
 * In: number of quotations, their articles' numbers, scored pairs. Out: groups of item numbers.
 * Never: joins two groups over a weak link when one article has a quotation in both: it tells them apart.
 */
import { byKeys } from '../text/order.js'
import { groupsOf } from './groups.js'
import type { QuotePair } from './quote-pairs.js'

export function quoteGroups(
  articleOf: readonly number[],
  pairs: readonly QuotePair[],
  threshold: number,
): number[][] {
  const groups = groupsOf(
    articleOf.length,
    pairs.filter((pair) => pair.strong).map(({ i, j }) => [i, j]),
  )
  const groupOf = new Map(groups.flatMap((group) => group.map((i) => [i, group] as const)))
  const weak = pairs
    .filter((pair) => !pair.strong && pair.score >= threshold)
    .sort(
      byKeys(
        (pair) => -pair.score,
        (pair) => pair.i,
        (pair) => pair.j,
      ),
    )
  for (const { i, j } of weak) {
    const [a, b] = [groupOf.get(i), groupOf.get(j)]
    if (!a || !b || a === b) continue
    const articles = new Set(a.map((k) => articleOf[k]))
    if (b.some((k) => articles.has(articleOf[k]))) continue
    const joined = [...a, ...b].sort((x, y) => x - y)
    for (const k of joined) groupOf.set(k, joined)
  }
  return [...new Set(groupOf.values())].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
}
