/** Whether two figures of one kind can both hold, and why: a relation and its reason in words. */
import { earlyHours, isDayByReport, nightly, weekdays } from '../../english/calendar.js'
import { measureOf } from '../../english/figure-words.js'
import { once } from '../../text/once.js'
import { grain, numeralOf } from './amount.js'
import { slice } from '../printed-words.js'
import { type Bound, type Figure, figuresOf } from './figure.js'

export type Relation = 'equal' | 'rounded' | 'compatible' | 'may-differ' | 'differ'

export type Reconciled = { readonly relation: Relation; readonly reason: string }

/** Two counts nearer than this share of the larger may be one count, rounded or at another hour, if one is approximate. */
const roundingShare = 0.1
/** Two measures in two units are each rounded in their own: 30 miles, 50 kilometres. */
const convertedShare = 0.05
/** "Five hours" may stand for 290 minutes, "an hour" hardly for 40. */
const coarseShare = 0.2
/** Farther apart no "about" or "nearly" reaches. */
const vagueShare = 0.25
/** From this share of the larger on, a value is far from the bound that the other report gives: both can still hold. */
const farFromBound = 0.5

/** Two shares that make up the whole are two sides of one: 30 % left, 70 % gone. */
const wholeSlack = 1.05

export const sameValue = 'the same value'
export const wholeReason = 'the two make up the whole'

