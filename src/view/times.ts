/**
 * Times as people read them: `14 May 2031, 09:30 (UTC+02:00)`.
 *
 * In: ISO 8601 as the page gave it. Out: words. Never: converts a zone or asks the machine for one.
 */
import { shorten } from './safe-text.js'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/

const monthAlone = /^(\d{4})-(\d\d)$/

const longestTime = 60

type Parts = { readonly day: string; readonly clock: string; readonly zone: string }

function partsOf(time: string): Parts | null {
  const parts = iso.exec(time)
  const month = months[Number(parts?.[2]) - 1]
  if (!parts || !month) return null
  const [, year = '', , day, clock = '', zone] = parts
  return {
    day: `${Number(day)} ${month} ${year}`,
    clock,
    zone: clock === '' || zone === undefined ? '' : zone === 'Z' ? ' (UTC)' : ` (UTC${zone})`,
  }
}

/** What does not look like ISO 8601 is printed as it stands, in short. */
export function readableTime(time: string): string {
  const parts = partsOf(time)
  if (parts === null) return readableMonth(time)
  return [parts.day, parts.clock + parts.zone].filter((part) => part !== '').join(', ')
}

/** `2026-02` is `February 2026` */
function readableMonth(time: string): string {
  const [, year = '', month] = monthAlone.exec(time) ?? []
  const name = months[Number(month) - 1]
  return name === undefined ? shorten(time, longestTime) : `${name} ${year}`
}

export function timeOrNone(time: string | null): string {
  return time === null ? 'time not given' : readableTime(time)
}

/** A time beside one that was already told in full, if one was: `09:30` where day and zone are the same. */
export function timeBeside(time: string, told: string | null): string {
  const [parts, other] = [partsOf(time), told === null ? null : partsOf(told)]
  if (parts === null || other === null || parts.clock === '') return readableTime(time)
  const clock = parts.clock + (parts.zone === other.zone ? '' : parts.zone)
  return parts.day === other.day ? clock : `${parts.day}, ${clock}`
}

/** `13 May 2031, 09:30 to 12:00 (UTC)`: what both ends share is said once. */
export function timeRange(from: string, to: string): string {
  const [first, last] = [readableTime(from), readableTime(to)]
  if (first === last) return first
  const [day, clock] = first.split(', ')
  const [otherDay, otherClock] = last.split(', ')
  if (day !== otherDay || clock === undefined || otherClock === undefined) return `${first} to ${last}`
  const zone = / \(.*\)$/.exec(clock)?.[0] ?? ''
  return zone !== '' && otherClock.endsWith(zone)
    ? `${day ?? ''}, ${clock.slice(0, -zone.length)} to ${otherClock}`
    : `${day ?? ''}, ${clock} to ${otherClock}`
}

/** Order of publication: known times first, by instant; undated last. */
export function publicationRank(time: string | null): number {
  const instant = time === null ? Number.NaN : Date.parse(time)
  return Number.isNaN(instant) ? Number.POSITIVE_INFINITY : instant
}
