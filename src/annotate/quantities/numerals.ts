/** Numbers in digits and words. */
import { numberWords, tens, units } from '../../english/figure-words.js'

const scales: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['bn', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
])
const word = `(?:${[...units, ...tens].join('|')})`
const scale = '(?:dozen|hundred|thousand|million|billion|trillion)'
const spoken = `(?:${word.slice(3, -1)}|${scale.slice(3, -1)})`
/** Behind the first: no number below a quadrillion has more, and a list of number words without end is not read again from each. */
const mostWords = 20
const digits = String.raw`(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,6})?)`

/** The part of a unit behind a whole number: `two and a half`, `two-and-a-quarter`, `two and one-half`. */
export const andPart = '[ -]and[ -](?:an?|one)[ -](?:half|quarter)(?![\\p{L}]| of )'
/** … printed as a fraction: `2½`, `2 1/2`. */
const fraction = '(?: ?[½¼¾]|[ -](?:1/2|1/4|3/4)(?![\\d/]))'

/** Source of a regular expression for one number in lower case; use with the flags `gu`. */
export const numeral =
  `(?:half an? ${scale}|an? ${scale}(?:${andPart})?` +
  `|${digits}(?:${fraction}|${andPart})?(?:[ -]?(?:${scale.slice(3, -1)}|mln|mn|bn|trn|tn|m|k)(?![\\p{L}]))?` +
  `|${word}(?:[ -](?:and )?${spoken}){0,${mostWords}}(?![\\p{L}])(?:${andPart}(?:[ -]${scale}(?![\\p{L}]))?)?)`

const parts: readonly (readonly [RegExp, number])[] = [
  [/three[ -]quarters|¾|3\/4/u, 0.75],
  [/half|½|1\/2/u, 0.5],
  [/quarter|¼|1\/4/u, 0.25],
]

/** 0.5 for `and a half`, `½`; 0 where the words name no part. */
export function partOf(text: string): number {
  return parts.find(([name]) => name.test(text))?.[1] ?? 0
}

const withPart = new RegExp(`(?:${andPart}|${fraction})(?:[ -]?(\\p{L}+))?$`, 'u')

/** Null when the words make no number (`one two`). */
export function parseNumeral(text: string): string | null {
  const lower = text.toLowerCase().replace(/’/g, "'").trim()
  const half = /^half an? (\p{L}+)$/u.exec(lower)
  if (half) return canonical((scales.get(half[1] ?? '') ?? 0) / 2)
  const broken = withPart.exec(lower)
  if (broken) return parseBroken(lower.slice(0, broken.index), broken)
  const written = new RegExp(`^(${digits})[ -]?(\\p{L}+)?$`, 'u').exec(lower)
  if (written) {
    const factor = written[2] === undefined ? 1 : scales.get(written[2])
    return factor === undefined ? null : canonical(Number((written[1] ?? '').replace(/,/g, '')) * factor)
  }
  return canonical(sumWords(lower.split(/[ -]/).filter((item) => item !== 'and')))
}

/** `two and a half million`; in `two million and a half` the part is one of a million. */
function parseBroken(before: string, [words, after]: RegExpExecArray): string | null {
  const whole = parseNumeral(before)
  const factor = after === undefined ? 1 : scales.get(after)
  if (whole === null || factor === undefined) return null
  const last = after === undefined ? (scales.get(/(?<!\p{L})\p{L}+$/u.exec(before)?.[0] ?? '') ?? 1) : 1
  return canonical((Number(whole) + partOf(words) * last) * factor)
}

/** `two hundred and five thousand`: below a thousand the words add up, `hundred` multiplies, larger scales close a part. */
function sumWords(parts: readonly string[]): number {
  let total = 0
  let part = 0
  let last = Infinity
  for (const item of parts) {
    const value = item === 'a' || item === 'an' ? 1 : numberWords.get(item)
    const factor = scales.get(item)
    if (value !== undefined) {
      if (part > 0 && (last < 20 || (last < 100 && value >= 10))) return Number.NaN
      part += value
      last = value
    } else if (factor !== undefined && factor <= 100) {
      part = Math.max(1, part) * factor
      last = factor
    } else if (factor !== undefined) {
      total += Math.max(1, part) * factor
      part = 0
      last = Infinity
    } else return Number.NaN
  }
  return total + part
}

function canonical(value: number): string | null {
  if (!Number.isFinite(value) || value > 1e15) return null
  return Number.isInteger(value) ? value.toFixed(0) : String(Math.round(value * 1e6) / 1e6)
}
