/**
 * Groups of quotations of one utterance: halves that two outlets print meet in the outlet that prints both, so strong
 * links join by themselves; reported wordings then join the group they are nearest to.
 *
 * In: number of quotations, their articles' numbers, scored pairs. Out: groups of item numbers.
 * Never: joins two groups over a weak link when one article has a quotation in both: it tells them apart; nor by one near
 * pair among many that are not.
 */
import { byKeys } from '../text/order.js'
import { quantise } from '../text/quantise.js'
import { groupsOf } from './groups.js'
import type { QuotePairs } from './quote-pairs.js'

/**
 * Two groups that stand by themselves are joined when their pairs are one utterance more often than not: among many
 * pairs of two utterances one is always near by chance.
 */
const EVEN = 0.5

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
  const scores = new Map(links.map(({ i, j, score }) => [i * articleOf.length + j, score]))
  const scoreOf: ScoreOf = (i, j) => scores.get(Math.min(i, j) * articleOf.length + Math.max(i, j))
  for (const { i, j } of weak) {
    const [a, b] = [groupOf.get(i), groupOf.get(j)]
    if (!a || !b || a === b) continue
    const articles = new Set(a.map((k) => articleOf[k]))
    if (b.some((k) => articles.has(articleOf[k]))) continue
    if (a.length > 1 && b.length > 1 && meanScore(a, b, scoreOf) <= EVEN) continue
    const joined = [...a, ...b].sort((x, y) => x - y)
    for (const k of joined) groupOf.set(k, joined)
  }
  return [...new Set(groupOf.values())].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
}

/** Of the pairs between two groups that were scored; large events leave some out. */
function meanScore(a: readonly number[], b: readonly number[], scoreOf: ScoreOf): number {
  const found = a.flatMap((i) => b.flatMap((j) => scoreOf(i, j) ?? []))
  return found.length === 0 ? 0 : quantise(found.reduce((sum, score) => sum + score, 0) / found.length)
}

type ScoreOf = (i: number, j: number) => number | undefined
