/**
 * Times as people read them: `14 May 2031, 09:30 (UTC+02:00)`.
 *
 * In: ISO 8601 as the page gave it. Out: words. Never: converts a zone or asks the machine for one.
 */
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

/** What does not look like ISO 8601 is printed as it stands. */
export function readableTime(time: string): string {
  const parts = iso.exec(time)
  const month = months[Number(parts?.[2]) - 1]
  if (!parts || !month) return time
  const day = `${Number(parts[3])} ${month} ${parts[1] ?? ''}`
  if (!parts[4]) return day
  const zone = parts[5] === undefined ? '' : parts[5] === 'Z' ? ' (UTC)' : ` (UTC${parts[5]})`
  return `${day}, ${parts[4]}${zone}`
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
