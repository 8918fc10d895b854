/** Visible date: the time of publication as the page prints it for its readers. */
import type { DraftBlock } from '../blocks.js'
import { isCalendarWord, months } from '../../english/calendar.js'
import { inTwentyFourHours, isoDate, isZone, withMonthFirst } from './dates.js'

/** Blocks at the head of a page, or below its heading, among which its date line stands. */
const FIRST_BLOCKS = 60
const NEAR_HEADING = 15
/** A date without a word of publication counts only here: above the heading stands today's, further down those of other reports. */
const BELOW_HEADING = 6
/** Longest line that can be one: author, date, time and reading time. Characters. */
const MAX_LINE = 160

/** Words of publication and of change, in ten languages; after them the date. */
const PUBLISHED =
  /(?<!\p{L})(?:(?:first |originally )?published|posted|issued|date|veröffentlicht|erschienen|erstellt|publié|publicado|pubblicato|gepubliceerd|geplaatst|opublikowano|опубликовано|опубліковано|publiziert|publiceret|publicerad|publisert|publikováno|vydáno|yayınlan\w*|yayım\w*|giriş|oluşturulma|diterbitkan|birt|입력|등록|公開|掲載)(?!\p{L})(?: (?:time|date)(?!\p{L}))?(?: (?:on|at|am|le|el|il|em|op)(?!\p{L}))? ?:? ?/iu
const CHANGED =
  /(?<!\p{L})(?:last )?(?:updated|modified|changed|edited|aktualisiert|geändert|mis à jour|modifié|actualizado|aggiornato|modificato|atualizado|bijgewerkt|gewijzigd|zaktualizowano|aktualizacja|обновлено|изменено|оновлено|opdateret|uppdaterad|oppdatert|aktualizováno|güncelle\w*|diperbarui|uppfært|cập nhật|수정|更新)(?!\p{L})(?: (?:time|date)(?!\p{L}))?(?: (?:on|at|am|le|el|il|em|op)(?!\p{L}))? ?:? ?/iu
/** What parts the date from what else stands in the line. */
const PARTS = / [|·•–—] | ?[|·•] ?/u
/** A clock time before or after the date in words, with its zone. */
const TIME_FIRST = /^(?<time>\d{1,2}[:.]\d{2}(?::\d{2})?)(?: ?(?<zone>[A-Z]{1,4}))?,? (?:on )?(?=\S)/u

export function visibleDates(page: readonly DraftBlock[]): string[] {
  const { all, below } = dateLines(page)
  const stated = all.flatMap((line) => behind(PUBLISHED, line)).map((line) => beforeChange(line))
  return [
    ...stated.flatMap((line) => [...datesIn(line), ...dateAtStart(line)]),
    ...below.map((line) => beforeChange(line)).flatMap(datesIn),
  ]
}

/** All dates printed near the heading: for who can tell by something else which of them is meant. */
export function printedDates(page: readonly DraftBlock[]): string[] {
  const { near } = dateLines(page)
  return near.flatMap((line) => [
    ...behind(PUBLISHED, line).flatMap(dateAtStart),
    ...datesIn(beforeChange(line)),
  ])
}

/** The time of the last change: behind a word of change, whatever stands before it. */
export function visibleChanges(page: readonly DraftBlock[]): string[] {
  return dateLines(page)
    .all.flatMap((line) => behind(CHANGED, line))
    .flatMap(datesIn)
}

type DateLines = {
  /** At the head of the page or near the heading. */
  readonly all: readonly string[]
  /** Near the heading, below it. */
  readonly near: readonly string[]
  /** Right below it. */
  readonly below: readonly string[]
}

function dateLines(page: readonly DraftBlock[]): DateLines {
  const heading = page.findIndex(({ owner }) => owner.tag === 'h1')
  const under = (count: number) => (heading === -1 ? [] : lines(page.slice(heading + 1, heading + 1 + count)))
  const all = lines(page.slice(0, Math.max(FIRST_BLOCKS, heading + 1 + NEAR_HEADING)))
  return { all, near: under(NEAR_HEADING), below: under(BELOW_HEADING) }
}

function behind(word: RegExp, line: string): string[] {
  const found = word.exec(line)
  return found ? [line.slice(found.index + found[0].length)] : []
}

