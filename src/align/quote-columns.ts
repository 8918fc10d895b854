/** Quote columns: one for each utterance, however it is cut, split, credited or put in other words. Another speaker is no hindrance. */
import type { PresentCell, QuoteColumn } from '../model/alignment.js'
import type { Speaker, Quote } from '../model/annotation.js'
import { firstBy, sortedBy } from '../text/order.js'
import { grouped } from '../text/grouped.js'
import { sliceSpans } from '../text/spans.js'
import { normalText } from '../text/trimmed.js'
import { certaintyOf } from './certainty.js'
import { type ColumnsOf, drawColumns, type Held } from './columns.js'
import type { Event } from './event.js'
import { matcherModel, scoredPairs, sureness, partnersOf, type Pair } from './matcher.js'
import { itemAt } from '../text/item-at.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Lexicon } from '../likeness/lexicon.js'
import { quantise } from '../text/quantise.js'
import { quoteMention, type Item } from './mention.js'
import { unitsOf, type UnitOf } from './unit.js'

export function quoteColumns(event: Event): ColumnsOf<QuoteColumn> {
  const { join, cell } = matcherModel().quotations
  const items = event.articles.flatMap((article, number) => quoteItems(article, number, event.lexicon))
  const pairs = scoredPairs(items, 'quotations', event)
  const groups = quoteGroups(items, pairs.found, join)
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
      ...(members.every(({ unit }) => unit.thing) && { thing: true }),
    })),
    passedOver: pairs.passedOver,
  }
}

function fullestQuote(items: readonly QuoteItem[]): QuoteItem {
  return itemAt(
    sortedBy(items, (item) => [
      -item.fullness,
      sliceSpans(item.article.text, item.quote.content),
      item.quote.id,
    ]),
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

/** The speaker most mentions name, by the fullest name as most reports spell it; ties by name; null when none is named. */
function commonSpeaker(items: readonly QuoteItem[], articles: Event['articles']): Speaker | null {
  const named = items.flatMap(({ quote }) => quote.speaker ?? [])
  const families = grouped(named, ({ name }) => [normalText(name).split(' ').at(-1) ?? ''])
  const counted = [...families.values()].map((speakers) => ({
    count: speakers.length,
    speaker: fullestName(speakers, articles),
  }))
  return firstBy(counted, ({ count, speaker }) => [-count, speaker.name])?.speaker ?? null
}

function fullestName(speakers: readonly Speaker[], articles: Event['articles']): Speaker {
  const printing = new Map(
    speakers.map(({ name }) => [name, articles.filter(({ text }) => text.includes(name)).length]),
  )
  return itemAt(
    sortedBy(speakers, ({ name }) => [
      -normalText(name).split(' ').length,
      -(printing.get(name) ?? 0),
      -name.length,
      name,
    ]),
    0,
  )
}

// ---- quote items

type QuoteItem = Item &
  UnitOf & {
    readonly quote: Quote
    /** Printed words before reported ones, then the most matter. */
    readonly fullness: number
  }

/** More than any words weigh. */
const PRINTED = { direct: 2e6, mixed: 1e6, indirect: 0 }

export function quoteItems(article: AnnotatedArticle, number: number, lexicon: Lexicon): QuoteItem[] {
  const placed = sortedBy(
    article.quotes
      .filter((quote) => quote.content.length > 0)
      .map((quote) => ({ quote, mention: quoteMention(article, quote), quotation: true })),
    ({ mention, quote }) => [mention.start, quote.id],
  )
  return unitsOf(article, placed, lexicon).map((unit, k) => {
    const { quote, mention } = itemAt(placed, k)
    const fullness = PRINTED[quote.kind] + quantise(unit.passage.plain.total)
    return { quote, mention, article, number, unit, fullness }
  })
}

// ---- quote groups

/** A quotation with the number of its article; the fullest of an utterance has the greatest fullness. */
type Version = { readonly number: number; readonly fullness: number }

export function quoteGroups(
  versions: readonly Version[],
  pairs: readonly Pair[],
  threshold: number,
): number[][] {
  const near = partnersOf(versions.length, pairs)
  const hubOf = new Map<number, number>()
  const stars = new Map<number, number[]>()
  const byFullness = sortedBy(versions.keys(), (i) => [-(versions[i]?.fullness ?? 0), i])
  for (const hub of byFullness) {
    if (hubOf.has(hub)) continue
    const joined = [...(near[hub] ?? [])].flatMap(([i, score]) =>
      score >= threshold && !hubOf.has(i) && isBest(hub, i, score) ? [i] : [],
    )
    for (const i of [hub, ...joined]) hubOf.set(i, hub)
    stars.set(hub, [hub, ...joined])
  }
  for (const [hub, star] of stars) if (star.length === 1) addToMate(hub)
  return [...stars.values()]
    .map((star) => [...star].sort((a, b) => a - b))
    .sort((a, b) => itemAt(a, 0) - itemAt(b, 0))

  /** Two utterances of one speaker stay two: a version goes to what is most like it in the hub's report. */
  function isBest(hub: number, i: number, score: number): boolean {
    const article = versions[hub]?.number
    for (const [k, other] of near[i] ?? []) if (other > score && versions[k]?.number === article) return false
    return true
  }

  /** Told twice by the hub's own report: it joins where the other reports' versions are its own as well. */
  function addToMate(single: number): void {
    const article = versions[single]?.number
    const nearHubs = new Set([...(near[single] ?? []).keys()].map((i) => hubOf.get(i) ?? i))
    const best = firstBy(
      [...nearHubs]
        .flatMap((hub) => {
          const star = stars.get(hub) ?? []
          return star.length > 1 && versions[hub]?.number === article ? [{ hub, star }] : []
        })
        .map(({ hub, star }) => {
          const others = star.filter((i) => versions[i]?.number !== article)
          const sum = others.reduce((total, i) => total + (near[single]?.get(i) ?? 0), 0)
          return { hub, mean: quantise(sum / Math.max(1, others.length)) }
        })
        .filter(({ mean }) => mean >= threshold),
      ({ mean, hub }) => [-mean, hub],
    )
    if (!best) return
    stars.get(best.hub)?.push(single)
    stars.delete(single)
  }
}
