/**
 * The columns of the claims: at many reports, those that tell alike stand together, as a few profiles and the outliers.
 *
 * In: a Report and its labels. Out: labels in the order of the columns, and the profiles; none for few reports.
 * Never: a profile set above another, or drawn from anything but the states of the cells.
 */
import type { Report } from '../model/report.js'
import { quantise } from '../text/quantise.js'
import type { ArticleLabel, Labels } from './labels.js'
import { stateOf } from './synopsis.js'
import { count } from './words.js'
import { itemAt } from '../text/item-at.js'

export type ReportProfile = { readonly name: string; readonly labels: readonly ArticleLabel[] }

const manyReports = 12
const mostProfiles = 4
/** Reports that agree on fewer of the cells are not said to tell alike. */
const leastAlike = 0.6

export function columnsOf(
  report: Report,
  { all }: Labels,
): { readonly columns: readonly ArticleLabel[]; readonly profiles: readonly ReportProfile[] } {
  const columns = all.filter(({ article }) => article.role !== 'reference')
  const rows = report.claims.filter(({ texts }) => texts > 1)
  if (columns.length < manyReports || rows.length === 0) return { columns: all, profiles: [] }
  const groups = grouped(
    columns,
    rows.map((column) => columns.map(({ article }) => stateOf(article, column))),
  )
  const several = groups.filter((group) => group.length > 1).slice(0, mostProfiles)
  const apart = columns.filter((label) => !several.some((group) => group.includes(label)))
  const profiles = [
    ...several.map((labels) => ({ name: `${count(labels.length, 'report')} alike`, labels })),
    ...(apart.length === 0 ? [] : [{ name: `${count(apart.length, 'report')} apart`, labels: apart }]),
  ]
  const others = all.filter((label) => !columns.includes(label))
  return { columns: [...profiles.flatMap(({ labels }) => labels), ...others], profiles }
}

/** Joined by average likeness, the most alike first, until those left are too unlike; the largest first. */
function grouped(
  columns: readonly ArticleLabel[],
  rows: readonly (readonly string[])[],
): readonly (readonly ArticleLabel[])[] {
  const like = columns.map((_, a) =>
    columns.map((__, b) => rows.filter((states) => states[a] === states[b]).length / rows.length),
  )
  let groups = columns.map((_, place) => [place])
  for (;;) {
    let best: { readonly a: number; readonly b: number; readonly score: number } | null = null
    for (const [a, one] of groups.entries())
      for (const [b, other] of groups.entries()) {
        if (b <= a) continue
        const pairs = one.flatMap((x) => other.map((y) => itemAt(itemAt(like, x), y)))
        const score = quantise(pairs.reduce((sum, share) => sum + share, 0) / pairs.length)
        if (score >= leastAlike && (best === null || score > best.score)) best = { a, b, score }
      }
    if (best === null) break
    const { a, b } = best
    const joined = [...itemAt(groups, a), ...itemAt(groups, b)].sort((x, y) => x - y)
    groups = groups.flatMap((group, index) => (index === a ? [joined] : index === b ? [] : [group]))
  }
  return groups
    .sort((a, b) => b.length - a.length || itemAt(a, 0) - itemAt(b, 0))
    .map((group) => group.map((place) => itemAt(columns, place)))
}
