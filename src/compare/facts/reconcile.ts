/**
 * Whether two figures for one thing can both hold, and why.
 *
 * In:    two Figures of one kind. Out: a relation and its reason in words.
 *        `equal`, `rounded` and `compatible` are no conflict; `may-differ` where units, bounds or days are unclear;
 *        `differ` where not both can hold.
 */
import { claimAt } from '../claims.js'
import { once } from '../../text/once.js'
import { contentsOf, grain, numeralOf } from './amount.js'
import { reconcileTimes, type Clock, type Reconciled } from './clock.js'
import { slice } from '../printed-words.js'
import type { Bound, Figure } from './figure.js'
import { closesSpan, earlyHours, isDayByReport, nightly, opensSpan } from '../../english/calendar.js'
import { measureOf } from '../../english/measures.js'

/** Two counts nearer than this share of the larger may be one count, rounded or at another hour, if one is approximate. */
const roundingShare = 0.1

/** Two measures in two units are each rounded in their own: 30 miles, 50 kilometres. */
const convertedShare = 0.05

/** "Five hours" may stand for 290 minutes, "an hour" hardly for 40. */
const coarseShare = 0.2

export function reconcile(a: Figure, b: Figure): Reconciled {
  if (a.kind === 'time') return startAndEnd(a, b) ?? reconcileTimes(clockOf(a), clockOf(b))
  if (a.value === b.value && a.bound === b.bound) return { relation: 'equal', reason: sameReason(a, b) }
  switch (a.kind) {
    case 'place':
      return reconcilePlaces(a, b)
    case 'date':
      return reconcileDates(a, b)
    case 'number':
    case 'money':
    case 'percent':
    case 'duration':
      return reconcileAmounts(a, b)
  }
}

const clockOf = once(({ value, unitWord, bound }: Figure): Clock => ({
  value,
  zone: unitWord,
  approximate: bound !== 'exact',
}))

export const sameValue = 'the same value'

/** "17 February" and "Friday": one day, once the report's own date is known. */
function sameReason(a: Figure, b: Figure): string {
  const printed = [a, b].map(({ view, span }) => slice(view, span))
  const relative = printed.find((words) => isDayByReport(words))
  return a.kind === 'date' && relative !== undefined && !printed.every((words) => isDayByReport(words))
    ? `the same day, “${relative}” by the date of its report`
    : sameValue
}

const range = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/u

/** "10 to 15" against one number: compatible where it lies inside. */
function reconcileRanges(a: Figure, b: Figure): Reconciled {
  const ends = [a, b].map(({ value, amount }) => {
    const parts = range.exec(value)
    const low = parts ? Number(parts[1]) : amount
    const high = parts ? Number(parts[2]) : amount
    return low === null || high === null ? null : { low, high }
  })
  const [one, other] = ends
  if (!one || !other) return { relation: 'may-differ', reason: 'one value could not be read as a number' }
  const slack = 1 + roundingShare
  return one.low <= other.high * slack && other.low <= one.high * slack
    ? { relation: 'compatible', reason: 'one value lies in the range of the other' }
    : { relation: 'may-differ', reason: 'one value is a range' }
}

const nearlyReason = 'one value is told as “nearly” a number'

/** From this share of the larger on, a value is far from the bound that the other report gives: both can still hold. */
const farFromBound = 0.5

/** One number, told with two qualifiers: "more than 40" and "40", "nearly 300" and "about 300". */
function reconcileBounds(one: Bound, other: Bound): Reconciled {
  const bounds = new Set([one, other])
  const above = bounds.has('above') || bounds.has('just-above')
  const below = bounds.has('below') || bounds.has('just-below')
  if (above && below)
    return { relation: 'differ', reason: 'one value lies above that number, the other below it' }
  if (bounds.has('above')) return { relation: 'compatible', reason: 'one value is a lower bound' }
  if (bounds.has('below')) return { relation: 'compatible', reason: 'one value is an upper bound' }
  return { relation: 'rounded', reason: 'one value is approximate' }
}

/** Two shares that make up the whole are two sides of one: 30 % left, 70 % gone. */
const wholeSlack = 1.05
export const wholeReason = 'the two make up the whole'

/** "a pact with 11 nations" and "a 12-nation pact": the one who counts is not counted. */
function leavesOneOut(low: Figure, high: Figure): boolean {
  const before = low.view.text.slice(Math.max(0, low.span.start - 20), low.span.start)
  return (
    low.kind === 'number' &&
    (high.amount ?? 0) - (low.amount ?? 0) === 1 &&
    /\b(?:with|other|its|his|her|their|and)\s+(?:\p{L}+\s+)?$/iu.test(before)
  )
}

