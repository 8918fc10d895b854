/** Values and times as people read them: `19 hours`, `person: 4,000`, `14 May 2031, 09:30 (UTC+02:00)`. Never rounded or converted. */
import { firstBy } from '../text/order.js'
import { instantOf, isoTime } from '../text/publication.js'
import { shorten } from './safe-text.js'
import { count } from './words.js'

const monthName = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })
const months = Array.from({ length: 12 }, (_, month) => monthName.format(Date.UTC(2000, month)))

const week = /^(\d{4})-W(\d\d)$/
const monthAlone = /^(\d{4})-(\d\d)$/

const longestTime = 60

type Parts = { readonly day: string; readonly clock: string; readonly zone: string }

function partsOf(time: string): Parts | null {
  const parts = isoTime.exec(time)
  const month = months[Number(parts?.[2]) - 1]
  if (!parts || !month) return null
  const [, year = '', , day, clock = '', zone] = parts
  return {
    day: `${Number(day)} ${month} ${year}`,
    clock,
    zone: clock === '' || zone === undefined ? '' : utc.test(zone) ? ' (UTC)' : ` (UTC${zone})`,
  }
}

const utc = /^(?:Z|[+-]00:?00)$/

/** What does not look like ISO 8601 is printed as it stands, in short. */
export function readableTime(time: string): string {
  const parts = partsOf(time)
  if (parts === null) return readableMonth(time)
  return [parts.day, parts.clock + parts.zone].filter((part) => part !== '').join(', ')
}

/** `2026-02` is `February 2026`, `2025-W49` the `week of 1 December 2025` */
function readableMonth(time: string): string {
  const [, year = '', month] = monthAlone.exec(time) ?? []
  const name = months[Number(month) - 1]
  if (name !== undefined) return `${name} ${year}`
  const [, ofYear, number] = week.exec(time) ?? []
  return ofYear === undefined
    ? shorten(time, longestTime)
    : `week of ${mondayOf(Number(ofYear), Number(number))}`
}

const dayLength = 24 * 60 * 60 * 1000

/** The Monday of a week of ISO 8601: the first week of a year is that of 4 January. */
function mondayOf(year: number, number: number): string {
  const fourth = Date.UTC(year, 0, 4)
  const sinceMonday = (new Date(fourth).getUTCDay() + 6) % 7
  const monday = new Date(fourth + (7 * (number - 1) - sinceMonday) * dayLength)
  return readableTime(monday.toISOString().slice(0, 10))
}

export function timeOrNone(time: string | null): string {
  return time === null ? 'time not given' : readableTime(time)
}

/**
 * Times of a list below a line that told the first in full: `09:30` where all have one day and one zone. What differs
 * among them stands with each. In: the times, undated ones too. Out: day and clock, '' where not said, in their order.
 */
export function timesInList(times: readonly (string | null)[]): readonly (TimeInList | null)[] {
  const parts = times.map((time) => (time === null ? null : partsOf(time)))
  const oneOf = (key: 'day' | 'zone'): boolean =>
    new Set(parts.flatMap((part) => (part === null ? [] : [part[key]]))).size < 2
  const [oneDay, oneZone] = [oneOf('day'), oneOf('zone')]
  return times.map((time, index) => {
    const part = parts[index] ?? null
    if (time === null) return null
    if (part === null || part.clock === '') return { day: readableTime(time), clock: '' }
    return { day: oneDay ? '' : part.day, clock: part.clock + (oneZone ? '' : part.zone) }
  })
}

export type TimeInList = { readonly day: string; readonly clock: string }

/** `13 May 2031, 09:30 to 12:00 (UTC)`: what both ends share is said once. */
export function timeRange(from: string, to: string): string {
  const of = (time: string, other: string): string => {
    const words = readableTime(time)
    const isOpen = words.includes(':') && offsetOf(time) === null && offsetOf(other) !== null
    return isOpen ? `${words} (zone not given)` : words
  }
  const [first, last] = [of(from, to), of(to, from)]
  if (first === last) return first
  const [day, clock] = first.split(', ')
  const [otherDay, otherClock] = last.split(', ')
  if (day !== otherDay) return `${first} to ${last}`
  // A day and an hour of it are that day.
  if (clock === undefined || otherClock === undefined) return day ?? ''
  const zone = / \(.*\)$/.exec(clock)?.[0] ?? ''
  return zone !== '' && otherClock.endsWith(zone)
    ? `${day ?? ''}, ${clock.slice(0, -zone.length)} to ${otherClock}`
    : `${day ?? ''}, ${clock} to ${otherClock}`
}

/** Minutes east of UTC of the zone that most of these times state; the westernmost of several. Null where none states one. */
export function commonZone(times: readonly (string | null)[]): number | null {
  const stated = times.flatMap((time) => (time === null ? [] : (offsetOf(time) ?? [])))
  const tally = (offset: number): number => stated.filter((one) => one === offset).length
  const commonest = firstBy(new Set(stated), (offset) => [-tally(offset), offset])
  return commonest ?? null
}

/** The same instant on the clock of another zone; what states no zone, and what is no time, stays as it is. */
export function inZone(time: string, offset: number | null): string {
  if (offset === null || offsetOf(time) === null) return time
  const shifted = new Date(instantOf(time) + offset * 60_000)
  if (Number.isNaN(shifted.getTime())) return time
  const two = (number: number): string => String(number).padStart(2, '0')
  const size = Math.abs(offset)
  const zone = offset === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
  return `${shifted.toISOString().slice(0, 16)}${zone}`
}

function offsetOf(time: string): number | null {
  const zone = isoTime.exec(time)?.[5]
  if (zone === undefined) return null
  if (zone === 'Z') return 0
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))]
  return (zone.startsWith('-') ? -1 : 1) * (60 * hours + minutes)
}

const duration =
  /^P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/
const units = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const
const amount = /^(-?)(\d+)(\.\d+)?(?: (.+))?$/
const yearAlone = /^[12]\d{3}$/
const thousands = new Intl.NumberFormat('en')

/** What is neither a duration, a date nor a number is printed as it stands. */
export function readableValue(value: string): string {
  const parts = duration.exec(value)?.slice(1) ?? []
  const words = units.flatMap((unit, index) => {
    const number = parts[index]
    return number === undefined ? [] : [count(Number(number), unit)]
  })
  return words.length > 0 ? words.join(', ') : (readableAmount(value) ?? readableTime(value))
}

/** The unit stands before the number: it is a word's stem, which need not agree with it. A year is no amount. */
function readableAmount(value: string): string | null {
  const [, sign = '', whole, fraction = '', unit] = amount.exec(value) ?? []
  if (whole === undefined || (unit === undefined && yearAlone.test(value))) return null
  const number = sign + (whole.startsWith('0') ? whole : thousands.format(BigInt(whole))) + fraction
  return unit === undefined ? number : `${unit}: ${number}`
}

/** What a value tells beyond the words as printed: which day "Thursday" is. An amount in figures tells nothing more. */
export function addedByValue(text: string, value: string): string {
  if (amount.test(value)) return ''
  const readable = readableValue(value)
  const plain = (words: string): string => words.toLowerCase().replaceAll(',', '').replaceAll('-', ' ')
  return ` ${plain(text)} `.includes(` ${plain(readable)} `) ? '' : readable
}
