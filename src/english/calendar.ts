/** Words of the calendar and of time: data/english/calendar.txt. */
import { once } from '../text/once.js'
import { anyOf, wordFile } from './word-lists.js'

const file = wordFile('calendar.txt')
const printed = (section: string): readonly string[] =>
  [...file.words(section)].map((word) => word.charAt(0).toUpperCase() + word.slice(1))

/** With a capital, Sunday first. */
export const weekdays = printed('days')
/** With a capital. */
export const months = printed('months')
export const shortMonths = printed('short-months')

const union = (...sections: readonly string[]): ReadonlySet<string> =>
  new Set(sections.flatMap((section) => [...file.words(section)]))

/** Lower case. */
export const monthNames = union('months')

const dayNames = union('days')

export function isWeekday(word: string): boolean {
  return dayNames.has(word.toLowerCase())
}

/** Both name weekdays, and each of the one is two days or more from each of the other, whatever the week. */
export function areDaysApart(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [ours, theirs] = [daysIn(one), daysIn(other)]
  const apart = (a: number, b: number): number => Math.min((a - b + 7) % 7, (b - a + 7) % 7)
  return ours.length > 0 && theirs.length > 0 && ours.every((a) => theirs.every((b) => apart(a, b) > 1))
}

const daysIn = once((words: ReadonlySet<string>) =>
  [...dayNames].flatMap((day, at) => (words.has(day) ? [at] : [])),
)

/** "Yesterday", "tonight". */
export const daysByReport = file.words('by-report')

/** "Friday", "last Friday", "yesterday": a day that its report's date tells. */
export function isDayByReport(words: string): boolean {
  const last = words.toLowerCase().replace(/^(?:last|this|next) /u, '')
  return dayNames.has(last) || daysByReport.has(words.toLowerCase())
}

/** Lower case. */
export const daysAndMonths = union('days', 'months')

/** Nouns and adverbs that say when, days and months among them: base forms, lower case. */
export const timeWords = union('days', 'months', 'times')

const capitals = union('days', 'months', 'short-days', 'short-months', 'feasts', 'clock')

/** A word that has a capital wherever it stands, and names nobody. Lower case; a full stop may follow. */
export function isCalendarWord(lower: string): boolean {
  return capitals.has(lower.replace(/\.$/, ''))
}

/** Before a day: words that look ahead to it, and words of what has been. */
const lookingAhead = new RegExp(anyOf(file.lines('ahead')), 'giu')
const lookingBack = new RegExp(anyOf(file.words('done')), 'giu')
/** Characters before a day, and behind it, where its verb may come late. */
const [near, far] = [90, 160]

type Direction = 'ahead' | 'back' | null

/** Whether a sentence up to a day looks ahead to it: the nearest sign before it decides. */
export function looksAhead(before: string): boolean {
  return directionBefore(before) === 'ahead'
}

/** The same, by the first sign behind the day where none stands before it: "On Wednesday she will outline her plan". */
export function looksAheadAround(before: string, behind: string): boolean {
  return (directionBefore(before) ?? directionBehind(behind)) === 'ahead'
}

function directionBefore(text: string): Direction {
  const part = text.slice(-near)
  return nearer(lastIndex(part, lookingAhead), lastIndex(part, lookingBack))
}

function directionBehind(text: string): Direction {
  const part = text.slice(0, far)
  const first = (pattern: RegExp): number => {
    const [match] = part.matchAll(pattern)
    return match === undefined ? -1 : far - match.index
  }
  return nearer(first(lookingAhead), first(lookingBack))
}

function nearer(ahead: number, back: number): Direction {
  if (ahead < 0 && back < 0) return null
  return ahead > back ? 'ahead' : 'back'
}

function lastIndex(text: string, pattern: RegExp): number {
  let last = -1
  for (const match of text.matchAll(pattern)) last = match.index
  return last
}

/** Of a night between two days, and of the hours after it. */
export const nightly = new RegExp(anyOf(file.words('night')), 'iu')
export const earlyHours = new RegExp(anyOf(file.lines('early')), 'iu')

const otherTimes = file.words('other-times')

/** "Yesterday", "last", "1998": of another time than the report's. */
export function tellsOtherTime(norm: string): boolean {
  return otherTimes.has(norm) || /^(?:1[89]|20)\d\d$/u.test(norm)
}