function reconcileAmounts(a: Figure, b: Figure): Reconciled {
  if (a.amount === null || b.amount === null) return reconcileRanges(a, b)
  const units = otherUnits(a, b)
  if (units === 'one-number') return { relation: 'may-differ', reason: 'one number stands with two units' }
  if (units === 'money') return { relation: 'may-differ', reason: 'the sums are in two currencies' }
  if (a.amount === b.amount) return reconcileBounds(a.bound, b.bound)
  const [low, high] = a.amount < b.amount ? [a, b] : [b, a]
  const lowest = low.amount ?? 0
  const highest = high.amount ?? 0
  const apart = (highest - lowest) / highest
  if (a.kind === 'percent' && Math.abs(lowest + highest - 100) <= wholeSlack)
    return { relation: 'compatible', reason: wholeReason }
  if (leavesOneOut(low, high))
    return { relation: 'compatible', reason: 'one count leaves out the one who counts' }
  if (units === 'measures' && apart <= convertedShare)
    return { relation: 'rounded', reason: 'the same measure in another unit' }
  if (low.bound === 'above')
    return apart < farFromBound
      ? { relation: 'compatible', reason: 'one value is a lower bound' }
      : { relation: 'may-differ', reason: 'one value is a lower bound, far below the other' }
  if (high.bound === 'below')
    return apart < farFromBound
      ? { relation: 'compatible', reason: 'one value is an upper bound' }
      : { relation: 'may-differ', reason: 'one value is an upper bound, far above the other' }
  if (high.bound === 'just-below' && apart <= roundingShare)
    return { relation: 'rounded', reason: 'one value is rounded up' }
  if (low.bound === 'just-above' && apart <= roundingShare)
    return { relation: 'rounded', reason: 'one value is rounded down' }
  if ((low.bound === 'about' || high.bound === 'about') && apart <= roundingShare)
    return { relation: 'rounded', reason: 'one value is approximate' }
  if (a.kind === 'duration') {
    const [fine, coarse] = [grain(low.value), grain(high.value)].sort((x, y) => x - y)
    if (fine !== coarse && highest - lowest <= (coarse ?? 0) / 2 && apart <= coarseShare)
      return { relation: 'rounded', reason: 'given in a coarser unit' }
  }
  if (isRoundingOf(low, high)) return { relation: 'rounded', reason: 'one value is the other, rounded' }
  if ((low.bound === 'about' || high.bound === 'about') && apart < 0.25)
    return { relation: 'may-differ', reason: 'one value is approximate' }
  if (high.bound === 'just-below' && apart < 0.25) return { relation: 'may-differ', reason: nearlyReason }
  if (low.bound === 'just-above' && apart < 0.25)
    return { relation: 'may-differ', reason: 'one value is told as “just over” a number' }
  if (low.bound === 'just-below' && apart <= roundingShare)
    return { relation: 'may-differ', reason: nearlyReason }
  if (a.kind !== 'duration' && !samePeriod(a, b))
    return { relation: 'may-differ', reason: 'the amounts are told of two lengths of time' }
  return { relation: 'differ', reason: 'the values cannot both hold for one thing' }
}

type Units = 'one' | 'one-number' | 'measures' | 'money'

/** Whether two amounts are given in two units, and whether under one numeral ("six weeks", "six months"). */
function otherUnits(a: Figure, b: Figure): Units {
  if (a.kind === 'duration') {
    const [one, other] = [numeralOf(a.value), numeralOf(b.value)]
    return one !== null && one === other && a.amount !== b.amount ? 'one-number' : 'one'
  }
  if (a.unitWord === b.unitWord || a.unitWord === null || b.unitWord === null) return 'one'
  if (a.kind === 'money') return 'money'
  if (measureOf(a.unitWord) === null || measureOf(b.unitWord) === null) return 'one'
  const [one, other] = [a, b].map(({ value }) => value.split(' ')[0])
  return one === other && a.amount !== b.amount ? 'one-number' : 'measures'
}

/** Amounts "in seven years" and "over eight years" answer one question about two periods. */
function samePeriod(a: Figure, b: Figure): boolean {
  const [one, other] = [periodOf(a), periodOf(b)]
  return one === null || other === null || one === other
}

