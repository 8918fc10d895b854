/** Dates as pages write them in markup, to ISO 8601 with the offset as given. */
import { listFile } from '../../english/word-lists.js'

const LANGUAGES = listFile('pages/months.txt')
  .lines('months')
  .map((names) => names.split(' '))

export const MONTHS: ReadonlyMap<string, number> = new Map(
  LANGUAGES.flatMap((names) => names.map((name, at) => [name, at + 1] as const)),
)

const [ENGLISH = []] = LANGUAGES

/** 1 to 12 for a name in full, or for an English one of which the first three letters or more are given; 0 for anything else. */
function monthNumber(name: string): number {
  const word = name.toLowerCase().replace(/\.$/u, '')
  return MONTHS.get(word) ?? (word.length < 3 ? 0 : ENGLISH.findIndex((month) => month.startsWith(word)) + 1)
}

const ZONE = '(Z|[+-]\\d{2}:?\\d{2}|[+-]\\d{2}|[A-Z]{2,4})'
const ISO = new RegExp(
  `^(\\d{4})-?(\\d{2})-?(\\d{2})(?:(?:T|,? )(\\d{1,2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d{1,9})?)? ?${ZONE}?)?$`,
  'iu',
)
const TIME = `(?:,? (\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?: ?${ZONE})?)?$`
/** "Wed, 03 Dec 2025 08:05:00 -0500", "3. Dezember 2025", "3 de diciembre de 2025", "3 Dec '25". */
const DAY_FIRST = new RegExp(
  `^(?:\\p{L}{2,12}[.,]{0,2} )?(\\d{1,2})(?:st|nd|rd|th|er|[.º])? (?:de )?(\\p{L}{3,12})\\.?,? (?:de )?(\\d{4}|['’]\\d{2})(?: г\\.?| р\\.?)?${TIME}`,
  'iu',
)
/** "December 3, 2025 9:15 EST" */
const MONTH_FIRST = new RegExp(
  `^(?:\\p{L}{2,12}[.,]{0,2} )?(\\p{L}{3,12})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})${TIME}`,
  'iu',
)
/** Day, month, year, perhaps of two digits: where dates are written with dots, the day comes first everywhere. */
const DOTTED = new RegExp(
  `^(?:\\p{L}{2,12}[.,]{0,2} )?(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4}|\\d{2})${TIME}`,
  'iu',
)

/** "11 / 27 / 2005 7:21": with slashes either may come first; read where only one of the two can be a month. */
const SLASHED = new RegExp(`^(\\d{1,2}) ?/ ?(\\d{1,2}) ?/ ?(\\d{4})${TIME}`, 'iu')

/** "2025年12月3日 18:05", "2025. 12. 3", "2025/12/3": where the year comes first, the month follows. */
const YEAR_FIRST = new RegExp(
  `^(\\d{4})(?:[./]|[年년])\\s?(\\d{1,2})(?:[./]|[月월])\\s?(\\d{1,2})[.日일]?(?: ?\\(\\p{L}\\))?${TIME}`,
  'u',
)

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
  MEZ: '+01:00',
  MESZ: '+02:00',
  WEST: '+01:00',
  EET: '+02:00',
  EEST: '+03:00',
  SAST: '+02:00',
  PKT: '+05:00',
  SGT: '+08:00',
  HKT: '+08:00',
  JST: '+09:00',
  KST: '+09:00',
  AEST: '+10:00',
  AEDT: '+11:00',
  NZST: '+12:00',
  NZDT: '+13:00',
}

/** "PDT", "ET": a zone, though it may change with the season. */
export function isZone(word: string): boolean {
  return Object.hasOwn(ZONES, word) || AMERICAN_ZONE.test(word)
}

export function isoDate(value: string): string | null {
  if (value.length > MAX_LENGTH) return null
  const text = inTwentyFourHours(value.replace(/\s+/gu, ' ').trim())
  const iso = ISO.exec(text)
  if (iso) return assemble(iso[1], iso[2], iso[3], iso.slice(4))
  const dotted = DOTTED.exec(text)
  if (dotted) return assemble(fourDigits(dotted[3]), dotted[2], dotted[1], dotted.slice(4))
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst) return assemble(yearFirst[1], yearFirst[2], yearFirst[3], yearFirst.slice(4))
  const slashed = SLASHED.exec(text)
  if (slashed) return eitherOrder(slashed)
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst)
    return assemble(
      fourDigits(dayFirst[3]?.replace(/^['’]/u, '')),
      month(dayFirst[2]),
      dayFirst[1],
      dayFirst.slice(4),
    )
  const monthFirst = MONTH_FIRST.exec(text)
  if (monthFirst) return assemble(monthFirst[3], month(monthFirst[1]), monthFirst[2], monthFirst.slice(4))
  return null
}

function eitherOrder([, one = '', other = '', year = '', ...time]: readonly (string | undefined)[]):
  string | null {
  if (Number(one) > 12) return assemble(year, other, one, time)
  return Number(other) > 12 || one === other ? assemble(year, one, other, time) : null
}

const SLASHES = /(?<!\d)(\d{1,2}) ?\/ ?(\d{1,2}) ?\/ ?(\d{4}|\d{2})(?!\d)/u
const AMERICAN_ZONE = /\b(?:[ECMP]|AK)[SD]?T\b/u

/** "2/3/2009 11:11 PM" as 2009-02-03 11:11 PM: a clock of two halves comes with the month first; two digits are the year where the zone is American. */
export function withMonthFirst(text: string): string {
  const isAmerican = AMERICAN_ZONE.test(text)
  if (!isAmerican && !/\d ?[ap]\.? ?m\b/iu.test(text)) return text
  return text.replace(SLASHES, (all: string, month: string, day: string, year: string) =>
    Number(month) > 12 || (year.length === 2 && !isAmerican)
      ? all
      : `${fourDigits(year)}-${pad(month)}-${pad(day)}`,
  )
}

const TIME_OF_DAY = /\b(\d{1,2})(?:[:.](\d{2}))?(:\d{2})?(?: ?([ap])\.? ?m\b\.?|(?<=:\d{2})([ap])\b)/iu

/** "9.12 p.m." as 21:12. */
export function inTwentyFourHours(text: string): string {
  return text.replace(
    TIME_OF_DAY,
    (_all, hour: string, minute = '00', second = '', half: string | undefined, short = '') => {
      const hours = (Number(hour) % 12) + ((half ?? String(short)).toLowerCase() === 'p' ? 12 : 0)
      return `${hours}:${minute}${second}`
    },
  )
}

/** Longest text that is read as a date. */
const MAX_LENGTH = 80

function month(name = ''): string {
  return String(monthNumber(name))
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

/** Empty for none, and for an abbreviation that may stand for several zones or changes with the season ("ET", "IST"). */
function offset(zone: string | undefined): string {
  if (zone === undefined) return ''
  if (/^[a-z]/iu.test(zone)) return ZONES[zone.toUpperCase()] ?? ''
  const digits = zone.replace(':', '').padEnd(5, '0')
  return `${digits.slice(0, 3)}:${digits.slice(3)}`
}

/** "03.12.25": of news on the web, years from 80 on are of the last century. */
function fourDigits(year = ''): string {
  if (year.length !== 2) return year
  return `${Number(year) >= 80 ? '19' : '20'}${year}`
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
