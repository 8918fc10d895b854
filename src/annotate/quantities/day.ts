/** Days as plain numbers (days since 1970-01-01), so that no clock and no zone of the machine comes in. */
import type { Quantity } from '../../model/annotation.js'
import type { TaggedWord } from '../../english/parse/tree.js'

export type PublicationDay = { readonly day: number; readonly year: number; readonly month: number }

/** The local day of publication: the date as printed with its offset; a time in UTC (`Z`) is read in the given IANA zone. */
export function publicationDay(publishedAt: string | null, zone: string): PublicationDay | null {
  if (publishedAt === null) return null
  const local =
    publishedAt.includes('T') && publishedAt.endsWith('Z') ? inZone(publishedAt, zone) : publishedAt
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(local)
  if (!match) return null
  const [year, month, date] = match.slice(1).map(Number)
  return year === undefined || month === undefined || date === undefined
    ? null
    : { day: dayNumber(year, month, date), year, month }
}

/** Swedish dates are written as ISO 8601 has them. */
function inZone(instant: string, timeZone: string): string {
  const time = Date.parse(instant)
  return Number.isNaN(time) ? instant : new Intl.DateTimeFormat('sv-SE', { timeZone }).format(time)
}

export function dayNumber(year: number, month: number, date: number): number {
  return Math.round(Date.UTC(year, month - 1, date) / 86_400_000)
}

/** ISO 8601 date; null for a date that does not exist (`2025-02-30`). */
export function isoDate(year: number, month: number, date: number): string | null {
  const time = new Date(Date.UTC(year, month - 1, date))
  return time.getUTCMonth() === month - 1 && time.getUTCDate() === date
    ? time.toISOString().slice(0, 10)
    : null
}

export function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** 0 Sunday to 6 Saturday; 1970-01-01 was a Thursday. */
export function weekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7
}

/** ISO 8601 week (`2025-W49`) of a day. */
export function isoWeek(day: number): string {
  const thursday = day - ((weekday(day) + 6) % 7) + 3
  const year = Number(isoDay(thursday).slice(0, 4))
  const week = Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** ISO 8601 month, `months` after the given one. */
export function isoMonth(year: number, month: number, months = 0): string {
  const index = year * 12 + month - 1 + months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

export type FoundQuantity = Pick<Quantity, 'kind' | 'unit' | 'start' | 'end'> & {
  /** Null: the words are a date that cannot be resolved; no other rule may read a part of them. */
  readonly value: string | null
}

export type SentenceText = {
  /** The sentence with straight apostrophes and plain spaces, the same length as printed. */
  readonly text: string
  /** The same in lower case: long patterns that ignore case compile slowly. */
  readonly lower: string
  readonly words: readonly TaggedWord[]
  /** Place of the sentence in the article. */
  readonly start: number
  /** Local day of publication, or null. */
  readonly published: PublicationDay | null
}

/** One rule a file. Rules run in order; what an earlier rule took a later one may not touch. */
export type QuantityRule = (sentence: SentenceText) => FoundQuantity[]
