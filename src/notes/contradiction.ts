/**
 * Whether two answers to one question contradict each other: what the question asks for stands in both, comparable, and differs (`agree` where
 * it is one), or the one denies what the other asserts. Never takes a rounded number for another one.
 */
import type { Quantity } from '../model/annotation.js'
import type { ConflictType } from '../model/comparison.js'
import { tellsOtherTime, timeWords } from '../english/calendar.js'
import { contentKey } from '../english/concepts.js'
import { isNoComment } from '../english/no-comment.js'
import { oppositesOf } from '../english/opposites.js'
import type { Proposition } from '../english/propositions/proposition.js'
import { isTooLong, readingOf } from '../english/reading.js'
import { ranks, roles } from '../english/roles.js'
import { anyOf, wordFile } from '../english/word-lists.js'
import { areDenied, sharedActs } from '../likeness/acts.js'
import { levels } from '../likeness/levels.js'
import { likeness, termOf, termsIn, type Term } from '../likeness/terms.js'
import { wordsIn, type ArticleView } from '../likeness/view.js'
import { overlap } from '../text/spans.js'
import { stem } from '../text/stem.js'
import { tokenize } from '../text/tokens.js'
import type { Passage } from './nearness.js'

export type Verdict = ConflictType | 'agree' | null

/** Words of questions, by what they ask for; `judging` are those that no question of a reader may hold. */
export const questionWords = wordFile('questions.txt')
const asksFor = (section: string): RegExp => new RegExp(anyOf(questionWords.lines(section)), 'iu')
const [asksWhen, asksWhere, asksAmount, asksName] = ['when', 'where', 'amount', 'name'].map(asksFor)
const opening = questionWords.words('opening')
const partOf = asksFor('part')

export function contradiction(question: string, a: Passage, b: Passage): Verdict {
  const asked: readonly (readonly [RegExp | undefined, (a: Passage, b: Passage) => Verdict])[] = [
    [asksName, otherName],
    [asksAmount, otherAmount],
    [asksWhere, otherPlace],
    [asksWhen, otherTime],
  ]
  const compared = asked.find(([phrase]) => phrase?.test(question))?.[1](a, b) ?? null
  return compared ?? otherAlternative(question, a, b) ?? partAndWhole(a, b) ?? otherPolarity(question, a, b)
}

const wordsOf = ({ view, span }: Passage): string => view.text.slice(span.start, span.end)

function differing(
  type: ConflictType,
  a: Passage,
  b: Passage,
  valuesIn: (passage: Passage) => readonly string[],
): Verdict {
  const [one, other] = [valuesIn(a), valuesIn(b)]
  if (one.length === 0 || other.length === 0) return null
  return one.some((value) => other.includes(value)) ? 'agree' : type
}

/** Days, months, weeks and years, as printed: "Friday", "last week". */
export function otherTime(a: Passage, b: Passage): Verdict {
  return differing('date', a, b, ({ view, span }) => {
    const words = wordsIn(view, span).map(({ norm }) => norm)
    const days = words.filter(
      (norm) => timeWords.has(norm) && /day$|^week(?:end)?$|^month$|^year$/u.test(norm),
    )
    return days.length > 0 ? days : words.filter((norm) => tellsOtherTime(norm) && /^\d/u.test(norm))
  })
}

type Amount = Pick<Quantity, 'kind' | 'unit' | 'qualifier'> & {
  readonly amount: number
  readonly digits: number
}

export function otherAmount(a: Passage, b: Passage): Verdict {
  const pairs = amountsOf(a).flatMap((x) =>
    amountsOf(b).flatMap((y) => (isComparable(x, y) ? [[x, y] as const] : [])),
  )
  if (pairs.length === 0) return null
  if (pairs.some(([x, y]) => canBeOne(x, y))) return 'agree'
  return pairs.every(([x]) => x.kind === 'duration') ? 'duration' : 'number'
}

