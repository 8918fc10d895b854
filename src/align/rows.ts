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
import { itemAt } from '../text/item-at.js'
import { byKeys } from '../text/order.js'
import type { Pairs } from './pairs.js'
import type { MatcherModel } from './scorer.js'

type Link = { readonly i: number; readonly j: number; readonly score: number }
type Partner = { readonly item: number; readonly score: number }

export function statementRows(
  articleOf: readonly number[],
  pairs: Pairs,
  { open, join, beside }: MatcherModel['rows'],
): number[][] {
  const links = linksFrom(pairs, Math.min(open, join, beside))
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

function linksFrom({ count, i, j, joining }: Pairs, least: number): Link[] {
  const found: Link[] = []
  for (let k = 0; k < count; k++)
    if (itemAt(joining, k) >= least)
      found.push({ i: itemAt(i, k), j: itemAt(j, k), score: itemAt(joining, k) })
  return found.sort(
    byKeys(
      (link) => -link.score,
      (link) => link.i,
      (link) => link.j,
    ),
  )
}

function partnersOf(count: number, links: readonly Link[]): Map<number, number>[] {
  const partners = Array.from({ length: count }, () => new Map<number, number>())
  for (const { i, j, score } of links) {
    partners[i]?.set(j, score)
    partners[j]?.set(i, score)
  }
  return partners
}

/** What is linked with both, by the weaker of the two links, best first. */
function toBoth(i: number, j: number, partners: readonly Map<number, number>[]): Partner[] {
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
  partners: readonly Map<number, number>[],
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
