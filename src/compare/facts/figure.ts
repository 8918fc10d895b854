/**
 * Figures: the checkable details of an article (numbers, sums, durations, dates, places of meeting), each with the
 * words around it, so that two reports' figures can be seen to answer one question.
 *
 * In:    an article view (quantities come from annotate; places of action are read here, in locative use alone).
 * Out:   Figures in text order.
 * Never: takes "the Kremlin said" for a place.
 */
import type { Qualifier, Quantity } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import { sentenceIndex, wordsIn, type ArticleView } from '../../likeness/view.js'
import { once } from '../../text/once.js'
import { monthNames, tellsOtherTime } from '../../english/calendar.js'
import { barelyAbove, countsRoughly, takenUp } from '../../english/figure-words.js'
import { withoutDateline } from '../../english/dateline.js'
import { keyOf } from '../../english/concepts.js'
import { normalizeWord } from '../../text/tokens.js'
import { termOf, type Term } from '../../likeness/terms.js'
import { contentsOf, minutesIn } from './amount.js'
import { tagsOf } from '../tags.js'
import { measureOf } from '../../english/measures.js'
import { ordinalYearsIn } from './ordinals.js'
import { placesOf } from './places.js'

/**
 * `below` and `above` are bounds alone ("up to 40", "at least 10"), the two with `just` are near the number as well
 * ("nearly 300", "just over 40"). `ordinal`: years counted off, the last of them not yet over.
 */
export type Bound = 'exact' | 'about' | 'below' | 'just-below' | 'above' | 'just-above' | 'ordinal'

export type Figure = {
  readonly view: ArticleView
  readonly kind: Quantity['kind'] | 'place'
  /** Canonical value as annotate gives it, sums and measures with their unit; places as words in lower case. */
  readonly value: string
  /** Number, minutes for durations, measures in one unit of their dimension; null where the value is none. */
  readonly amount: number | null
  /** What is counted, as a thesaurus key; null where unknown. */
  readonly unit: string | null
  readonly unitWord: string | null
  readonly bound: Bound
  readonly span: Span
  readonly sentence: number
  readonly context: readonly Term[]
  /** Keys of the words close by, or of what a pronoun there stands for. */
  readonly near: ReadonlySet<string>
  /** Words that put the figure in another time ("in the spring", "2019", "last year"). */
  readonly anchors: ReadonlySet<string>
}

export const figuresOf = once((view: ArticleView): readonly Figure[] => {
  const quantities = view.article.quantities.flatMap((quantity): Figure[] => {
    const sentence = sentenceIndex(view, quantity)
    if (sentence < 0 || inDateline(view, quantity, sentence) || isStamp(view, quantity, sentence)) return []
    return [
      {
        view,
        kind: quantity.kind,
        ...valueOf(quantity),
        unitWord: quantity.unit,
        bound: boundOf(view, quantity),
        span: { start: quantity.start, end: quantity.end },
        sentence,
        ...surroundings(view, quantity, sentence),
      },
    ]
  })
  const places = placesOf(view).flatMap(({ span, name, level }): Figure[] => {
    const sentence = sentenceIndex(view, span)
    if (sentence < 0) return []
    return [
      {
        view,
        kind: 'place',
        value: name,
        amount: null,
        unit: level,
        unitWord: null,
        bound: 'exact',
        span,
        sentence,
        ...surroundings(view, span, sentence),
      },
    ]
  })
  return [...quantities, ...places]
})

/** Figures, and years counted off ("in its fourth year"), which only another report's length of time is held against. */
export const detailsOf = once((view: ArticleView): readonly Figure[] => [
  ...figuresOf(view),
  ...ordinalYearsIn(view.text).flatMap(({ span, year }): Figure[] => {
    const sentence = sentenceIndex(view, span)
    if (sentence < 0) return []
    const value = `P${year}Y`
    return [
      {
        view,
        kind: 'duration',
        value: `${value} counted off`,
        amount: minutesIn(value),
        unit: null,
        unitWord: null,
        bound: 'ordinal',
        span,
        sentence,
        ...surroundings(view, span, sentence),
      },
    ]
  }),
])

