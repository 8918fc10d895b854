/**
 * Durations: `five hours`, `three-hour`, `an hour and a half`. ISO 8601 in the units of the words (`72 hours` stays `PT72H`), a broken rest
 * in smaller ones (`P1M15D`). Ages are numbers of years, and no durations.
 */
import { beforeLength } from '../../english/figure-words.js'
import type { FoundQuantity, QuantityRule } from './day.js'
import { andPart, numeral, parseNumeral, partOf } from './numerals.js'

const unit = '(?:second|minute|hour|day|week|month|year|decade|centur(?:y|ies)|mins?|hrs?)s?'
const amount = `(?:half an?|an?[ -](?:half|quarter of an?)|three[ -]quarters of an?|half(?=-)|an?|${numeral})`
/** No part of another length: `a two-hour and a half-day session`. */
const behind = `${andPart}(?![\\p{L}]|[ -]${unit})`
const one = `(?:${amount}[ -]${unit}(?:${behind})?|(?:hour|day|week|month|year)${behind})`
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}$€£.,/-])${one}(?:,? and (?:an?|${numeral}) ${unit})?(?![\\p{L}]|-old)`,
  'gu',
)

export const durations: QuantityRule = ({ text, lower }) => {
  const found: FoundQuantity[] = []
  for (const match of lower.matchAll(pattern)) {
    const [words] = match
    if (
      /^an? sec/i.test(words) ||
      (/^an? /i.test(words) && /[\d)]\s$|dollars\s$/.test(text.slice(0, match.index)))
    )
      continue
    if (
      /^an? (?!half|hour|quarter)/i.test(words) &&
      !partBehind.test(words) &&
      !beforeLength.test(text.slice(0, match.index))
    )
      continue
    if (/^\s(?:ago|old|earlier this|of age)\b/.test(text.slice(match.index + words.length))) continue
    const value = toIso(words)
    if (value !== null)
      found.push({ kind: 'duration', value, unit: null, start: match.index, end: match.index + words.length })
  }
  return found
}

type Letter = 'Y' | 'Mo' | 'W' | 'D' | 'H' | 'Mi' | 'S'

const codes: readonly (readonly [RegExp, Letter, number])[] = [
  [/^sec/, 'S', 1],
  [/^min/, 'Mi', 1],
  [/^h(?:ou)?r/, 'H', 1],
  [/^day/, 'D', 1],
  [/^week/, 'W', 1],
  [/^month/, 'Mo', 1],
  [/^year/, 'Y', 1],
  [/^decade/, 'Y', 10],
  [/^centur/, 'Y', 100],
]

const letters: readonly Letter[] = ['Y', 'Mo', 'W', 'D', 'H', 'Mi', 'S']
/** Halves and quarters become smaller units: fractions of a year, month, week or day are read by few programs. */
const smaller: Readonly<Partial<Record<Letter, readonly [Letter, number]>>> = {
  Y: ['Mo', 12],
  Mo: ['D', 30],
  W: ['D', 7],
  D: ['H', 24],
  H: ['Mi', 60],
  Mi: ['S', 60],
}

function toIso(words: string): string | null {
  const counts = new Map<Letter, number>()
  for (const part of words.toLowerCase().split(/,? and (?!(?:an?|one)[ -](?:half|quarter))/)) {
    const extra = partBehind.exec(part)?.[0] ?? ''
    const match = /^(?:(.*)[ -])?([a-z]+)$/.exec(part.slice(0, part.length - extra.length))
    const code = codes.find(([name]) => name.test(match?.[2] ?? ''))
    const count = amountOf(match?.[1] ?? 'a')
    if (!code || count === null) return null
    add(counts, code[1], (count + partOf(extra)) * code[2])
  }
  const iso = (from: number, to: number): string =>
    letters
      .slice(from, to)
      .map((letter) => (counts.has(letter) ? `${counts.get(letter) ?? 0}${letter.charAt(0)}` : ''))
      .join('')
  const time = iso(4, 7)
  return `P${iso(0, 4)}${time === '' ? '' : `T${time}`}`
}

function add(counts: Map<Letter, number>, letter: Letter, count: number): void {
  const whole = Math.floor(count)
  const rest = count - whole
  const next = smaller[letter]
  const kept = next && Number.isInteger(rest * 4) ? whole : count
  if (kept > 0 || count === 0) counts.set(letter, (counts.get(letter) ?? 0) + kept)
  if (next && kept < count) add(counts, next[0], rest * next[1])
}

const partBehind = new RegExp(`${andPart}$`, 'iu')

/** `half an`, `a quarter of an`: a part alone. */
function amountOf(words: string): number | null {
  if (/^(?:an?[ -])?(?:half|quarter of|three[ -]quarters of)(?: an?)?$/u.test(words)) return partOf(words)
  const whole = /^an?$/.test(words) ? 1 : Number(parseNumeral(words) ?? Number.NaN)
  return Number.isNaN(whole) ? null : whole
}

const zones =
  '(?:GMT|UTC|BST|CET|CEST|EET|MSK|E[SD]?T|C[SD]?T|M[SD]?T|P[SD]?T|Moscow time|local time|Eastern|Pacific)'
const tail = `(?: (?<z>${zones})\\b)?`

const patterns: readonly RegExp[] = [
  new RegExp(
    `(?<![\\d.:])(?<h>1[0-2]|0?[1-9])(?:[:.](?<m>[0-5]\\d))? ?(?<half>[ap])\\.?m\\b\\.?${tail}`,
    'giu',
  ),
  new RegExp(`(?<![\\d.:])(?<h>[01]?\\d|2[0-3]):(?<m>[0-5]\\d)(?![\\d:])${tail}`, 'gu'),
  new RegExp(`(?<![\\d.,:])(?<h>[01]\\d|2[0-3])(?<m>[0-5]\\d) (?<z>GMT|UTC|hours)\\b`, 'gu'),
  /(?<=\b(?:at|by|until|around|before|after|since|shortly before|shortly after) )(?<word>noon|midday|midnight)\b/giu,
]

export const times: QuantityRule = ({ text }) =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      kind: 'time' as const,
      value: valueOf(match.groups ?? {}),
      unit: match.groups?.['z'] === 'hours' ? null : (match.groups?.['z'] ?? null),
      start: match.index,
      end: match.index + match[0].length,
    })),
  )

function valueOf(groups: Readonly<Record<string, string | undefined>>): string {
  const word = groups['word']?.toLowerCase()
  if (word !== undefined) return word === 'midnight' ? '00:00' : '12:00'
  const half = groups['half']?.toLowerCase()
  const hour = Number(groups['h'])
  const hours = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)
  return `${String(hours).padStart(2, '0')}:${groups['m'] ?? '00'}`
}
