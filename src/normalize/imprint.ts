/**
 * Imprint: lines at the head of a plain text that speak of the report: outlet, place and time ("Coast Radio, 4 November 2025, 11:00"),
 * authors, an agency, an address. Never: a line that ends as a sentence does, or in which anything is left but date and name; a single
 * name beside a date is the outlet only where it is called as outlets are.
 */
import { isWeekday } from '../english/calendar.js'
import type { Span } from '../model/span.js'
import { AGENCIES, isNewsOutlet } from '../english/organisations.js'
import { knownPlace } from '../english/places.js'
import { isPersonName } from './metadata/byline-lines.js'
import { isAgency } from './metadata/credit.js'
import { names } from './metadata/names.js'
import { dateOf, stampOf } from './metadata/visible-date.js'

/** What the imprint states. */
type Origin = {
  readonly outlet: string | null
  /** ISO 8601, as `isoDate` gives it. */
  readonly publishedAt: string | null
  /** The last change, in the same form. */
  readonly changedAt: string | null
  readonly bylines: readonly string[]
  readonly credit: string | null
}

export type Imprint = Origin & {
  /** Starts of the lines. */
  readonly lines: ReadonlySet<number>
  /** Where the front matter states the headline. */
  readonly title: Span | null
}

type Stated = Partial<Origin>

/** Lines of a file among which its imprint stands, front matter aside. */
const HEAD_LINES = 8
const TAIL_LINES = 3
/** A headline and a standfirst may stand above or between lines of the imprint; below more lines only a line that dates it is one. */
const TOLD_LINES = 2
/** Longest line of an imprint. Characters. */
const MAX_LINE = 120
const MAX_FRONT_MATTER_LINES = 60

export function readImprint(text: string, lines: readonly Line[]): Imprint {
  const front = frontMatter(text, lines)
  const head = headLines(text, lines.slice(front.length))
  const own = [...head, ...tailLines(text, lines.slice(front.length))]
  const stated = [...front.stated, ...own.map(({ stated: line }) => line)]
  return {
    lines: new Set([
      ...lines.slice(0, front.length).map(({ start }) => start),
      ...own.map(({ start }) => start),
    ]),
    title: front.title,
    outlet: stated.find(({ outlet }) => outlet)?.outlet ?? null,
    publishedAt: stated.find(({ publishedAt }) => publishedAt)?.publishedAt ?? null,
    changedAt: stated.find(({ changedAt }) => changedAt)?.changedAt ?? null,
    bylines: stated.find(({ bylines }) => bylines && bylines.length > 0)?.bylines ?? [],
    credit: stated.find(({ credit }) => credit)?.credit ?? null,
  }
}

/** Lines of the head that belong to the imprint. */
function headLines(
  text: string,
  lines: readonly Line[],
): { readonly start: number; readonly stated: Stated }[] {
  const found: { start: number; stated: Stated }[] = []
  let told = 0
  for (const { start, end } of lines.filter(({ blank }) => !blank).slice(0, HEAD_LINES)) {
    const line = end - start <= MAX_LINE ? text.slice(start, end) : ''
    const stated = told > TOLD_LINES ? stamped(line) : statedIn(line, told > 0)
    if (stated !== null) found.push({ start, stated })
    else told++
  }
  return found
}

/** Lines that date the report at its end, below those of the head. */
function tailLines(text: string, lines: readonly Line[]): ReturnType<typeof headLines> {
  const last = lines
    .filter(({ blank }) => !blank)
    .slice(HEAD_LINES)
    .slice(-TAIL_LINES)
  return last.flatMap(({ start, end }) => {
    const stated = end - start <= MAX_LINE ? stamped(text.slice(start, end)) : null
    return stated === null ? [] : [{ start, stated }]
  })
}