function amountsOf({ view, span }: Passage): readonly Amount[] {
  return view.article.quantities.flatMap(({ kind, unit, value, qualifier, ...place }) => {
    if (overlap(place, span) === 0 || kind === 'date' || kind === 'time') return []
    const amount = Number(kind === 'duration' ? (/\d+(?:\.\d+)?/u.exec(value)?.[0] ?? '') : value)
    const digits = significant(amount)
    const measured = kind === 'duration' ? value.replace(/[\d.]/gu, '') : unit
    return value === '' || !Number.isFinite(amount)
      ? []
      : [{ kind, unit: measured, qualifier, amount, digits }]
  })
}

/** Digits without the noughts at the end: 3 of 1,390,000. */
function significant(amount: number): number {
  let whole = Math.round(amount * 1e6)
  while (whole > 0 && whole % 10 === 0) whole /= 10
  return String(whole).length
}

/** Of one kind and unit; a bare number may stand for either. */
function isComparable(a: Amount, b: Amount): boolean {
  const isBare = ({ kind, unit }: Amount): boolean => kind === 'number' && unit === null
  if (isBare(a) || isBare(b))
    return a.kind !== 'duration' && b.kind !== 'duration' && a.kind !== 'money' && b.kind !== 'money'
  return a.kind === b.kind && (a.kind === 'percent' || a.unit === b.unit)
}

/** Two numbers nearer than this share of the larger may be one, where one of them is told as rough. */
const rounding = 0.1

function canBeOne(a: Amount, b: Amount): boolean {
  if (a.amount === b.amount) return true
  const [low, high] = a.amount < b.amount ? [a, b] : [b, a]
  if (/than|least/u.test(low.qualifier ?? '') || /than|most/u.test(high.qualifier ?? '')) return true
  const isRough = low.qualifier !== undefined || high.qualifier !== undefined
  return (
    (isRough && (high.amount - low.amount) / high.amount <= rounding) ||
    isRounded(low, high) ||
    isRounded(high, low)
  )
}

/** The one is the other with fewer digits: 139 for 139.4. */
function isRounded(coarse: Amount, fine: Amount): boolean {
  if (coarse.digits >= fine.digits || coarse.amount <= 0) return false
  const step = 10 ** (Math.floor(Math.log10(coarse.amount)) + 1 - coarse.digits)
  return Math.abs(fine.amount - coarse.amount) <= step / 2
}

function otherPlace(a: Passage, b: Passage): Verdict {
  return differing('place', a, b, ({ view, span }) =>
    view.article.entities
      .filter(
        ({ kind, mentions }) => kind === 'place' && mentions.some((mention) => overlap(mention, span) > 0),
      )
      .map(({ name }) => name.toLowerCase()),
  )
}

/** An office of another rank, or a name that stands nowhere in the other report. */
function otherName(a: Passage, b: Passage): Verdict {
  const [x, y] = [rankOf(a), rankOf(b)]
  if (x !== null && x.role === y?.role) return x.rank === y.rank ? 'agree' : 'office'
  const [one, other] = [strangersIn(a, b.view), strangersIn(b, a.view)]
  return one && other ? 'name' : null
}

/** "Assistant district attorney": the office, and what makes it a lower one. */
function rankOf({ view, span }: Passage): { readonly role: string; readonly rank: string } | null {
  const words = wordsIn(view, span).map(({ norm }) => norm)
  const role = words.find((norm) => roles.has(norm) && !ranks.has(norm))
  return role === undefined ? null : { role, rank: words.find((norm) => ranks.has(norm)) ?? '' }
}

function strangersIn({ view, span }: Passage, other: ArticleView): boolean {
  const known = new Set(other.words.map(({ norm }) => norm))
  return wordsIn(view, span).some(
    ({ norm, proper, key }, at) => at > 0 && proper && key !== '' && !known.has(norm),
  )
}

