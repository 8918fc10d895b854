/**
 * Durations: `five hours`, `three-hour`, `an hour and a half`, `two days and six hours`. Value ISO 8601 in the units of
 * the words (`72 hours` stays `PT72H`). Ages (`33-year-old`) are numbers of years, not durations.
 */
import type { FoundQuantity, QuantityRule } from './found.js'
import { numeral, parseNumeral } from './numerals.js'

const unit = '(?:second|minute|hour|day|week|month|year|decade|centur(?:y|ies)|mins?|hrs?)s?'
const one = `(?:half an?|an?(?: half)?|${numeral})[ -]${unit}(?: and a half)?`
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}$€£.,-])${one}(?:,? and (?:an?|${numeral}) ${unit})?(?![\\p{L}]|-old)`,
  'giu',
)

/** A bare `a day` is a rate or an indefinite time; these before it make it a length. */
const lengthBefore =
  /\b(?:for|nearly|almost|about|around|roughly|over|than|within|lasted|lasting|lasts|took|takes|after|under|least|just)\s$/i

export const durations: QuantityRule = ({ text }) => {
  const found: FoundQuantity[] = []
  for (const match of text.matchAll(pattern)) {
    const [words] = match
    if (
      /^an? sec/i.test(words) ||
      (/^an? /i.test(words) && /[\d)]\s$|dollars\s$/.test(text.slice(0, match.index)))
    )
      continue
    if (/^an? (?!half|hour)/i.test(words) && !lengthBefore.test(text.slice(0, match.index))) continue
    if (/^\s(?:ago|old|earlier this|of age)\b/.test(text.slice(match.index + words.length))) continue
    const value = toIso(words)
    if (value !== null)
      found.push({ kind: 'duration', value, unit: null, start: match.index, end: match.index + words.length })
  }
  return found
}

const codes: readonly (readonly [RegExp, string, number])[] = [
  [/^sec/, 'S', 1],
  [/^min/, 'M', 1],
  [/^h(?:ou)?r/, 'H', 1],
  [/^day/, 'D', 1],
  [/^week/, 'W', 1],
  [/^month/, 'M', 1],
  [/^year/, 'Y', 1],
  [/^decade/, 'Y', 10],
  [/^centur/, 'Y', 100],
]

/** Halves become the next smaller unit where ISO has no fraction that all readers know. */
const halves: Readonly<Record<string, string>> = { H: '30M', M: '30S', Y: '6M', D: '12H', W: '3.5D' }

function toIso(words: string): string | null {
  const parts = words.toLowerCase().split(/,? and (?!a half)/)
  let date = ''
  let time = ''
  for (const part of parts) {
    const match = /^(.*?)[ -]([a-z]+?)(?: and a half)?$/.exec(part)
    const code = codes.find(([name]) => name.test(match?.[2] ?? ''))
    if (!match || !code) return null
    const [, letter, factor] = code
    const amount = amountOf(match[1] ?? '', part.endsWith('and a half'))
    if (amount === null) return null
    const isTime = /^(?:sec|min|h)/.test(match[2] ?? '')
    const iso = amountIso(amount * factor, letter)
    if (isTime) time += iso
    else if (iso.includes('12H')) time += '12H'
    else date += iso
  }
  return `P${date}${time === '' ? '' : `T${time}`}`
}

function amountOf(words: string, plusHalf: boolean): number | null {
  if (/^half an?$|^an? half$/.test(words)) return 0.5
  const whole = /^an?$/.test(words) ? 1 : Number(parseNumeral(words) ?? Number.NaN)
  return Number.isNaN(whole) ? null : whole + (plusHalf ? 0.5 : 0)
}

function amountIso(amount: number, letter: string): string {
  const whole = Math.floor(amount)
  if (amount === whole) return `${amount}${letter}`
  if (amount - whole !== 0.5) return `${amount}${letter}`
  return `${whole > 0 ? `${whole}${letter}` : ''}${halves[letter] ?? ''}`
}
