/**
 * Figures: the checkable details of an article (numbers, sums, durations, dates, places of meeting), each with the words
 * around it and what it is of, as the sentence's tree has it.
 *
 * In:    an article view (quantities come from annotate; buildings where something happens are read here).
 * Out:   Figures in text order.
 * Never: takes "the Kremlin said" for a place, or the day in a dateline for a day of the event.
 */
import type { Qualifier, Quantity } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import { monthNames, tellsOtherTime } from '../../english/calendar.js'
import { keyOf } from '../../english/concepts.js'
import { withoutDateline } from '../../english/dateline.js'
import { barelyAbove, countsRoughly, namesBuilding, takenUp } from '../../english/figure-words.js'
import { measureOf } from '../../english/measures.js'
import { isPersonNoun } from '../../english/nouns.js'
import { startOfQualifiers } from '../../english/qualifiers.js'
import { isTooLong, readingOf } from '../../english/reading.js'
import { once } from '../../text/once.js'
import { overlap } from '../../text/spans.js'
import { normalizeWord } from '../../text/tokens.js'
import { termOf, type Term } from '../../likeness/terms.js'
import { sentenceIndex, wordsIn, type ArticleView } from '../../likeness/view.js'
import { contentsOf } from './amount.js'
import { noRole, roleOf, type Role } from './role.js'

/** `below` and `above` are bounds alone ("up to 40"), the two with `just` are near the number as well ("nearly 300", "just over 40"). */
export type Bound = 'exact' | 'about' | 'below' | 'just-below' | 'above' | 'just-above'

export type Figure = Role & {
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
  /** With its qualifier and the word for what is counted. */
  readonly shown: Span
  readonly sentence: number
  readonly context: readonly Term[]
  /** Words that put the figure in another time ("in the spring", "2019", "last year"). */
  readonly anchors: ReadonlySet<string>
}

export const figuresOf = once((view: ArticleView): readonly Figure[] => [
  ...view.article.quantities.flatMap((quantity) => {
    const { kind, unit } = quantity
    return figureAt(view, quantity, {
      kind,
      ...valueOf(quantity),
      unitWord: unit,
      bound: boundOf(view, quantity),
    })
  }),
  ...buildingsIn(view).flatMap((span) => {
    const value = view.text
      .slice(span.start, span.end)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
    return figureAt(view, span, {
      kind: 'place',
      value,
      amount: null,
      unit: null,
      unitWord: null,
      bound: 'exact',
    })
  }),
])

type Value = Pick<Figure, 'kind' | 'value' | 'amount' | 'unit' | 'unitWord' | 'bound'>

function figureAt(view: ArticleView, { start, end }: Span, value: Value): readonly Figure[] {
  const sentence = sentenceIndex(view, { start, end })
  const whole = view.sentences[sentence]
  // "MOSCOW, Dec 3 (Agency) —": when and where the report was filed, no part of what it tells.
  if (!whole || start < withoutDateline(view.text, whole).start) return []
  const tree = isTooLong(whole) ? null : readingOf(view.article).tree(whole)
  // A day or hour where nothing is said to be done: a line that says when the text was published.
  const isWhen = value.kind === 'date' || value.kind === 'time'
  if (isWhen && tree?.nodes.every(({ pos }) => pos !== 'VERB' && pos !== 'AUX') === true) return []
  const span = { start, end }
  const role = tree ? roleOf(tree, span) : noRole
  const shown = {
    start: startOfQualifiers(view.text, start),
    end: value.kind === 'number' && value.unit !== null ? Math.max(end, role.counted?.end ?? end) : end,
  }
  return [{ view, span, shown, sentence, ...value, ...role, ...surroundings(view, span, sentence) }]
}

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

const inside =
  /\b(?:at|in|into|inside|to)[ \u00a0](?:the |his |her |their )?((?:\p{Lu}[\p{L}\p{N}’'-]*)(?:[ \u00a0](?:(?:of|de|la) )?\p{Lu}[\p{L}\p{N}’'-]*){0,4})/gu
const oneOfMany = /\ban?(?:[ \u00a0][\p{L}-]+){0,2}?[ \u00a0]([\p{L}-]+)[ \u00a0]$/u

/** "At the Customs House", "walked into the Kremlin"; not where somebody works ("a psychologist at Tarn College"). */
function buildingsIn({ text }: ArticleView): readonly Span[] {
  return [...text.matchAll(inside)].flatMap(({ 0: whole, 1: name = '', index }) => {
    const worker = oneOfMany.exec(text.slice(Math.max(0, index - 60), index))?.[1]
    if (!namesBuilding(name) || (worker !== undefined && isPersonNoun(worker.toLowerCase()))) return []
    const start = index + whole.length - name.length
    return [{ start, end: start + name.length }]
  })
}

/** Words on each side that are looked at, at most: longer than sentences are. */
const farthest = 100
/** Number of words on each side that count fully; the rest of the sentence counts in part. */
const nearby = 6
const restOfSentence = 0.6
const sentenceBefore = 0.35
/** A pronoun as subject: the sentence before says what it is about. */
const behindPronoun = 0.8

function surroundings(view: ArticleView, span: Span, sentence: number): Pick<Figure, 'context' | 'anchors'> {
  const here = view.sentences[sentence]
  const before = view.sentences[sentence - 1]
  if (!here) return { context: [], anchors: new Set() }
  const terms = new Map<string, Term>()
  const add = (term: Term, factor: number): void => {
    const weight = term.weight * factor
    if ((terms.get(term.key)?.weight ?? 0) < weight) terms.set(term.key, { ...term, weight })
  }
  const words = wordsIn(view, here)
  const position = words.findIndex(({ start }) => start >= span.start)
  // A sentence of thousands of figures would be read in full for each.
  const others = words
    .map((word, index) => ({ word, far: Math.abs(index - position) }))
    .slice(Math.max(0, position - farthest), position + farthest)
    .filter(({ word }) => overlap(word, span) === 0)
  for (const { word, far } of others)
    if (word.key !== '') add(termOf(word), far <= nearby ? 1 : restOfSentence)
  const pronoun = takenUp.test(view.text.slice(here.start, here.start + 30))
  if (before && (pronoun || terms.size < 6))
    for (const word of wordsIn(view, before))
      if (word.key !== '') add(termOf(word), pronoun ? behindPronoun : sentenceBefore)
  const anchors = others
    .map(({ word }) => word.norm)
    .filter((norm) => tellsOtherTime(norm) || monthNames.has(norm))
  return { context: [...terms.values()], anchors: new Set(anchors) }
}