const terms = (words: string): readonly Term[] =>
  tokenize(words).flatMap(({ norm }) => (contentKey(norm) === '' ? [] : [termOf({ norm, proper: false })]))

/** "A photograph or a video?", "Did he step down, or was he fired?": each stands in one of the answers alone. */
function otherAlternative(question: string, a: Passage, b: Passage): Verdict {
  const [before, behind] = question.split(/\bor\b/iu)
  if (before === undefined || behind === undefined || !isYesOrNo(question)) return null
  const [one, other] = [terms(before).slice(-1), terms(behind).slice(0, 2)]
  const [x, y] = [a, b].map(({ view, span }) => termsIn(view, [span]))
  if (!x || !y) return null
  const has = (all: readonly Term[], sought: readonly Term[]): boolean =>
    sought.some((term) => all.some((word) => likeness(word, term) >= levels.word))
  const opposed = (p: readonly Term[], q: readonly Term[]): boolean =>
    has(p, one) && !has(p, other) && has(q, other) && !has(q, one)
  return opposed(x, y) || opposed(y, x) ? 'outcome' : null
}

/** "Overturned a part of the act", "overturned the act": one verb on one thing. */
function partAndWhole(a: Passage, b: Passage): Verdict {
  const [part, whole] = partOf.test(wordsOf(a)) ? [a, b] : [b, a]
  if (!partOf.test(wordsOf(part)) || partOf.test(wordsOf(whole))) return null
  const behind = terms(wordsOf(part).split(partOf)[1] ?? '').slice(0, 3)
  const all = termsIn(whole.view, [whole.span])
  const isSameThing = behind.length > 1 && behind.every((term) => all.some((word) => word.stem === term.stem))
  return isSameThing && sharedActs(predicatesOf(part), predicatesOf(whole)).length > 0 ? 'outcome' : null
}

function predicatesOf({ view, span }: Passage): readonly Proposition[] {
  return view.sentences
    .filter((sentence) => overlap(sentence, span) > 0 && !isTooLong(sentence))
    .flatMap((sentence) => readingOf(view.article).within(sentence, span))
}

function isYesOrNo(question: string): boolean {
  return opening.has((/^\p{L}+/u.exec(question)?.[0] ?? '').toLowerCase())
}

/** Of a question that yes or no answers: its verb is denied in one answer alone, or stands against its opposite. */
function otherPolarity(question: string, a: Passage, b: Passage): Verdict {
  if (!isYesOrNo(question) || [a, b].some(givesNoComment)) return null
  const asked = new Set(terms(question).map((term) => term.stem))
  const turned = predicatesOf(a).some((x) =>
    predicatesOf(b).some((y) => {
      const [v, w] = [stem(x.predicate.lemma), stem(y.predicate.lemma)]
      if (!asked.has(v) && !asked.has(w)) return false
      if (manner(x) !== manner(y) || x.conditions.length + y.conditions.length > 0) return false
      return v === w ? x.isNegated !== y.isNegated : oppositesOf(v).has(w) && x.isNegated === y.isNegated
    }),
  )
  return turned ? 'polarity' : null
}

/** Who did not answer this outlet may have spoken elsewhere. */
function givesNoComment({ view, span }: Passage): boolean {
  return view.sentences
    .filter((sentence) => overlap(sentence, span) > 0 && !isTooLong(sentence))
    .some((sentence) => {
      const { nodes } = readingOf(view.article).tree(sentence)
      return isNoComment(nodes.filter((node) => overlap(node, span) > 0))
    })
}

/** Modal verbs and the verbs over it: "will be allowed to", "can". */
function manner({ modals, governors }: Proposition): string {
  return [...modals, ...governors].map(({ lemma }) => lemma).join(' ')
}

/** One act told in both passages, and denied in one alone. */
export function deniesOther(a: Passage, b: Passage): boolean {
  return areDenied(predicatesOf(a), predicatesOf(b))
}
