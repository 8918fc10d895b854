/**
 * Quote columns: one for each utterance, however it is cut, split, bracketed, credited or put in other words.
 *
 * In:    the event. Out: columns in which every attribution stands exactly once, and quotations nobody is credited
 *        with where their words are another's too.
 * Never: asks that the same speaker be named: a misattribution is a finding, so agreement is evidence and no condition.
 */
import type { Mention, PresentCell, QuoteColumn } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Quote, Speaker } from '../model/annotation.js'
import { byKeys } from '../text/order.js'
import { quantise } from '../text/quantise.js'
import { sliceSpans } from '../text/spans.js'
import { certaintyOf } from './certainty.js'
import { drawColumns, normalText } from './columns.js'
import type { Event } from './event.js'
import type { Item } from './item.js'
import { looseQuotations } from './loose-quotations.js'
import { claimMention, quoteMention } from './mention.js'
import { printedRuns } from './printed-words.js'
import { quoteGroups } from './quote-groups.js'
import { quotePairs, type QuoteUnit } from './quote-pairs.js'
import { speakerNames } from './speakers.js'
import { unitsOf } from './unit.js'

/** Below this probability a reported wording stays apart. */
const THRESHOLD = 0.4

type QuoteItem = Item & QuoteUnit & { readonly quote: Quote; readonly loose: boolean }

/** A reported wording of fewer matter words says too little to be found again in other words. */
const MIN_WORDS = 2

export function quoteColumns(event: Event): QuoteColumn[] {
  const items = event.articles.flatMap((article, number) => quoteItems(article, number, event))
  const found = quotePairs(items, event.lexicon, event.thinning)
  const groups = quoteGroups(
    items.map((item) => item.number),
    found,
    THRESHOLD,
  ).filter((group) => group.some((i) => items[i]?.loose === false))
  return drawColumns(event, items, groups, found.pairs, {
    prefix: 'qc',
    fullest: fullestQuote,
    label: (_, fullest) => fullest,
    cell: readCell,
  }).map(({ shape, items: members }) => ({ ...shape, speaker: commonSpeaker(members) }))
}

function quoteItems(article: AnnotatedArticle, number: number, event: Event): QuoteItem[] {
  const credited = article.quotes
    .filter((quote) => quote.content.length > 0)
    .map((quote) => ({ quote, loose: false, mention: quoteMention(article, quote) }))
  const found = [...credited, ...looseItems(article)].sort(
    byKeys(
      ({ mention }) => mention.start,
      ({ quote }) => quote.id,
    ),
  )
  const units = unitsOf(
    article,
    found.map(({ quote }) => ({ spans: quote.content, attributed: true })),
    event.lexicon,
  )
  return found.flatMap((item, k) => {
    const unit = units[k]
    if (!unit) return []
    return [
      {
        ...item,
        article,
        number,
        unit,
        weak: !item.loose && unit.passage.plain.words.length >= MIN_WORDS,
        printed: printedRuns(article.text, item.quote.content, item.quote.kind === 'direct'),
        names: speakerNames(article, item.quote),
      },
    ]
  })
}

/** Quotations that nobody is credited with, in the shape of the others; their mention names the claim. */
function looseItems(article: AnnotatedArticle): { quote: Quote; loose: boolean; mention: Mention }[] {
  return looseQuotations(article).map(({ span, claim }) => {
    const quote: Quote = {
      id: claim.id,
      kind: 'direct',
      content: [span],
      source: [],
      cue: [],
      speaker: null,
      cueLemma: null,
      stance: null,
      confidence: null,
    }
    return { quote, loose: true, mention: { ...claimMention(article, claim), ...span, spans: [span] } }
  })
}

/** Printed words before reported ones, then the most matter. */
function fullestQuote(items: readonly QuoteItem[]): QuoteItem {
  const [first] = [...items].sort(
    byKeys(
      (item) => ({ direct: 0, mixed: 1, indirect: 2 })[item.quote.kind],
      (item) => -quantise(item.unit.passage.plain.total),
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
  return { form, stance: 'asserts', certainty: certaintyOf(own.map(({ mention }) => mention)) }
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
