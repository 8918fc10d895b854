/**
 * Groups of quotations of one utterance: halves that two outlets print meet in the outlet that prints both, so strong
 * links join by themselves; reported wordings then join the group they are nearest to.
 *
 * In: number of quotations, their articles' numbers, scored pairs. Out: groups of item numbers.
 * Never: joins two groups over a weak link when one article has a quotation in both: it tells them apart.
 */
import { byKeys } from '../text/order.js'
import { groupsOf } from './groups.js'
import type { QuotePairs } from './quote-pairs.js'

export function quoteGroups(
  articleOf: readonly number[],
  { pairs, strong }: QuotePairs,
  threshold: number,
): number[][] {
  const links = Array.from(strong, (isStrong, k) => ({
    i: pairs.i[k] ?? 0,
    j: pairs.j[k] ?? 0,
    score: pairs.score[k] ?? 0,
    isStrong: isStrong === 1,
  }))
  const groups = groupsOf(
    articleOf.length,
    links.filter((link) => link.isStrong).map(({ i, j }) => [i, j]),
  )
  const groupOf = new Map(groups.flatMap((group) => group.map((i) => [i, group] as const)))
  const weak = links
    .filter((link) => !link.isStrong && link.score >= threshold)
    .sort(
      byKeys(
        (link) => -link.score,
        (link) => link.i,
        (link) => link.j,
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
