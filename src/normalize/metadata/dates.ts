/**
 * Dates as pages write them in markup, to ISO 8601 with the offset as given.
 *
 * In:    an attribute or JSON-LD value. Out: `2025-12-03T08:05:00+02:00`, `2025-12-03T08:05:00` where the page gives no offset,
 * `2025-12-03` where it gives no time, null where it is no date.
 * Never: converts to another zone, or guesses between day and month.
 */
const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T\s]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/iu
const RFC =
  /^(?:[A-Z][a-z]{2,8},?\s+)?(\d{1,2})\s+([A-Z][a-z]{2})[a-z]*\.?,?\s+(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|E[SD]T|C[SD]T|M[SD]T|P[SD]T|CET|CEST|BST|MSK)?)?$/iu
const US =
  /^(?:[A-Z][a-z]{2,8}\.?,?\s+)?([A-Z][a-z]{2})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})(?:,?\s+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|E[SD]T|C[SD]T|M[SD]T|P[SD]T|CET|CEST|BST|MSK)?)?$/iu

const MONTHS: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Abbreviations with one meaning in news pages (RFC 2822, section 4.3, and the common European ones). */
const ZONES: Readonly<Record<string, string>> = {
  Z: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  CET: '+01:00',
  CEST: '+02:00',
  BST: '+01:00',
  MSK: '+03:00',
}

export function isoDate(value: string): string | null {
  const text = value.trim()
  if (text.length > 60) return null
  if (/^\d{13}$|^\d{10}$/u.test(text)) return fromEpoch(text)
  const iso = ISO.exec(text)
  if (iso) return assemble(iso[1], iso[2], iso[3], iso.slice(4))
  const rfc = RFC.exec(text)
  if (rfc) return assemble(rfc[3], month(rfc[2]), rfc[1], rfc.slice(4))
  const us = US.exec(text)
  if (us) return assemble(us[3], month(us[1]), us[2], us.slice(4))
  return null
}

function fromEpoch(digits: string): string | null {
  const milliseconds = Number(digits) * (digits.length === 10 ? 1000 : 1)
  const iso = new Date(milliseconds).toISOString().replace('.000', '')
  return isPlausible(Number(iso.slice(0, 4))) ? iso : null
}

function month(name = ''): string {
  return String(MONTHS.indexOf(name.toLowerCase()) + 1)
}

function assemble(
  year = '',
  monthDigits = '',
  day = '',
  [hour, minute, second, zone]: readonly (string | undefined)[],
): string | null {
  const date = `${year}-${pad(monthDigits)}-${pad(day)}`
  if (!isPlausible(Number(year)) || !isCalendarDate(date)) return null
  if (hour === undefined || minute === undefined) return date
  if (Number(hour) > 23 || Number(minute) > 59) return date
  return `${date}T${pad(hour)}:${minute}:${second ?? '00'}${offset(zone)}`
}

function offset(zone: string | undefined): string {
  if (zone === undefined) return ''
  const named = ZONES[zone.toUpperCase()]
  if (named !== undefined) return named
  const digits = zone.replace(':', '').padEnd(5, '0')
  return `${digits.slice(0, 3)}:${digits.slice(3)}`
}

function pad(digits: string): string {
  return digits.padStart(2, '0')
}

function isCalendarDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

/** The years in which a page of news can have been published on the web, with room ahead. */
function isPlausible(year: number): boolean {
  return year >= 1980 && year <= 2100
}
