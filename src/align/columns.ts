/**
 * Columns: from groups of mentions to a column with a cell for every article.
 *
 * In:    the event; items (one a claim or quote) in canonical order; groups of item numbers; scored pairs.
 * Out:   columns without their ids' clashes, in order of salience, then id.
 * Never: leaves an article without a cell, or says absent where it could not look.
 */
import type { Cell, Form, Mention, PresentCell } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Span } from '../model/span.js'
import { contentId } from '../text/hash.js'
import { byKeys } from '../text/order.js'
import { quantise } from '../text/quantise.js'
import { sliceSpans } from '../text/spans.js'
import type { ScoredPair } from './cluster.js'
import type { Event } from './event.js'
import { independentTexts } from './independent-texts.js'
import { prominence, salience } from './salience.js'
import { unknownReason } from './unknown.js'

export type Item = {
  readonly article: AnnotatedArticle
  readonly mention: Mention
}

/** What claims and quotes tell differently: asked for each cell of a column. */
export type Readings<T extends Item> = {
  readonly prefix: string
  readonly fullest: (items: readonly T[]) => T
  readonly cell: (
    items: readonly T[],
    fullest: T,
    column: readonly T[],
  ) => Pick<PresentCell, 'form' | 'stance' | 'certainty' | 'value'>
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

const LABEL_LENGTH = 140

export function drawColumns<T extends Item>(
  event: Event,
  items: readonly T[],
  groups: readonly (readonly number[])[],
  pairs: readonly ScoredPair[],
  readings: Readings<T>,
): Drawn<T>[] {
  const near = neighbours(pairs)
  const seen = new Map<string, number>()
  return groups
    .map((group) => {
      const members = group.flatMap((i) => items[i] ?? [])
      const fullest = readings.fullest(members)
      const words = members.map(({ article, mention }) => normalText(sliceSpans(article.text, mention.spans)))
      const id = contentId(readings.prefix, ...[...new Set(words)].sort())
      const nth = (seen.get(id) ?? 0) + 1
      seen.set(id, nth)
      const told = event.articles.flatMap((article) => {
        const own = members.filter((item) => item.article.id === article.id)
        return own.length > 0 ? [{ article, own }] : []
      })
      const texts = independentTexts(
        told.map(({ article, own }) => [article.id, own.flatMap((item) => item.mention.spans)] as const),
        event.independence.shared,
      )
      const cells = Object.fromEntries(
        event.articles.map((article) => {
          const own = members.filter((item) => item.article.id === article.id)
          if (own.length > 0)
            return [article.id, present(own, fullest, members, group, near, items, readings)]
          const reason = unknownReason(article)
          return [
            article.id,
            reason === null ? absent(article, group, near, items) : ({ state: 'unknown', reason } as const),
          ]
        }),
      )
      const shape: Shape = {
        id: nth === 1 ? id : `${id}-${nth}`,
        label: label(sliceSpans(fullest.article.text, fullest.mention.spans)),
        salience: salience(
          told.map(({ article, own }) =>
            prominence(
              article,
              own.flatMap((item) => item.mention.spans),
            ),
          ),
          texts,
          event.independence.groups.length,
        ),
        texts,
        cells,
        fullest: { article: fullest.article.id, spans: fullest.mention.spans },
      }
      return { shape, items: members }
    })
    .sort(
      byKeys(
        (column) => -column.shape.salience,
        (column) => column.shape.id,
      ),
    )
}

type Near = ReadonlyMap<number, readonly { readonly other: number; readonly score: number }[]>

function neighbours(pairs: readonly ScoredPair[]): Near {
  const near = new Map<number, { other: number; score: number }[]>()
  const add = (from: number, other: number, score: number): void => {
    const list = near.get(from)
    if (list) list.push({ other, score })
    else near.set(from, [{ other, score }])
  }
  for (const { i, j, score } of pairs) {
    add(i, j, score)
    add(j, i, score)
  }
  return near
}

function present<T extends Item>(
  own: readonly T[],
  fullest: T,
  members: readonly T[],
  group: readonly number[],
  near: Near,
  items: readonly T[],
  readings: Readings<T>,
): Cell {
  const inGroup = new Set(group)
  const links = group
    .filter((i) => own.some((item) => item === items[i]))
    .flatMap((i) => near.get(i) ?? [])
    .filter(({ other }) => inGroup.has(other) && items[other]?.article.id !== own[0]?.article.id)
    .map(({ score }) => score)
  const others = members.some((item) => item.article.id !== own[0]?.article.id)
  return {
    state: 'present',
    ...readings.cell(own, fullest, members),
    mentions: own.map((item) => item.mention),
    confidence: others ? quantise(Math.max(0, ...links)) : 1,
  }
}

/** The passage that came closest to any of the column's, and how sure that leaves the absence. */
function absent(
  article: AnnotatedArticle,
  group: readonly number[],
  near: Near,
  items: readonly Item[],
): Cell {
  let best: { score: number; item: Item } | undefined
  for (const i of group)
    for (const { other, score } of near.get(i) ?? []) {
      const item = items[other]
      if (item?.article.id !== article.id) continue
      if (
        !best ||
        score > best.score ||
        (score === best.score && item.mention.start < best.item.mention.start)
      )
        best = { score, item }
    }
  return {
    state: 'absent',
    confidence: quantise(1 - (best?.score ?? 0)),
    nearest: best ? { start: best.item.mention.start, end: best.item.mention.end } : null,
  }
}

export function normalText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
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
