/** Currencies by sign and name, with their ISO 4217 codes: data/english/currencies.txt. */
import { byKeys } from '../text/order.js'
import { wordFile } from './word-lists.js'

const file = wordFile('currencies.txt')
const codes = new Map(
  [...file.groups('signs'), ...file.groups('names')].flatMap(([code, words]) =>
    words.map((word) => [phraseOf(word), code] as const),
  ),
)

function phraseOf(word: string): string {
  return word.replaceAll('-', ' ').toLowerCase()
}

/** `sign` or name as printed. */
export function currencyOf(printed: string): string | null {
  return codes.get(printed.toLowerCase()) ?? null
}

/** Sources of patterns, the longest first. */
export const currencySigns = alternatives('signs')
export const currencyNames = alternatives('names')

function alternatives(section: string): string {
  const all = [...file.groups(section).values()].flat().map((word) => word.replaceAll('-', ' '))
  const sorted = [...all].sort(
    byKeys(
      (word) => -word.length,
      (word) => word,
    ),
  )
  return `(?:${sorted.map((word) => word.replace(/[$.]/gu, '\\$&')).join('|')})`
}