export function reconcile(a: Figure, b: Figure): Reconciled {
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

/** "17 February" and "Friday": one day, once the report's own date is known. */
function sameReason(a: Figure, b: Figure): string {
  const printed = [a, b].map(({ view, span }) => slice(view, span))
  const relative = printed.find((words) => isDayByReport(words))
  return a.kind === 'date' && relative !== undefined && !printed.every((words) => isDayByReport(words))
    ? `the same day, “${relative}” by the date of its report`
    : sameValue
}

function reconcileAmounts(a: Figure, b: Figure): Reconciled {
  if (a.amount === null || b.amount === null) return reconcileRanges(a, b)
  const units = otherUnits(a, b)
  if (units === 'one-number') return { relation: 'may-differ', reason: 'one number stands with two units' }
  if (units === 'money') return { relation: 'may-differ', reason: 'the sums are in two currencies' }
  if (a.amount === b.amount) return reconcileBounds(a.bound, b.bound)
  const [low, high] = a.amount < b.amount ? [a, b] : [b, a]
  const apart = ((high.amount ?? 0) - (low.amount ?? 0)) / (high.amount ?? 1)
  const isBelow = (reason: string, far: string): Reconciled =>
    apart < farFromBound
      ? { relation: 'compatible', reason }
      : { relation: 'may-differ', reason: `${reason}, far ${far} the other` }
  if (a.kind === 'percent' && Math.abs(a.amount + b.amount - 100) <= wholeSlack)
    return { relation: 'compatible', reason: wholeReason }
  if (units === 'measures' && apart <= convertedShare)
    return { relation: 'rounded', reason: 'the same measure in another unit' }
  if (low.bound === 'above') return isBelow('one value is a lower bound', 'below')
  if (high.bound === 'below') return isBelow('one value is an upper bound', 'above')
  if (isRoundingOf(low, high)) return { relation: 'rounded', reason: 'one value is the other, rounded' }
  if (isCoarser(low, high, apart)) return { relation: 'rounded', reason: 'given in a coarser unit' }
  const vague = vagueReason(low, high)
  if (vague !== null && apart < (vague.fits ? vagueShare : roundingShare))
    return { relation: vague.fits && apart <= roundingShare ? 'rounded' : 'may-differ', reason: vague.reason }
  return { relation: 'differ', reason: 'both cannot be right, if they mean the same thing' }
}

/** The sixteen of "missed ten of the team's 16 games": a count of which another is a part, by the words between them. */
export const isWhole = once(({ view, span, kind }: Figure): boolean =>
  figuresOf(view).some(
    (part) =>
      part.kind === kind &&
      /^ (?:out )?of (?:[^.;]{0,30} )?$/u.test(view.text.slice(part.span.end, span.start)),
  ),
)

/** Which of two amounts is told roughly, and whether in the direction of the other. */
function vagueReason(low: Figure, high: Figure): { readonly reason: string; readonly fits: boolean } | null {
  const bounds: readonly Bound[] = [low.bound, high.bound]
  if (bounds.includes('about')) return { reason: 'one value is approximate', fits: true }
  if (bounds.includes('nearly'))
    return { reason: 'one value is told as “nearly” a number', fits: high.bound === 'nearly' }
  if (bounds.includes('just-over'))
    return { reason: 'one value is told as “just over” a number', fits: low.bound === 'just-over' }
  return null
}

const range = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/u

/** "10 to 15" against one number: compatible where it lies inside. */
function reconcileRanges(a: Figure, b: Figure): Reconciled {
  const [one, other] = [a, b].map(({ value, amount }) => {
    const parts = range.exec(value)
    const low = parts ? Number(parts[1]) : amount
    const high = parts ? Number(parts[2]) : amount
    return low === null || high === null ? null : { low, high }
  })
  if (!one || !other) return { relation: 'may-differ', reason: 'one value could not be read as a number' }
  const slack = 1 + roundingShare
  return one.low <= other.high * slack && other.low <= one.high * slack
    ? { relation: 'compatible', reason: 'one value lies in the range of the other' }
    : { relation: 'may-differ', reason: 'one value is a range' }
}

/** One number, told with two qualifiers: "more than 40" and "40", "nearly 300" and "about 300". */
function reconcileBounds(one: Bound, other: Bound): Reconciled {
  const bounds: readonly Bound[] = [one, other]
  const above = bounds.includes('above') || bounds.includes('just-over')
  const below = bounds.includes('below') || bounds.includes('nearly')
  if (above && below)
    return { relation: 'differ', reason: 'one value lies above that number, the other below it' }
  if (bounds.includes('above')) return { relation: 'compatible', reason: 'one value is a lower bound' }
  if (bounds.includes('below')) return { relation: 'compatible', reason: 'one value is an upper bound' }
  return { relation: 'rounded', reason: 'one value is approximate' }
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

function isCoarser(low: Figure, high: Figure, apart: number): boolean {
  if (low.kind !== 'duration') return false
  const [fine = 0, coarse = 0] = [grain(low.value), grain(high.value)].sort((x, y) => x - y)
  return fine !== coarse && (high.amount ?? 0) - (low.amount ?? 0) <= coarse / 2 && apart <= coarseShare
}

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

const isoDay = /^\d{4}-\d\d-\d\d/u

/** Sunday is 0; null for what is no single day. */
export const dayOfWeek = once(({ kind, value }: Figure): number | null => {
  if (kind !== 'date') return null
  const [day] = isoDay.exec(value) ?? []
  if (day !== undefined) return new Date(Date.parse(day)).getUTCDay()
  const named = weekdays.indexOf(value)
  return named < 0 ? null : named
})

/** Days between two days of the week, the short way round; null where one is none. */
export function daysApart(a: Figure, b: Figure): number | null {
  const [one, other] = [dayOfWeek(a), dayOfWeek(b)]
  return one === null || other === null ? null : Math.min((one - other + 7) % 7, (other - one + 7) % 7)
}

/** Between two values that are a year each; null where one is more exact or none. */
export function yearsApart(a: Figure, b: Figure): number | null {
  const isYear = ({ value }: Figure): boolean => /^\d{4}$/u.test(value)
  return isYear(a) && isYear(b) ? Math.abs(Number(a.value) - Number(b.value)) : null
}

function reconcileDates(a: Figure, b: Figure): Reconciled {
  const [one, other] = [a.value.slice(0, isoLength), b.value.slice(0, isoLength)]
  if (one.startsWith(other) || other.startsWith(one))
    return { relation: 'compatible', reason: 'one value is more exact' }
  const apart = daysApart(a, b)
  if (apart === null) return reconcilePeriods(one, other)
  if (apart === 0 && !(isoDay.test(one) && isoDay.test(other)))
    return { relation: 'compatible', reason: 'one names the weekday of the other' }
  if (apart === 0)
    return [a, b].some(({ view, span }) => isDayByReport(slice(view, span)))
      ? { relation: 'may-differ', reason: 'a weekday is named, and may be of either week' }
      : { relation: 'differ', reason: 'the days are not the same' }
  if (apart === 1 && [a, b].map(around).some((words) => nightly.test(words) || earlyHours.test(words)))
    return { relation: 'may-differ', reason: 'one night lies between the two' }
  return { relation: 'differ', reason: 'the days are not the same' }
}

const isoLength = 'yyyy-mm-dd'.length
const monthLength = 'yyyy-mm'.length

/** A month or a year against another, or against a day that does not lie in it. */
function reconcilePeriods(one: string, other: string): Reconciled {
  if ([one, other].some((value) => !/^[\d-]+$/u.test(value)))
    return { relation: 'may-differ', reason: 'one date could not be resolved to a day' }
  const months = one.length >= monthLength && other.length >= monthLength
  return { relation: 'differ', reason: `the ${months ? 'months' : 'years'} are not the same` }
}

function around(figure: Figure): string {
  return figure.view.text.slice(Math.max(0, figure.span.start - 16), figure.span.end + 16)
}

function reconcilePlaces(a: Figure, b: Figure): Reconciled {
  const words = new Set(a.value.split(' '))
  return b.value.split(' ').some((word) => words.has(word) && word.length > 3)
    ? { relation: 'compatible', reason: 'one place, by a longer and a shorter name' }
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
