/**
 * Dates: written out, by weekday, relative to the day of publication; values as coarse as the words: a day, a week, a month, a year.
 * Left out: what has no ISO 8601 form (`the 1990s`), and without a day of publication everything that depends on it.
 */
import { numberWords } from '../../english/figure-words.js'
import { looksAhead, months, shortMonths, weekdays } from '../../english/calendar.js'
import {
  dayNumber,
  isoDate,
  isoDay,
  isoMonth,
  isoWeek,
  type PublicationDay,
  weekday,
  type FoundQuantity,
  type QuantityRule,
  type SentenceText,
} from './day.js'

const month = `(?:${months.join('|')}|(?:${shortMonths.join('|')})\\.?)`
const weekdayName = `(?:${weekdays.join('|')})`
const year = '(?:1[89]\\d\\d|20\\d\\d)'
const dayOfMonth = '(?:[12]\\d|3[01]|0?[1-9])'
const lead = `(?:${weekdayName},? (?:the )?)?`

type Match = { readonly groups: Readonly<Record<string, string | undefined>> }
type DateRule = {
  readonly pattern: RegExp
  readonly value: (match: Match, sentence: SentenceText) => string | null
}

const rules: readonly DateRule[] = [
  {
    pattern: /(?<![\d-])(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})(?![\d-])/g,
    value: ({ groups }) => isoDate(Number(groups['y']), Number(groups['m']), Number(groups['d'])),
  },
  {
    // Not "Nov 11" of "10 Nov 11".
    pattern: new RegExp(
      `(?<!\\d )\\b${lead}(?<m>${month}) (?<d>${dayOfMonth})(?:st|nd|rd|th)?\\b(?![:.]\\d)(?:,? (?<y>${year})\\b)?`,
      'g',
    ),
    value: fromMonthAndDay,
  },
  {
    pattern: new RegExp(
      `\\b${lead}(?<d>${dayOfMonth})(?:st|nd|rd|th)? (?:of )?(?<m>${month})(?![\\p{L}])(?:,? (?<y>${year})\\b)?`,
      'gu',
    ),
    value: fromMonthAndDay,
  },
  {
    pattern: new RegExp(`\\b(?<m>${month}),? (?<y>${year})\\b`, 'g'),
    value: ({ groups }) => isoMonth(Number(groups['y']), monthNumber(groups['m'] ?? '')),
  },
  {
    // Of which week or month is the reader's guess.
    pattern: new RegExp(
      `\\b(?:an?|one|two|three|four) (?:week|month|year)s? ago(?: on)? ${weekdayName}\\b`,
      'g',
    ),
    value: () => null,
  },
  {
    pattern: new RegExp(
      `(?<!\\b(?:Black|Good|Bloody|Super|Palm|Easter|Ash|Holy|Cyber) )\\b(?:(?<rel>last|next|this) )?(?<w>${weekdayName})\\b(?! (?:Times|Telegraph|Mirror|Mail|Express|Post|Politics|Night Live|World))`,
      'g',
    ),
    value: fromWeekday,
  },
  { pattern: /\b(?<r>yesterday|today|tonight|tomorrow)\b/gi, value: fromNearDay },
  { pattern: /\b(?<rel>last|this|next) (?<u>week|month|year)\b(?!-)/gi, value: fromNearPeriod },
  {
    pattern:
      /\b(?<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten) (?<u>day|week|month|year)s? ago\b/gi,
    value: fromAgo,
  },
  {
    // A broken count names no day.
    pattern: /\b(?:an?|\p{L}+ and a half|\d+[½¼¾]) (?:week|month|year)s?(?: and a half)? ago\b/giu,
    value: () => null,
  },
  {
    pattern: new RegExp(
      `\\b(?<p>in|since|until|by|from|of|through|during|last|next|this|early|late|mid|before|after)[ -](?<m>${month})(?![\\p{L}\\d])(?! \\d)`,
      'gu',
    ),
    value: fromMonth,
  },
  { pattern: /\b\d{3}0's\b/g, value: () => null },
  {
    pattern: new RegExp(`(?<![\\p{L}\\d.,:/$€£¥#-])(?<y>${year})(?![\\p{L}\\d:/%-]|[.,]\\d)`, 'gu'),
    value: ({ groups }) => groups['y'] ?? null,
  },
]

export const dates: QuantityRule = (sentence) => {
  const found: FoundQuantity[] = []
  for (const rule of rules)
    for (const raw of sentence.text.matchAll(rule.pattern)) {
      const match: Match = { groups: raw.groups ?? {} }
      const span = spanOf(raw)
      if (found.some((other) => other.start < span.end && span.start < other.end)) continue
      if (rule === rules.at(-1) && countsThings(sentence, span)) continue
      const value = rule.value(match, { ...sentence, text: sentence.text.slice(0, span.end) })
      found.push({ kind: 'date', value, unit: null, ...span })
    }
  return found
}

