/**
 * Rows: groups of claims that make one statement, without chains.
 *
 * A row opens with the two claims of two reports that are surest to say the same; each further member is held against both
 * of them, never against a third. The best pair goes first, and a claim stands in one row alone. So the same holds at twenty
 * reports: nothing comes in because it is like something that came in.
 *
 * In:    the article of each item; scored pairs of two articles each; the limits. Out: rows of item numbers, the two that
 *        opened it first. Items in no row are left out.
 * Never: depends on the order of the pairs; ties go to the lowest item numbers.
 */
import { byKeys } from '../text/order.js'
import { partnersOf, type MatcherModel, type Pair, type Partners } from './matcher.js'

type Partner = { readonly item: number; readonly score: number }

export function statementRows(
  articleOf: readonly number[],
  pairs: readonly Pair[],
  { open, join, beside }: MatcherModel['claims']['rows'],
): number[][] {
  const least = Math.min(open, join, beside)
  const links = pairs
    .filter(({ score }) => score >= least)
    .sort(
      byKeys(
        ({ score }) => -score,
        ({ i }) => i,
        ({ j }) => j,
      ),
    )
  const partners = partnersOf(articleOf.length, links)
  const taken = new Uint8Array(articleOf.length)
  const rows = new Array<number[]>()
  for (const { i, j, score } of links) {
    if (score < open) break
    if (taken[i] === 1 || taken[j] === 1) continue
    const row = [i, j]
    const told = new Set([articleOf[i], articleOf[j]])
    for (const { item, score: least } of toBoth(i, j, partners)) {
      if (taken[item] === 1 || told.has(articleOf[item]) || least < join) continue
      told.add(articleOf[item])
      row.push(item)
    }
    for (const item of row) taken[item] = 1
    rows.push(row)
  }
  for (const { item, row } of seconds(rows, articleOf, partners, beside)) {
    if (taken[item] === 1) continue
    taken[item] = 1
    rows[row]?.push(item)
  }
  return rows
}

/** What is linked with both, by the weaker of the two links, best first. */
function toBoth(i: number, j: number, partners: Partners): Partner[] {
  return [...(partners[i] ?? [])]
    .flatMap(([item, score]) => {
      const other = partners[j]?.get(item)
      return other === undefined ? [] : [{ item, score: Math.min(score, other) }]
    })
    .sort(
      byKeys(
        (partner) => -partner.score,
        (partner) => partner.item,
      ),
    )
}

/** A report's other claims that say the same as well: each is held against those of the first two that are another's. */
function seconds(
  rows: readonly (readonly number[])[],
  articleOf: readonly number[],
  partners: Partners,
  beside: number,
): (Partner & { readonly row: number })[] {
  return rows
    .flatMap((members, row) => {
      const [i = 0, j = 0] = members
      const near = new Set([...(partners[i]?.keys() ?? []), ...(partners[j]?.keys() ?? [])])
      return [...near].flatMap((item) => {
        const against = [i, j].filter((opener) => articleOf[opener] !== articleOf[item])
        const score = Math.min(...against.map((opener) => partners[opener]?.get(item) ?? 0))
        return members.includes(item) || score < beside ? [] : [{ item, score, row }]
      })
    })
    .sort(
      byKeys(
        (partner) => -partner.score,
        (partner) => partner.row,
        (partner) => partner.item,
      ),
    )
}
