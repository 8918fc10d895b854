/**
 * Visible date: the time of publication as the page prints it for its readers.
 *
 * In:    the page tree before cleaning. Out: candidates for a date, in the order in which they are to be believed.
 * Never: takes a date out of running text: the line holds a word of publication, or nothing but the date.
 *
 * Asked last, after all that the page states in markup.
 */
import { draftBlocks, type DraftBlock } from '../blocks.js'
import type { PageNode } from '../page-tree.js'
import { isoDate } from './dates.js'

/** Blocks at the head of a page among which its date line stands. */
const FIRST_BLOCKS = 60
/** A date without a word of publication counts only here: above the heading stands today's, further down those of other reports. */
const BELOW_HEADING = 6
/** Longest line that can be one: author, date, time and reading time. Characters. */
const MAX_LINE = 160

const PUBLISHED =
  /\b(?:(?:first |originally )?published|posted|issued|date)(?:\s+(?:on|at))?\b\s*:?\s*(?<rest>.*)$/iu
const CHANGED = /[\s|·•–—(,;]+(?:last )?(?:updated|modified|changed|edited)\b.*$/iu
/** What parts the date from what else stands in the line. */
const PARTS = /\s+[|·•–—]\s+|\s*[|·•]\s*/u
/** A clock time before or after the date in words, with its zone. */
const TIME_FIRST = /^(?<time>\d{1,2}[:.]\d{2})\s*(?<zone>[A-Z]{1,4})?,?\s+(?:on\s+)?(?<date>.+)$/u
const TIME_OF_DAY = /\b(?<hour>\d{1,2})[:.](?<minute>\d{2})\s*(?<half>[ap])\.?m\b\.?/iu

export function visibleDates(root: PageNode): string[] {
  const blocks = draftBlocks(root).slice(0, FIRST_BLOCKS)
  const heading = blocks.findIndex(({ owner }) => owner.tag === 'h1')
  const below = heading === -1 ? [] : blocks.slice(heading + 1, heading + 1 + BELOW_HEADING)
  const stated = lines(blocks).flatMap((line) => PUBLISHED.exec(line)?.groups?.['rest'] ?? [])
  return [...stated, ...lines(below)].flatMap(datesIn)
}

function lines(blocks: readonly DraftBlock[]): string[] {
  return blocks.map(({ text }) => text).filter((text) => text.length <= MAX_LINE)
}

function datesIn(line: string): string[] {
  return line
    .replace(CHANGED, '')
    .split(PARTS)
    .flatMap((part, index, parts) => [`${part} ${parts[index + 1] ?? ''}`, part])
    .map(plain)
    .filter((text) => isoDate(text) !== null)
}

/** "at 10.15 a.m." and "10:15 GMT, 3 December" brought into the order that dates in markup have. */
function plain(text: string): string {
  const clock = text
    .trim()
    .replace(TIME_OF_DAY, twentyFourHours)
    .replace(/(\d),?\s+at\s+(?=\d)/u, '$1 ')
    .replace(/(\d{4}),?\s+(\d{1,2})\.(\d{2})\b/u, '$1 $2:$3')
    .replace(/\(([A-Z]{2,4})\)$/u, '$1')
    .replace(/[.,]$/u, '')
  const first = TIME_FIRST.exec(clock)?.groups
  return first ? `${first['date']} ${first['time']?.replace('.', ':')} ${first['zone'] ?? ''}`.trim() : clock
}

function twentyFourHours(_all: string, hour: string, minute: string, half: string): string {
  const hours = (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  return `${hours}:${minute}`
}
