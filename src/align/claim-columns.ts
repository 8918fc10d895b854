/** Claim columns: one for each assertion; every claim stands in one, the best passage of a cell first. Never: joined through a third. */
import type { ClaimColumn, PresentCell } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Claim, Quantity } from '../model/annotation.js'
import type { BlockKind } from '../model/article.js'
import { firstBy, sortedBy } from '../text/order.js'
import { chance, logit } from '../text/logistic.js'
import { quantise } from '../text/quantise.js'
import { certaintyOf } from './certainty.js'
import { type ColumnsOf, drawColumns, type Held, placeForm } from './columns.js'
import type { Event } from './event.js'
import type { Lexicon } from '../likeness/lexicon.js'
import { areDenied, areOpposite } from '../likeness/acts.js'
import { coverOf } from '../likeness/weighted-words.js'
import {
  matcherModel,
  scoredPairs,
  sureness,
  partnersOf,
  type MatcherModel,
  type Pair,
  type Partners,
} from './matcher.js'
import { claimMention, type Item } from './mention.js'
import { opposed } from './opposites.js'
import { sourcingOf } from './sourcing.js'
import { areApart, unitsOf, type UnitOf } from './unit.js'
import { withVerdicts } from './verdicts.js'
import { itemAt } from '../text/item-at.js'
import type { Span } from '../model/span.js'
import { overlap } from '../text/spans.js'
import { addOnce } from '../text/grouped.js'
import { normalText } from '../text/trimmed.js'

type ClaimItem = Item & UnitOf & { readonly claim: Claim }

/** How many open a row (rows.ts). */
const OPENERS = 2

export function claimColumns(event: Event): ColumnsOf<ClaimColumn> {
  const items = event.articles.flatMap((article, number) => claimItems(article, number, event.lexicon))
  const { rows, cell } = matcherModel().claims
  const scored = scoredPairs(items, 'claims', event)
  const pairs = { ...scored, found: withVerdicts(scored.found, items, event) }
  const linked = statementRows(
    items.map(({ number }) => number),
    pairs.found,
    rows,
    (one, other) => areApart(itemAt(items, one).unit, itemAt(items, other).unit),
  )
  const inRow = new Set(linked.flat())
  const alone = [...items.keys()].filter((i) => !inRow.has(i)).map((i) => [i])
  const drawn = drawColumns(event, items, [...linked, ...alone], pairs, {
    prefix: 'cc',
    sure: (score) => sureness(cell, score),
    fullest: fullestClaim,
    label: nameOf,
    cell: (own, held) => readCell(own, held, event.lexicon),
  })
  return { columns: drawn.map(({ shape }) => shape), passedOver: pairs.passedOver }
}

/** One of the two that opened the row, since every other member says what both say; a torn one only if all are torn. */
function nameOf(members: readonly ClaimItem[]): ClaimItem {
  const openers = members.slice(0, OPENERS)
  const whole = [openers.filter(standsAlone), members.filter(standsAlone)].find(({ length }) => length > 0)
  return plainest(whole ?? openers)
}

/** The claims of an article in order, ready to be compared. */
export function claimItems(article: AnnotatedArticle, number: number, lexicon: Lexicon): ClaimItem[] {
  const claims = sortedBy(article.claims, (claim) => [claim.start, claim.end])
  const placed = claims.map((claim) => ({
    mention: claimMention(article, claim),
    quote: article.quotes.find(({ id }) => id === claim.quote),
    quotation: false,
  }))
  return unitsOf(article, placed, lexicon).map((unit, k) => ({
    article,
    claim: itemAt(claims, k),
    mention: itemAt(placed, k).mention,
    unit,
    number,
  }))
}

/** The one with most matter; headlines last; then by words, so that order of input says nothing. */
function fullestClaim(items: readonly ClaimItem[]): ClaimItem {
  const inHeadline = (item: ClaimItem): number =>
    item.article.headline && item.mention.start < item.article.headline.end ? 1 : 0
  return itemAt(
    sortedBy(items, (item) => [
      inHeadline(item),
      -quantise(item.unit.passage.own.total),
      item.article.text.slice(item.claim.start, item.claim.end),
      item.claim.id,
    ]),
    0,
  )
}

