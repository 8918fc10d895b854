/**
 * The plainest telling of a claim column: the one with most of what the reports tell in common and least beside it, so
 * that a column's label holds no detail which one report alone tells.
 */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Span } from '../model/span.js'
import { byKeys } from '../text/order.js'
import { quantise } from '../text/quantise.js'
import type { UnitOf } from './unit.js'
import { addOnce } from '../text/grouped.js'
import { itemAt } from '../text/item-at.js'

type LinkedClaim = UnitOf & {
  readonly article: AnnotatedArticle
  readonly claim: Span & { readonly id: string }
}

/** A clause torn from its sentence, or one that points back, reads badly as a label. */
const TORN = 0.6
const POINTS_BACK = new Set(
  'that which who whom whose where when it its this these those he she they them his her their him and but or so as to because if while'.split(
    ' ',
  ),
)

export function plainest<T extends LinkedClaim>(items: readonly T[]): T {
  const tellers = tellersOfWords(items)
  const reports = new Set(items.map(({ number }) => number)).size
  return itemAt(
    [...items].sort(
      byKeys(
        (item) => -quantise(commonMatter(item, tellers, reports) * (standsAlone(item) ? 1 : TORN)),
        textOf,
        (item) => item.claim.id,
      ),
    ),
    0,
  )
}

/** How many reports use each word in their telling. */
function tellersOfWords(items: readonly LinkedClaim[]): ReadonlyMap<number, number> {
  const reports = new Map<number, Set<number>>()
  for (const { unit, number } of items)
    for (const word of unit.passage.own.words) addOnce(reports, word, number)
  return new Map([...reports].map(([word, { size }]) => [word, size]))
}

/** Weight of the words shared with other reports, each by the share of them, times the part this is of all its words. */
function commonMatter(item: LinkedClaim, tellers: ReadonlyMap<number, number>, reports: number): number {
  const { words, weights, total } = item.unit.passage.own
  let common = 0
  words.forEach((word, i) => {
    const others = (tellers.get(word) ?? 1) - 1
    common += (itemAt(weights, i) * others) / Math.max(1, reports - 1)
  })
  return total === 0 ? 0 : (common * common) / total
}

/** It begins its sentence, and with no word that points back. */
export function standsAlone(item: LinkedClaim): boolean {
  const [word = ''] = /[\p{L}’']+/u.exec(textOf(item).toLowerCase()) ?? []
  return item.article.sentences.some(({ start }) => start === item.claim.start) && !POINTS_BACK.has(word)
}

function textOf({ article, claim }: LinkedClaim): string {
  return article.text.slice(claim.start, claim.end)
}