function beforeChange(line: string): string {
  const found = CHANGED.exec(line)
  return found ? line.slice(0, found.index).replace(/[ |·•–—(,;-]{1,9}$/u, '') : line
}

function lines(blocks: readonly DraftBlock[]): string[] {
  return blocks.map(({ text }) => text).filter((text) => text.length <= MAX_LINE)
}

/** When a line says that its report was published, or changed last; null where it does not say, or not so that one can tell. */
export type Stamp = { readonly publishedAt: string | null; readonly changedAt: string | null }

/** Words of a line of times besides months, days, zones and halves of the day. */
const OF_STAMPS =
  /^(?:on|at|first|originally|story|created|edited|last|[ap]m?|ago|years?|days?|hours?|minutes?)$/iu
const TIME_SIGN = /\b(?:19|20)\d{2}\b|\d ?\/ ?\d{1,2} ?\/ ?\d|\b\d{1,2}[:.]\d{2}\b|\d ?[ap]\.? ?m\b|\bago\b/iu

/** Of a line of times and nothing else, perhaps behind words of publication and of change. */
export function stampOf(line: string): Stamp | null {
  if (line.length > MAX_LINE || !TIME_SIGN.test(line)) return null
  const rest = line
    .replace(/ \[.*\]$/u, '')
    .replace(PUBLISHED, ' ')
    .replace(CHANGED, ' ')
    .trim()
  const words = rest.match(/\p{L}+/gu) ?? []
  const isOfTimes = words.every(
    (word) => OF_STAMPS.test(word) || isCalendarWord(word.toLowerCase()) || isZone(word),
  )
  if (!(isOfTimes && !/^\d+$/u.test(rest)) && isoDate(plain(rest)) === null) return null
  const published = beforeChange(line)
  return {
    publishedAt: dateIn(behind(PUBLISHED, published)[0] ?? published),
    changedAt: dateIn(behind(CHANGED, line)[0] ?? ''),
  }
}

/** "… SAYSMay 4, 2029", "… says | May 4, 2029": run on from the headline, or behind a mark that parts it. */
const RUN_ON = new RegExp(
  `(?<=[\\p{L}.!?"'”’)])(?: ?[|•·–—-] ?)?(?<date>(?:${months.join('|')}) \\d{1,2}, \\d{4})$`,
  'iu',
)

/** The date that ends a headline and is none of its words, and where it begins. */
export function dateRunOn(headline: string): { readonly at: number; readonly iso: string } | null {
  const found = RUN_ON.exec(headline)
  const iso = isoDate(found?.groups?.['date'] ?? '')
  return found === null || iso === null ? null : { at: found.index, iso }
}

/** Whether a line is a date behind a word of publication or change, and nothing more. */
export function isDateLine(line: string): boolean {
  const stamp = [PUBLISHED, CHANGED].some((word) => word.exec(line)?.index === 0) ? stampOf(line) : null
  return stamp !== null && (stamp.publishedAt ?? stamp.changedAt) !== null
}

/** The most exact date in words of times, of as many of them as it takes. */
function dateIn(text: string): string | null {
  const words = inTwentyFourHours(withMonthFirst(text))
    .split(/\s+/u)
    .filter(Boolean)
    .slice(0, MAX_STAMP_WORDS)
  const dates = words.flatMap((_, from) =>
    words.flatMap((__, to) => (to < from ? [] : (dateOf(words.slice(from, to + 1).join(' ')) ?? []))),
  )
  return dates.sort((a, b) => b.length - a.length)[0] ?? null
}

const MAX_STAMP_WORDS = 12

/** Whether a part of a line is a date, perhaps with a word of publication before it or that of a change behind it. */
export function isDatePart(part: string): boolean {
  return dateOf(beforeChange(part)) !== null
}

/** The date that a part of a line is, in ISO 8601 as `isoDate` gives it; null where it is none. */
export function dateOf(part: string): string | null {
  const [date] = [part, ...behind(PUBLISHED, part)].flatMap(datesIn)
  return date === undefined ? null : isoDate(date)
}

/** What in a line is a date, as text that `isoDate` reads. */
function datesIn(line: string): string[] {
  return line
    .split(PARTS)
    .flatMap((part, index, parts) => [`${part} ${parts[index + 1] ?? ''}`, part])
    .map(plain)
    .filter((text) => isoDate(text) !== null)
}

/** "1 April 2025, 15:25 in: Culture": the longest beginning of a line that is a date. */
function dateAtStart(line: string): string[] {
  const words = line.split(' ').slice(0, MAX_DATE_WORDS)
  for (let count = words.length; count > 0; count--) {
    const text = plain(
      words
        .slice(0, count)
        .join(' ')
        .replace(/[,;|·–-]$/u, ''),
    )
    if (isoDate(text) !== null) return [text]
  }
  return []
}

const MAX_DATE_WORDS = 8

/** "at 10.15 a.m." and "10:15 GMT, 3 December" brought into the order that dates in markup have. */
function plain(text: string): string {
  const clock = inTwentyFourHours(withMonthFirst(text.trim()))
    .replace(/(\d),? ?(?:at|@|um|à|a las|alle|às|om|o|о|в)(?: ore)? (?=\d)/iu, '$1 ')
    .replace(/(\d{4}) ?[-–] ?(?=\d{1,2}[:.]\d{2})/u, '$1 ')
    .replace(/(\d{4}),? (\d{1,2})[.h](\d{2})\b/u, '$1 $2:$3')
    .replace(/(\d) ?(?:Uhr|hrs?|hours|h)\b\.?/u, '$1')
    .replace(/\(([A-Z]{2,4}(?:[+-]\d{2}:?\d{2})?)\)$/u, '$1')
    .replace(/(?:GMT|UTC)(?=[+-]\d{2})/u, '')
    .replace(/[.,]$/u, '')
  const first = TIME_FIRST.exec(clock)
  if (!first) return clock
  const [, time = '', zone = ''] = first
  return `${clock.slice(first[0].length)} ${time.replace('.', ':')} ${zone}`.trim()
}