function readCell(
  own: readonly ClaimItem[],
  { fullest, named, members }: Held<ClaimItem>,
  lexicon: Lexicon,
): Pick<PresentCell, 'form' | 'stance' | 'certainty' | 'value' | 'sourcing'> {
  const hedged = own.every((item) => item.claim.hedged)
  const told = inFull(own).map(({ mention }) => mention)
  const kind = columnKind(members)
  const values = kind === null ? [] : valuesOf(own, kind)
  const form = own.some((item) => normalText(textOf(item)) === normalText(textOf(fullest)))
    ? 'verbatim'
    : (placeForm(own) ?? (hedged && !fullest.claim.hedged ? 'weaker' : 'paraphrased'))
  return {
    form,
    stance: stanceOf(own, named, { kind, values, lexicon }),
    certainty: certaintyOf(told),
    ...(values[0] === undefined ? {} : { value: values[0] }),
    ...(own[0] ? { sourcing: sourcingOf(own[0].article, told) } : {}),
  }
}

/** Blocks that say in short what the text below them tells. */
const ABRIDGING: ReadonlySet<BlockKind> = new Set(['headline', 'standfirst', 'subhead'])

/** They abridge: how sure a thing is and on whose word is told by the body, where it tells it. */
function inFull(own: readonly ClaimItem[]): readonly ClaimItem[] {
  const body = own.filter(
    ({ article, mention }) =>
      !article.blocks.some(
        ({ kind, start, end }) => ABRIDGING.has(kind) && start <= mention.start && mention.end <= end,
      ),
  )
  return body.length > 0 ? body : own
}

/** Least share of each side's matter that stands in the other where the one denies what the other says. */
const NEARLY_ALL = 0.75

/** Against the telling that names the row: the opposite of it, another value, or the same. */
function stanceOf(
  own: readonly ClaimItem[],
  named: ClaimItem,
  { kind, values, lexicon }: { kind: string | null; values: readonly string[]; lexicon: Lexicon },
): PresentCell['stance'] {
  if (own.every((item) => item !== named && denies(item, named, lexicon))) return 'denies'
  const theirs = kind === null ? [] : valuesOf([named], kind)
  return areOthers(kind, values, theirs) ? 'other-value' : 'asserts'
}

/** Of several values on a side nobody can tell which answers which; and what lies far apart is of two things, as "two hours" and "two days" are. */
function areOthers(
  kind: string | null,
  [a, ...more]: readonly string[],
  [b, ...others]: readonly string[],
): boolean {
  if (a === undefined || b === undefined || a === b || more.length + others.length > 0) return false
  if (kind === 'date') {
    const days = [a, b].every((value) => isoDay.test(value))
    return days && Math.abs(Date.parse(a) - Date.parse(b)) <= mostDays * msOfDay
  }
  const [one, other] = [a, b].map((value) => amountWithUnit.exec(value)?.slice(1) ?? [])
  const [low = 0, high = 0] = [Number(one?.[1]), Number(other?.[1])].sort((x, y) => x - y)
  return one?.[0] === other?.[0] && one?.[2] === other?.[2] && low > 0 && high <= mostTimes * low
}

const isoDay = /^\d{4}-\d\d-\d\d$/u
/** "P", "3", "D"; "", "3", " cable". */
const amountWithUnit = /^(PT?)?(\d+(?:\.\d+)?)([HMSDWY]| .*)?$/u
const msOfDay = 86_400_000
const [mostDays, mostTimes] = [6, 1.6]

/** A negation between two that share less is a negation of something else, and so is one that no verb of both is told with. */
function denies(a: ClaimItem, b: ClaimItem, lexicon: Lexicon): boolean {
  const { ab, ba } = coverOf(a.unit.passage.plain, b.unit.passage.plain, lexicon)
  const [ours, theirs] = [a.unit.said, b.unit.said]
  return (
    Math.min(ab, ba) >= NEARLY_ALL &&
    opposed(textOf(a), textOf(b), { near: 2 }) &&
    (areDenied(ours, theirs) || areOpposite(ours, theirs))
  )
}

function textOf(item: ClaimItem): string {
  return item.article.text.slice(item.claim.start, item.claim.end)
}

type Valued = { readonly article: AnnotatedArticle; readonly claim: Span }

/** Kind and unit: what makes two values comparable. */
function quantityKind({ kind, unit }: Quantity): string {
  return unit === null ? kind : `${kind} ${unit}`
}

function quantitiesOf({ article, claim }: Valued): Quantity[] {
  return article.quantities.filter((quantity) => overlap(quantity, claim) > 0)
}