/** "On behalf of Ann Lee, Esq. posted in Collisions on Friday, 4 May 2029." */
const POSTED = /(?:^|[.,;|–—-] ?)(?:posted|published|filed)(?: in [\p{L} &,’']{2,60})? on (?<date>.+?)\.?$/u

/** A line that dates the report or its last change. */
function stamped(line: string): Stated | null {
  const posted = dateOf(POSTED.exec(line)?.groups?.['date'] ?? '')
  return posted === null ? stampOf(line) : { publishedAt: posted }
}

/** What a line of an imprint states; null for any other line. A headline, too, may begin with "Source:". */
function statedIn(line: string, belowHeadline: boolean): Stated | null {
  if (/^https?:\/\/\S+$/u.test(line)) return {}
  const times = stamped(line)
  if (times !== null) return times
  const [, key, value] = /^(\p{L}[\p{L} ]{1,20}): (.+)$/u.exec(line) ?? []
  if (key !== undefined && value !== undefined) {
    const stated = labelled(key, value, belowHeadline)
    if (stated !== null) return stated
  }
  const agency = line.replace(/^\(|\)$/gu, '')
  if (isAgency(agency)) return { credit: agency }
  return authors(line) ?? dated(line)
}

/** "By Ann Lee and Bo Oh". */
function authors(line: string): Stated | null {
  if (!/^by \p{Lu}/iu.test(line) || /[.!?]$/u.test(line)) return null
  const bylines = names(line).filter(isPersonName)
  return bylines.length > 0 ? { bylines } : null
}

/** What parts outlet, place, date and time in one line. */
const PARTS = /, | ?[|·•;] ?| [–—-] | \/ /u
const MAX_PARTS = 8
const CLOCK = /^\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{1,4}(?= |$))?/iu
const NAME = /^(?:\p{Lu}|\d)[^.!?:"“”]{0,60}$/u
/** Small words inside names. */
const SMALL = /^(?:of|the|and|for|de|la|le|du|des|der|die|das|el|los|al|&)$/u
const MAX_NAME_WORDS = 6

/** A line with a date and nothing else but names. */
function dated(line: string): Stated | null {
  if (/[.!?]$/u.test(line) && !/\b[ap]\.m\.$/u.test(line)) return null
  const parts = line.replace(/\s+/gu, ' ').replace(/:$/u, '').split(PARTS)
  if (parts.length > MAX_PARTS) return null
  const date = dateAmong(parts)
  if (date === null) return null
  const rest = [...parts.slice(0, date.from), ...parts.slice(date.to)]
    .map((part) => part.replace(CLOCK, '').trim())
    .filter((part) => part !== '' && !isWeekday(part) && dateOf(part) === null)
  const credited = rest.flatMap((part) => authors(part)?.bylines ?? [])
  const called = rest.filter((part) => authors(part) === null)
  if (!called.every(isName)) return null
  const outlets = called.filter((part) => knownPlace(part) === null)
  const outlet = outlets.find(isCalledAsOutlets) ?? (outlets.length > 1 ? outlets[0] : undefined)
  return { publishedAt: date.iso, bylines: credited, ...(outlet === undefined ? {} : { outlet }) }
}

type DateAmong = { readonly from: number; readonly to: number; readonly iso: string }

/** The neighbouring parts that make the most exact date, of as few parts as can be. */
function dateAmong(parts: readonly string[]): DateAmong | null {
  const found: DateAmong[] = []
  for (let from = 0; from < parts.length; from++)
    for (let to = from + 1; to <= parts.length; to++) {
      const iso = dateOf(parts.slice(from, to).join(', '))
      if (iso !== null) found.push({ from, to, iso })
    }
  const worth = ({ from, to, iso }: DateAmong): number => iso.length * MAX_PARTS - (to - from)
  return found.reduce<DateAmong | null>(
    (best, next) => (best && worth(best) >= worth(next) ? best : next),
    null,
  )
}

function isName(part: string): boolean {
  const words = part.split(/\s+/u)
  return (
    NAME.test(part) &&
    words.length <= MAX_NAME_WORDS &&
    words.every((word) => SMALL.test(word) || /^[\p{Lu}\d(]/u.test(word))
  )
}

function isCalledAsOutlets(name: string): boolean {
  return AGENCIES.has(name.toLowerCase()) || isNewsOutlet(name)
}

/** Names that front matter and headers give the same things. */
const KEYS: Readonly<Record<string, 'title' | 'outlet' | 'date' | 'author' | 'other'>> = {
  title: 'title',
  headline: 'title',
  outlet: 'outlet',
  publisher: 'outlet',
  publication: 'outlet',
  newspaper: 'outlet',
  source: 'outlet',
  site: 'outlet',
  site_name: 'outlet',
  'site name': 'outlet',
  date: 'date',
  published: 'date',
  published_at: 'date',
  publishedat: 'date',
  'published on': 'date',
  pubdate: 'date',
  'publication date': 'date',
  author: 'author',
  authors: 'author',
  byline: 'author',
  url: 'other',
  link: 'other',
  section: 'other',
  language: 'other',
  lang: 'other',
  updated: 'other',
  retrieved: 'other',
  accessed: 'other',
}

function keyOf(name: string): (typeof KEYS)[string] | null {
  const key = name.toLowerCase().trim()
  return Object.hasOwn(KEYS, key) ? (KEYS[key] ?? null) : null
}

/** "Source: Coast Radio", "Published: 4 November 2025"; null where the label is none of these or the value does not fit. */
function labelled(key: string, value: string, sure: boolean): Stated | null {
  switch (keyOf(key)) {
    case 'outlet':
      return isName(value) && (sure || isCalledAsOutlets(value)) ? { outlet: value } : null
    case 'date': {
      const publishedAt = dateOf(value)
      return publishedAt === null ? null : { publishedAt }
    }
    case 'author': {
      const bylines = names(value)
      return bylines.length > 0 ? { bylines } : null
    }
    case 'other':
      return {}
    case 'title':
    case null:
      return null
  }
}

type FrontMatter = {
  /** Lines it takes, its fences included; 0 where there is none. */
  readonly length: number
  readonly title: Span | null
  readonly stated: readonly Stated[]
}

/** Metadata between `---` and `---` at the very top; values of one line. What has another form is passed over. */
function frontMatter(text: string, lines: readonly Line[]): FrontMatter {
  const of = ({ start, end }: Line): string => text.slice(start, end)
  const [first] = lines
  const none = { length: 0, title: null, stated: [] }
  if (first === undefined || of(first) !== '---') return none
  const close = lines
    .slice(0, MAX_FRONT_MATTER_LINES)
    .findIndex((line, i) => i > 0 && /^(?:---|\.\.\.)$/u.test(of(line)))
  if (close === -1) return none
  const entries = lines.slice(1, close).flatMap((line) => {
    const [, key = '', rest = ''] = /^([\p{L}_-]{2,30}):[ \t](.+)$/u.exec(of(line)) ?? []
    const value = rest.trim().replace(/^["'“]|["'”]$/gu, '')
    const start = line.start + of(line).lastIndexOf(value)
    return value === '' ? [] : [{ key, value, span: { start, end: start + value.length } }]
  })
  return {
    length: close + 1,
    title: entries.find(({ key }) => keyOf(key) === 'title')?.span ?? null,
    stated: entries.flatMap(({ key, value }) => labelled(key.replace(/-/gu, '_'), value, true) ?? []),
  }
}

/** Half-open offsets without white space at either end. */
export type Line = { readonly start: number; readonly end: number; readonly blank: boolean }

export function splitLines(text: string): Line[] {
  const lines: Line[] = []
  let from = 0
  for (const end of text.matchAll(/\r\n|[\r\n]/gu)) {
    lines.push(lineBetween(text, from, end.index))
    from = end.index + end[0].length
  }
  if (from < text.length || lines.length === 0) lines.push(lineBetween(text, from, text.length))
  return lines
}

function lineBetween(text: string, from: number, to: number): Line {
  const raw = text.slice(from, to)
  const trimmed = raw.trim()
  const start = from + (raw.length - raw.trimStart().length)
  return { start, end: start + trimmed.length, blank: trimmed === '' }
}