function valueOf(quantity: Quantity): Pick<Figure, 'value' | 'amount' | 'unit'> {
  const { kind, unit } = quantity
  const measure = kind === 'number' ? measureOf(unit) : null
  const amount = contentsOf(quantity)
  const named = measure !== null || (kind === 'money' && unit !== null)
  return {
    value: named ? `${quantity.value} ${unit ?? ''}` : quantity.value,
    amount: measure && amount !== null ? amount * measure.size : amount,
    unit: measure ? `=${measure.dimension}` : unit === null ? null : keyOf(normalizeWord(unit)),
  }
}

/** "MOSCOW, Dec 3 (Agency) —": when and where the report was filed, no part of what it tells. */
function inDateline(view: ArticleView, span: Span, sentence: number): boolean {
  const whole = view.sentences[sentence]
  return whole !== undefined && span.start < withoutDateline(view.text, whole).start
}

/** A day or hour where nothing is said to be done: a line that says when the text was published. */
function isStamp(view: ArticleView, { kind }: Quantity, sentence: number): boolean {
  if (kind !== 'date' && kind !== 'time') return false
  return !tagsOf(view, sentence).some(({ pos }) => pos === 'VERB' || pos === 'AUX')
}

const bounds: Readonly<Record<Qualifier, Bound>> = {
  about: 'about',
  nearly: 'just-below',
  'less-than': 'below',
  'at-most': 'below',
  'more-than': 'above',
  'at-least': 'above',
}

function boundOf({ text }: ArticleView, { qualifier, start }: Quantity): Bound {
  const before = text.slice(Math.max(0, start - 24), start)
  if (qualifier === 'more-than' && barelyAbove.test(before)) return 'just-above'
  if (qualifier !== undefined) return bounds[qualifier]
  return countsRoughly.test(`${before}${/^[^\d]*/u.exec(text.slice(start, start + 24))?.[0] ?? ''}`)
    ? 'about'
    : 'exact'
}

/** Words on each side that are looked at, at most: longer than sentences are. */
const farthest = 100
/** Number of words on each side that count fully; the rest of the sentence counts in part. */
const nearby = 6
const restOfSentence = 0.6
const sentenceBefore = 0.35
/** A pronoun as subject: the sentence before says what it is about. */
const behindPronoun = 0.8

function surroundings(
  view: ArticleView,
  span: Span,
  sentence: number,
): Pick<Figure, 'context' | 'near' | 'anchors'> {
  const here = view.sentences[sentence]
  if (!here) return { context: [], near: new Set(), anchors: new Set() }
  const terms = new Map<string, Term>()
  const near = new Set<string>()
  const add = (term: Term, factor: number): void => {
    const weight = term.weight * factor
    if ((terms.get(term.key)?.weight ?? 0) < weight) terms.set(term.key, { ...term, weight })
  }
  const inSentence = wordsIn(view, here)
  const position = inSentence.findIndex((word) => word.start >= span.start)
  // A sentence of thousands of figures would be read in full for each.
  const from = Math.max(0, position - farthest)
  inSentence.slice(from, position + farthest).forEach((word, n) => {
    const index = from + n
    if (word.key === '' || (word.start < span.end && word.end > span.start)) return
    const close = Math.abs(index - position) <= nearby
    if (close) near.add(word.key)
    add(termOf(word), close ? 1 : restOfSentence)
  })
  const before = view.sentences[sentence - 1]
  const pronoun = takenUp.test(view.text.slice(here.start, here.start + 30))
  if (before && (pronoun || terms.size < 6)) {
    const factor = pronoun ? behindPronoun : sentenceBefore
    for (const word of wordsIn(view, before)) {
      if (word.key === '') continue
      if (pronoun) near.add(word.key)
      add(termOf(word), factor)
    }
  }
  const anchors = inSentence
    .slice(from, position + farthest)
    .filter((word) => word.end <= span.start || word.start >= span.end)
    .map((word) => word.norm)
    .filter((norm) => tellsOtherTime(norm) || monthNames.has(norm))
  return { context: [...terms.values()], near, anchors: new Set(anchors) }
}