/** The kind that most articles of the column give; null when no two do. */
function columnKind(members: readonly Valued[]): string | null {
  const articles = new Map<string, Set<string>>()
  for (const member of members)
    for (const quantity of quantitiesOf(member)) addOnce(articles, quantityKind(quantity), member.article.id)
  const top = firstBy(articles, ([kind, ids]) => [-ids.size, kind])
  return top && top[1].size > 1 ? top[0] : null
}

/** The values of that kind in some of the members, each once, in order of the text. */
function valuesOf(members: readonly Valued[], kind: string): string[] {
  const found = members.flatMap(quantitiesOf).filter((quantity) => quantityKind(quantity) === kind)
  return [...new Set(found.map(({ value, unit }) => (unit === null ? value : `${value} ${unit}`)))]
}

// ---- rows

type Partner = { readonly item: number; readonly score: number }

export function statementRows(
  articleOf: readonly number[],
  pairs: readonly Pair[],
  { open, join, beside }: MatcherModel['claims']['rows'],
  /** Two items that never stand in one row, whatever links them through others. */
  areApart: (one: number, other: number) => boolean = () => false,
): number[][] {
  const least = Math.min(open, join, beside)
  const links = pairs
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j)
  const partners = partnersOf(articleOf.length, links)
  const taken = new Uint8Array(articleOf.length)
  const rows = new Array<number[]>()
  for (const { i, j, score } of links) {
    if (score < open) break
    if (taken[i] === 1 || taken[j] === 1) continue
    const row = [i, j]
    const told = new Set([articleOf[i], articleOf[j]])
    for (const { item, score: both } of toBoth(i, j, partners, join)) {
      if (taken[item] === 1 || told.has(articleOf[item]) || both < open) continue
      if (row.some((member) => areApart(member, item))) continue
      told.add(articleOf[item])
      row.push(item)
    }
    for (const item of row) taken[item] = 1
    rows.push(row)
  }
  for (const { item, row } of seconds(rows, articleOf, partners, beside)) {
    const members = itemAt(rows, row)
    if (taken[item] === 1 || members.some((member) => areApart(member, item))) continue
    taken[item] = 1
    members.push(item)
  }
  return rows
}

/** What is linked with both, by the mean log odds of the two links, best first: the surer one speaks for the other. */
function toBoth(i: number, j: number, partners: Partners, join: number): Partner[] {
  return sortedBy(
    [...(partners[i] ?? [])].flatMap(([item, score]) => {
      const other = partners[j]?.get(item)
      if (other === undefined || Math.min(score, other) < join) return []
      return [{ item, score: quantise(chance((logit(score, 1e-3) + logit(other, 1e-3)) / 2)) }]
    }),
    (partner) => [-partner.score, partner.item],
  )
}

/** A report's other claims that say the same as well: each is held against those of the first two that are another's. */
function seconds(
  rows: readonly (readonly number[])[],
  articleOf: readonly number[],
  partners: Partners,
  beside: number,
): (Partner & { readonly row: number })[] {
  return sortedBy(
    rows.flatMap((members, row) => {
      const [i = 0, j = 0] = members
      const near = new Set([...(partners[i]?.keys() ?? []), ...(partners[j]?.keys() ?? [])])
      return [...near].flatMap((item) => {
        const against = [i, j].filter((opener) => articleOf[opener] !== articleOf[item])
        const score = Math.min(...against.map((opener) => partners[opener]?.get(item) ?? 0))
        return members.includes(item) || score < beside ? [] : [{ item, score, row }]
      })
    }),
    (partner) => [-partner.score, partner.row, partner.item],
  )
}

// ---- plainest

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

function plainest<T extends LinkedClaim>(items: readonly T[]): T {
  const tellers = tellersOfWords(items)
  const reports = new Set(items.map(({ number }) => number)).size
  return itemAt(
    sortedBy(items, (item) => [
      -quantise(commonMatter(item, tellers, reports) * (standsAlone(item) ? 1 : TORN)),
      wordsOf(item),
      item.claim.id,
    ]),
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
function standsAlone(item: LinkedClaim): boolean {
  const [word = ''] = /[\p{L}’']+/u.exec(wordsOf(item).toLowerCase()) ?? []
  return item.article.sentences.some(({ start }) => start === item.claim.start) && !POINTS_BACK.has(word)
}

function wordsOf({ article, claim }: LinkedClaim): string {
  return article.text.slice(claim.start, claim.end)
}
