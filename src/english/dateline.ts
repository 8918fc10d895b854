/** Datelines (`MOSCOW, Dec. 2 (Reuters) —`): where and by whom a report was filed; no part of its first claim. */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Span } from '../model/span.js'
import { isCalendarWord, months, shortMonths } from './calendar.js'
import { functionWords } from './function-words.js'
import { tagWords } from './parse/parse.js'
import type { TaggedWord } from './parse/tree.js'

const longest = 16

/** Number of words of the dateline that opens the sentence, its dash included; 0 for none. */
export function datelineLength(words: readonly TaggedWord[]): number {
  const dash = words.findIndex(
    (word, i) => i > 0 && i < longest && /^(?:—|―|–|--?)$/.test(word.surface) && !isHyphen(words, i),
  )
  if (dash < 1) return 0
  const before = words.slice(0, dash)
  const [first] = before
  if (!first || !/^\p{Lu}/u.test(first.surface)) return 0
  const closesBracket = before.at(-1)?.surface === ')'
  const shouts = /^\p{Lu}{3,}$/u.test(first.surface)
  if (!closesBracket && !shouts) return 0
  return before.every((word) => word.pos !== 'VERB' && word.pos !== 'AUX') ? dash + 1 : 0
}

/** A sentence behind its dateline; as it is where it has none. */
export function withoutDateline<S extends Span>(text: string, sentence: S): S {
  const opening = text.slice(sentence.start, Math.min(sentence.end, sentence.start + farthest))
  if (!/ [—―–-]{1,2} /u.test(opening)) return sentence
  const words = tagWords(text, sentence)
  const first = words[datelineLength(words)]
  return first === undefined ? sentence : { ...sentence, start: first.start }
}

/** Characters from a sentence's start to the dash of its dateline, at most. */
const farthest = 120

function isHyphen(words: readonly TaggedWord[], i: number): boolean {
  return words[i - 1]?.end === words[i]?.start && words[i + 1]?.start === words[i]?.end
}

/** "Port Hale, Nov. 4 -", "PORT HALE, Nov 4, 2031 (Coast Radio) —": place, day and perhaps who reports, in the first lines. */
const filed = new RegExp(
  `^(?<place>\\p{Lu}[\\p{L}.'’ -]{1,30})[,-] ?(?<m>${[...months, ...shortMonths].join('|')})\\.? (?<d>\\d{1,2})(?:, (?<y>\\d{4}))?` +
    '(?: ?[(/][^()/]{1,40}[)/])? ?(?:—|―|–|--?)(?: |$)',
  'u',
)
const firstBlocks = 3
/** Between a dateline and another date of the event that gives its year: a month. */
const nearby = 31 * 86_400_000

/** The day that a dateline states, of the year in which it is near to some of these days; null where it states none, or of no one year. */
export function datelineDay(
  { text, blocks }: Pick<AnnotatedArticle, 'text' | 'blocks'>,
  days: readonly string[],
): string | null {
  const groups = blocks
    .filter(({ kind }) => kind !== 'headline' && kind !== 'imprint')
    .slice(0, firstBlocks)
    .map(({ start, end }) => filed.exec(text.slice(start, Math.min(end, start + farthest)))?.groups)
    .find((one) => one !== undefined)
  const { place = '', m = '', d = '', y } = groups ?? {}
  if (!place.split(/[ -]/u).every(namesPlace)) return null
  const month = months.findIndex((name) => name.startsWith(m.slice(0, 3))) + 1
  const dayIn = (year: number): string => `${year}-${two(month)}-${two(Number(d))}`
  const isNear = (one: string, other: string): boolean =>
    Math.abs(Date.parse(one) - Date.parse(other)) <= nearby
  const found = days.flatMap((day) =>
    [-1, 0, 1].map((shift) => dayIn(Number(day.slice(0, 4)) + shift)).filter((one) => isNear(one, day)),
  )
  const [first, ...others] = y === undefined ? [...new Set(found)] : [dayIn(Number(y))]
  return first === undefined || others.length > 0 ? null : first
}

const two = (number: number): string => String(number).padStart(2, '0')

function namesPlace(word: string): boolean {
  const lower = word.toLowerCase()
  return /^\p{Lu}/u.test(word) && !isCalendarWord(lower) && !functionWords.has(lower)
}
