/** Columns: from groups of mentions to a cell for every article, in order of salience, then id. Never: absent where it could not look. */
import type { Cell, Form, PresentCell, Independence } from '../model/alignment.js'
import type { Span } from '../model/span.js'
import { contentId } from '../text/hash.js'
import { sortedBy } from '../text/order.js'
import { quantise } from '../text/quantise.js'
import { sliceSpans, overlap, spanLength } from '../text/spans.js'
import type { Event } from './event.js'
import { partnersOf, type Pairs, type Partners } from './matcher.js'
import type { Item } from './mention.js'
import { tooDense, unknownReason } from './unknown.js'
import { grouped, kept } from '../text/grouped.js'
import { itemAt } from '../text/item-at.js'
import { normalText } from '../text/trimmed.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import { groupsOf } from '../text/roots.js'

/** What a cell is held against: its column's fullest telling, the one that names it, and all of them. */
export type Held<T extends Item> = {
  readonly fullest: T
  readonly named: T
  readonly members: readonly T[]
}

/** What claims and quotes tell differently: asked for each cell of a column. */
export type Readings<T extends Item> = {
  readonly prefix: string
  /** How sure a cell is that a pair of this score holds in its row. */
  readonly sure: (score: number) => number
  readonly fullest: (items: readonly T[]) => T
  /** The telling whose words name the column. */
  readonly label: (items: readonly T[], fullest: T) => T
  readonly cell: (
    items: readonly T[],
    column: Held<T>,
  ) => Pick<PresentCell, 'form' | 'stance' | 'certainty' | 'value' | 'sourcing'>
}

type Shape = {
  readonly id: string
  readonly label: string
  readonly salience: number
  readonly texts: number
  readonly cells: Readonly<Record<string, Cell>>
  readonly fullest: { readonly article: string; readonly spans: readonly Span[] }
}

export type Drawn<T extends Item> = { readonly shape: Shape; readonly items: readonly T[] }

/** Columns, and the numbers of articles some of whose passages were not compared. */
export type ColumnsOf<C> = { readonly columns: C[]; readonly passedOver: Pairs['passedOver'] }

const LABEL_LENGTH = 140

export function drawColumns<T extends Item>(
  event: Event,
  items: readonly T[],
  groups: readonly (readonly number[])[],
  pairs: Pairs,
  readings: Readings<T>,
): Drawn<T>[] {
  const partners = partnersOf(items.length, pairs.found)
  const seen = new Map<string, number>()
  return sortedBy(
    groups.map((group) => {
      const members = group.flatMap((i) => items[i] ?? [])
      const id = columnId(readings.prefix, members)
      const nth = (seen.get(id) ?? 0) + 1
      seen.set(id, nth)
      const met = meetings(group, items, partners)
      return {
        shape: shapeOf(event, nth === 1 ? id : `${id}-${nth}`, members, met, pairs.passedOver, readings),
        items: members,
      }
    }),
    (column) => [-column.shape.salience, column.shape.id],
  )
}

function columnId(prefix: string, members: readonly Item[]): string {
  const words = members.map(({ article, mention }) => normalText(sliceSpans(article.text, mention.spans)))
  return contentId(prefix, ...[...new Set(words)].sort())
}

function shapeOf<T extends Item>(
  event: Event,
  id: string,
  members: readonly T[],
  met: ReadonlyMap<number, Meeting>,
  passedOver: Pairs['passedOver'],
  readings: Readings<T>,
): Shape {
  const fullest = readings.fullest(members)
  const named = readings.label(members, fullest)
  const byArticle = grouped(members, ({ number }) => [number])
  const told = event.articles.flatMap((article, number) => {
    const own = byArticle.get(number)
    return own ? [{ article, spans: own.flatMap((item) => item.mention.spans) }] : []
  })
  const texts = independentTexts(
    told.map(({ article, spans }) => [article.id, spans] as const),
    event.independence,
  )
  const cells = Object.fromEntries(
    event.articles.map((article, number): [string, Cell] => {
      const own = byArticle.get(number)
      const reason = unknownReason(article) ?? (passedOver.has(number) ? tooDense : null)
      if (own) {
        const confidence = byArticle.size > 1 ? readings.sure(met.get(number)?.linked ?? 0) : 1
        const mentions = own.map((item) => item.mention)
        return [
          article.id,
          { state: 'present', ...readings.cell(own, { fullest, named, members }), mentions, confidence },
        ]
      }
      return [
        article.id,
        reason === null ? absentCell(met.get(number), readings.sure) : { state: 'unknown', reason },
      ]
    }),
  )
  return {
    id,
    label: label(sliceSpans(named.article.text, named.mention.spans)),
    salience: salience(
      told.map(({ article, spans }) => prominence(article, spans)),
      texts,
      event.independence.groups.length,
    ),
    texts,
    cells,
    fullest: { article: fullest.article.id, spans: fullest.mention.spans },
  }
}