const periodOf = once(({ view, span }: Figure): number | null => {
  const clause = claimAt(view, span)
  const found = view.article.quantities.find(
    ({ kind, start, end }) =>
      kind === 'duration' && clause !== undefined && start >= clause.start && end <= clause.end,
  )
  return found ? contentsOf(found) : null
})

/** 1,386 and 1,400; 4.86 and 4.9: the rounder one is the other to fewer digits. */
function isRoundingOf(a: Figure, b: Figure): boolean {
  const [round, exact] = digitsOf(a) < digitsOf(b) ? [a, b] : [b, a]
  const kept = digitsOf(round)
  return kept < digitsOf(exact) && kept >= 2 && Number((exact.amount ?? 0).toPrecision(kept)) === round.amount
}

const digitsOf = once(
  ({ amount }: Figure): number =>
    (amount ?? 0)
      .toPrecision(12)
      .replace(/\D/g, '')
      .replace(/^0+|(?<!0)0+$/g, '').length,
)

const day = /^\d{4}-\d\d-\d\d$/
const daysOfWeek = 7

function reconcileDates(a: Figure, b: Figure): Reconciled {
  const dayA = a.value.slice(0, 10)
  const dayB = b.value.slice(0, 10)
  if (a.value.startsWith(b.value) || b.value.startsWith(a.value) || dayA === dayB)
    return { relation: 'compatible', reason: 'one value is more exact' }
  if (!day.test(dayA) || !day.test(dayB))
    return [a, b].some(({ view, span }) => /\bago$/iu.test(slice(view, span)))
      ? { relation: 'may-differ', reason: 'one date is counted back from its report' }
      : reconcilePeriods(dayA, dayB)
  const spread = startAndEnd(a, b)
  if (spread) return spread
  const [first, second] = dayA < dayB ? [a, b] : [b, a]
  const nights = Math.abs(Date.parse(dayA) - Date.parse(dayB)) / 86_400_000
  if (nights === 1 && nightly.test(around(first)) && earlyHours.test(around(second)))
    return { relation: 'may-differ', reason: 'one night lies between the two' }
  if (nights === daysOfWeek && [a, b].some(({ view, span }) => isDayByReport(slice(view, span))))
    return { relation: 'may-differ', reason: 'a weekday is named, and may be of either week' }
  return { relation: 'differ', reason: 'the days are not the same' }
}

const monthLength = 'yyyy-mm'.length

/** A month or a year against another, or against a day that does not lie in it. */
function reconcilePeriods(one: string, other: string): Reconciled {
  if (one.includes('W') || other.includes('W'))
    return { relation: 'may-differ', reason: 'one date could not be resolved to a day' }
  const months = one.length >= monthLength && other.length >= monthLength
  return { relation: 'differ', reason: `the ${months ? 'months' : 'years'} are not the same` }
}

const before = ({ view, span }: Figure): string => view.text.slice(Math.max(0, span.start - 36), span.start)

/** "From 3 March" in one report and "until 9 March" in the other: a start and an end. */
function startAndEnd(a: Figure, b: Figure): Reconciled | null {
  const [first, second] = a.value < b.value ? [a, b] : [b, a]
  return opens(first) && closes(second)
    ? { relation: 'may-differ', reason: 'one may be the start, the other the end' }
    : null
}

const opens = once((figure: Figure): boolean => opensSpan.test(before(figure)))
const closes = once((figure: Figure): boolean => closesSpan.test(before(figure)))

function around(figure: Figure): string {
  return figure.view.text.slice(Math.max(0, figure.span.start - 16), figure.span.end + 16)
}

function reconcilePlaces(a: Figure, b: Figure): Reconciled {
  const words = new Set(a.value.split(' '))
  return b.value.split(' ').some((word) => words.has(word) && word.length > 3)
    ? { relation: 'compatible', reason: 'the names share a word' }
    : { relation: 'differ', reason: 'the names are of two places' }
}

/** Equal, or one the other rounded: "$140,937,785" and, further up, "roughly $141 million". */
export function isOneValue(a: Figure, b: Figure): boolean {
  if (a.value === b.value && a.bound === b.bound) return true
  // Days and places are not rounded; asked for hundreds of thousands of pairs in a large event.
  if (a.kind === 'date' || a.kind === 'place') return a.value === b.value
  const { relation } = reconcile(a, b)
  return relation === 'equal' || relation === 'rounded'
}
