/**
 * Quote columns: one for each utterance, however it is cut, split, bracketed, credited or put in other words.
 *
 * In:    the event. Out: columns in which every attribution stands exactly once, and quotations nobody is credited
 *        with where their words are another's too.
 * Never: asks that the same speaker be named: a misattribution is a finding, so agreement is evidence and no condition.
 */
import type { PresentCell, QuoteColumn } from '../model/alignment.js'
import type { Speaker } from '../model/annotation.js'
import { byKeys } from '../text/order.js'
import { grouped } from '../text/grouped.js'
import { sliceSpans } from '../text/spans.js'
import { certaintyOf } from './certainty.js'
import { type ColumnsOf, drawColumns, normalText, type Held } from './columns.js'
import type { Event } from './event.js'
import { quoteGroups } from './quote-groups.js'
import { quoteItems, type QuoteItem } from './quote-items.js'
import { matcherModel, scoredPairs, sureness } from './matcher.js'
import { itemAt } from '../text/item-at.js'

export function quoteColumns(event: Event): ColumnsOf<QuoteColumn> {
  const { join, cell } = matcherModel().quotations
  const items = event.articles.flatMap((article, number) => quoteItems(article, number, event.lexicon))
  const pairs = scoredPairs(items, 'quotations', event)
  const groups = quoteGroups(items, pairs.found, join).filter((group) =>
    group.some((i) => items[i]?.loose === false),
  )
  const drawn = drawColumns(event, items, groups, pairs, {
    prefix: 'qc',
    sure: (score) => sureness(cell, score),
    fullest: fullestQuote,
    label: (_, fullest) => fullest,
    cell: readCell,
  })
  return {
    columns: drawn.map(({ shape, items: members }) => ({
      ...shape,
      speaker: commonSpeaker(members, event.articles),
    })),
    passedOver: pairs.passedOver,
  }
}

function fullestQuote(items: readonly QuoteItem[]): QuoteItem {
  return itemAt(
    [...items].sort(
      byKeys(
        (item) => -item.fullness,
        (item) => sliceSpans(item.article.text, item.quote.content),
        (item) => item.quote.id,
      ),
    ),
    0,
  )
}

function readCell(
  own: readonly QuoteItem[],
  { fullest }: Held<QuoteItem>,
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

/**
 * The speaker most mentions name, by the fullest name: of two spellings the one that most reports print. Ties by name; null when
 * none is named.
 */
function commonSpeaker(items: readonly QuoteItem[], articles: Event['articles']): Speaker | null {
  const named = items.flatMap(({ quote }) => quote.speaker ?? [])
  const families = grouped(named, ({ name }) => [normalText(name).split(' ').at(-1) ?? ''])
  const [top] = [...families.values()]
    .map((speakers) => ({ count: speakers.length, speaker: fullestName(speakers, articles) }))
    .sort(
      byKeys(
        ({ count }) => -count,
        ({ speaker }) => speaker.name,
      ),
    )
  return top?.speaker ?? null
}

function fullestName(speakers: readonly Speaker[], articles: Event['articles']): Speaker {
  const printing = new Map(
    speakers.map(({ name }) => [name, articles.filter(({ text }) => text.includes(name)).length]),
  )
  return itemAt(
    [...speakers].sort(
      byKeys(
        ({ name }) => -normalText(name).split(' ').length,
        ({ name }) => -(printing.get(name) ?? 0),
        ({ name }) => -name.length,
        ({ name }) => name,
      ),
    ),
    0,
  )
}