/** The preposition before a bare month is no part of it. */
function spanOf(match: RegExpMatchArray): { readonly start: number; readonly end: number } {
  const start = match.index ?? 0
  const end = start + match[0].length
  const preposition = match.groups?.['p']
  const kept =
    preposition === undefined || ['last', 'next', 'this', 'early', 'late', 'mid'].includes(preposition)
  return { start: kept ? start : start + preposition.length + 1, end }
}

/** `2000 people`: a noun in the plural right after it and no article before. */
function countsThings(
  sentence: SentenceText,
  span: { readonly start: number; readonly end: number },
): boolean {
  const next = sentence.words.find((word) => word.start >= sentence.start + span.end)
  const before = sentence.words.findLast((word) => word.end <= sentence.start + span.start)
  if (next?.pos !== 'NOUN' || next.start > sentence.start + span.end + 1) return false
  const plural = next.lemma !== next.lower || next.lower === 'people'
  return plural && before?.pos !== 'DET' && !['in', 'since', 'of', "'s"].includes(before?.lower ?? '')
}

function monthNumber(name: string): number {
  return months.findIndex((full) => full.startsWith(name.replace('.', '').slice(0, 3))) + 1
}

/** Without a year: the day nearest to publication. */
function fromMonthAndDay({ groups }: Match, { published }: SentenceText): string | null {
  const m = monthNumber(groups['m'] ?? '')
  const d = Number(groups['d'])
  if (groups['y'] !== undefined) return isoDate(Number(groups['y']), m, d)
  if (!published) return null
  const near = [-1, 0, 1]
    .map((shift) => published.year + shift)
    .map((y) => ({ y, distance: Math.abs(dayNumber(y, m, d) - published.day) }))
    .sort((a, b) => a.distance - b.distance)[0]
  return near ? isoDate(near.y, m, d) : null
}

/** The last such day up to publication, or the first after it where the sentence looks ahead. */
function fromWeekday({ groups }: Match, sentence: SentenceText): string | null {
  const { published } = sentence
  if (!published) return null
  const back = (weekday(published.day) - weekdays.findIndex((day) => day === groups['w']) + 7) % 7
  const relation = groups['rel']
  if (relation === 'next' || (relation !== 'last' && looksAhead(sentence.text)))
    return isoDay(published.day + (back === 0 ? (relation === 'next' ? 7 : 0) : 7 - back))
  return isoDay(published.day - (relation === 'last' && back === 0 ? 7 : back))
}

function fromNearDay({ groups }: Match, { published }: SentenceText): string | null {
  if (!published) return null
  const word = (groups['r'] ?? '').toLowerCase()
  const shift = word === 'yesterday' ? -1 : word === 'tomorrow' ? 1 : 0
  return isoDay(published.day + shift)
}

function fromNearPeriod({ groups }: Match, { published }: SentenceText): string | null {
  const relation = (groups['rel'] ?? '').toLowerCase()
  return published
    ? shifted(published, groups['u'] ?? '', relation === 'last' ? -1 : relation === 'next' ? 1 : 0)
    : null
}

function fromAgo({ groups }: Match, { published }: SentenceText): string | null {
  if (!published) return null
  const word = (groups['n'] ?? '').toLowerCase()
  const count = /^an?$/.test(word) ? 1 : /^\d+$/.test(word) ? Number(word) : (numberWords.get(word) ?? 0)
  return shifted(published, groups['u'] ?? '', -count)
}

function shifted(published: PublicationDay, unit: string, count: number): string {
  switch (unit.toLowerCase()) {
    case 'day':
      return isoDay(published.day + count)
    case 'week':
      return isoWeek(published.day + 7 * count)
    case 'month':
      return isoMonth(published.year, published.month, count)
    default:
      return String(published.year + count)
  }
}

/** The last such month up to publication, or the next where the sentence looks ahead. */
function fromMonth({ groups }: Match, sentence: SentenceText): string | null {
  const { published } = sentence
  if (!published) return null
  const m = monthNumber(groups['m'] ?? '')
  const ahead =
    groups['p'] === 'next' || groups['p'] === 'until' || groups['p'] === 'by' || looksAhead(sentence.text)
  const offset = m - published.month
  if (groups['p'] === 'last') return isoMonth(published.year - (offset >= 0 ? 1 : 0), m)
  if (ahead) return isoMonth(published.year + (offset < 0 ? 1 : 0), m)
  return isoMonth(published.year - (offset > 0 ? 1 : 0), m)
}
