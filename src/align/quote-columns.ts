/**
 * Quote columns: one for each utterance, however it is cut, split, bracketed, credited or put in other words.
 *
 * In:    the event. Out: columns in which every attribution stands exactly once.
 * Never: asks that the same speaker be named: a misattribution is a finding, so agreement is evidence and no condition.
 */
import type { PresentCell, QuoteColumn } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Quote, Speaker } from '../model/annotation.js'
import { byKeys } from '../text/order.js'
import { quantise } from '../text/quantise.js'
import { sliceSpans } from '../text/spans.js'
import { candidatePairs } from './candidates.js'
import { averageLink } from './cluster.js'
import { drawColumns, normalText, type Item } from './columns.js'
import type { Event } from './event.js'
import { softCover } from './likeness.js'
import { quoteMention } from './mention.js'
import { passage, type Passage } from './passage.js'

const THRESHOLD = 0.5

type QuoteItem = Item & { readonly quote: Quote; readonly passage: Passage }

export function quoteColumns(event: Event): QuoteColumn[] {
  const items = event.articles.flatMap((article) => quoteItems(article, event))
  const pairs = candidatePairs(items.map((item) => item.passage)).map(([i, j]) => {
    const [a, b] = [items[i], items[j]]
    return { i, j, score: a && b ? quoteScore(a, b, event) : 0 }
  })
  const groups = averageLink(items.length, pairs, THRESHOLD)
  return drawColumns(event, items, groups, pairs, {
    prefix: 'qc',
    fullest: fullestQuote,
    cell: readCell,
  }).map(({ shape, items: members }) => ({ ...shape, speaker: commonSpeaker(members) }))
}

function quoteItems(article: AnnotatedArticle, event: Event): QuoteItem[] {
  return article.quotes
    .filter((quote) => quote.content.length > 0)
    .map((quote) => ({
      article,
      quote,
      mention: quoteMention(article, quote),
      passage: passage(article, quote.content, event.lexicon),
    }))
    .sort(
      byKeys(
        (item) => item.mention.start,
        (item) => item.quote.id,
      ),
    )
}

/** A cut quotation is contained in the fuller one; other words need the speakers' agreement. */
function quoteScore(a: QuoteItem, b: QuoteItem, event: Event): number {
  const cover = softCover(a.passage, b.passage, event.lexicon)
  const speakers = speakerAgreement(a.quote.speaker, b.quote.speaker)
  const printed = a.quote.kind !== 'indirect' && b.quote.kind !== 'indirect'
  const contained = Math.max(cover.ab, cover.ba)
  const mean = (cover.ab + cover.ba) / 2
  const base = printed ? 0.7 * contained + 0.3 * mean : 0.4 * contained + 0.6 * mean
  return quantise(Math.min(1, Math.max(0, base + 0.12 * speakers)))
}

/** 1 the same last name, -1 different names, 0 one unknown. */
function speakerAgreement(a: Speaker | null, b: Speaker | null): number {
  if (!a || !b) return 0
  const last = (speaker: Speaker): string => normalText(speaker.name).split(' ').at(-1) ?? ''
  return last(a) === last(b) ? 1 : -1
}

/** Printed words before reported ones, then the most matter. */
function fullestQuote(items: readonly QuoteItem[]): QuoteItem {
  const [first] = [...items].sort(
    byKeys(
      (item) => ({ direct: 0, mixed: 1, indirect: 2 })[item.quote.kind],
      (item) => -quantise(item.passage.total),
      (item) => sliceSpans(item.article.text, item.quote.content),
      (item) => item.quote.id,
    ),
  )
  if (!first) throw new Error('a column without items')
  return first
}

function readCell(
  own: readonly QuoteItem[],
  fullest: QuoteItem,
): Pick<PresentCell, 'form' | 'stance' | 'certainty' | 'value'> {
  const textOf = (item: QuoteItem): string => normalText(sliceSpans(item.article.text, item.quote.content))
  const whole = textOf(fullest)
  const best = own.find((item) => textOf(item) === whole) ?? fullestQuote(own)
  const text = textOf(best)
  const contained = ` ${whole} `.includes(` ${text} `)
  const form =
    text === whole
      ? 'verbatim'
      : best.quote.kind === 'indirect'
        ? 'paraphrased'
        : contained
          ? 'shortened'
          : 'altered'
  return { form, stance: 'asserts', certainty: own.every((item) => item.mention.hedged) ? 'hedged' : 'plain' }
}

/** The speaker most mentions name; ties by name. Null when none is named. */
function commonSpeaker(items: readonly QuoteItem[]): Speaker | null {
  const counts = new Map<string, { speaker: Speaker; count: number }>()
  for (const { quote } of items) {
    if (!quote.speaker) continue
    const key = normalText(quote.speaker.name).split(' ').at(-1) ?? ''
    const entry = counts.get(key)
    if (!entry) counts.set(key, { speaker: quote.speaker, count: 1 })
    else
      counts.set(key, {
        speaker: quote.speaker.name.length > entry.speaker.name.length ? quote.speaker : entry.speaker,
        count: entry.count + 1,
      })
  }
  const [top] = [...counts.values()].sort(
    byKeys(
      (entry) => -entry.count,
      (entry) => entry.speaker.name,
    ),
  )
  return top?.speaker ?? null
}