function label(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (line.length <= LABEL_LENGTH) return line
  const cut = line.slice(0, LABEL_LENGTH)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LABEL_LENGTH - 30))}…`
}

/** Headline mentions alone, or told only in the last third while the fullest version stands earlier. */
export function placeForm(own: readonly Item[]): Extract<Form, 'headline-only' | 'late'> | null {
  const article = own[0]?.article
  if (!article) return null
  const headline = article.headline
  if (headline && own.every((item) => item.mention.start < headline.end)) return 'headline-only'
  const late = article.text.length * (2 / 3)
  return own.every((item) => item.mention.start > late) ? 'late' : null
}

type Near = { readonly item: Item; readonly score: number }

type Meeting = {
  /** Best score of a pair of two members, one of them of this article. */
  linked: number
  /** The item of this article, no member, that makes the best pair with a member, and that pair's score. */
  nearest: Near | null
}

/** What each article, by its number, has that came near the group: the passage that was rejected, the link that holds its own in. */
function meetings(
  group: readonly number[],
  items: readonly Item[],
  partners: Partners,
): ReadonlyMap<number, Meeting> {
  const met = new Map<number, Meeting>()
  const members = new Set(group)
  for (const i of group)
    for (const [other, score] of partners[i] ?? []) {
      const item = itemAt(items, other)
      const meeting = kept(met, item.number, (): Meeting => ({ linked: 0, nearest: null }))
      if (members.has(other)) meeting.linked = Math.max(meeting.linked, score)
      else if (nearer({ item, score }, meeting.nearest)) meeting.nearest = { item, score }
    }
  return met
}

function nearer(one: Near, best: Near | null): boolean {
  if (best === null) return true
  return one.score === best.score ? one.item.mention.start < best.item.mention.start : one.score > best.score
}

/** The passage that came closest to any of the column's, and how sure that leaves the absence before the second search. */
function absentCell(met: Meeting | undefined, sure: (score: number) => number): Cell {
  if (!met?.nearest) return { state: 'absent', confidence: 1, nearest: null }
  const { item, score } = met.nearest
  const { start, end } = item.mention
  return { state: 'absent', confidence: quantise(1 - sure(score)), nearest: { start, end } }
}

function prominence(article: AnnotatedArticle, spans: readonly Span[]): number {
  return Math.max(
    0,
    ...spans.map((span) => {
      if (article.headline && span.start < article.headline.end) return 1
      const body = article.headline ? article.headline.end : 0
      const length = Math.max(1, article.text.length - body)
      return 0.8 - 0.6 * Math.min(1, Math.max(0, span.start - body) / length)
    }),
  )
}

function salience(prominences: readonly number[], texts: number, allTexts: number): number {
  if (prominences.length === 0) return 0
  const mean = prominences.reduce((sum, value) => sum + value, 0) / prominences.length
  return quantise(0.5 * mean + 0.5 * Math.min(1, texts / Math.max(1, allTexts)))
}

// ---- independent texts

export function independentTexts(
  mentions: readonly (readonly [article: string, spans: readonly Span[]])[],
  { groups, shared }: Independence,
): number {
  const links: [number, number][] = []
  const join = (members: readonly number[]): void => {
    for (const i of members.slice(1)) links.push([members[0] ?? i, i])
  }
  for (const group of groups)
    join(mentions.flatMap(([article, spans], i) => (spans.length > 0 && group.includes(article) ? [i] : [])))
  for (const passage of shared) {
    const inside = mentions.flatMap(([article, spans], i) => {
      const copy = passage.spans.filter((span) => span.article === article)
      return spans.length > 0 && spans.every((span) => within(span, copy)) ? [i] : []
    })
    join(inside)
  }
  return groupsOf(mentions.length, links).length
}

/** Most of the span stands in the shared copy. */
function within(span: Span, copy: readonly Span[]): boolean {
  const common = copy.reduce((sum, piece) => sum + overlap(span, piece), 0)
  return common >= 0.8 * spanLength(span)
}
