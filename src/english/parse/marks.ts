/**
 * Marks (commas, quotation marks, brackets) are no words to the parser: it sees which ones stand before each word, and
 * they are hung on afterwards.
 */
import { plainForm, type WordForm } from './word-forms.js'

const bits: Readonly<Record<string, number>> = {
  ',': 1,
  '-': 2,
  ':': 4,
  ';': 8,
  '(': 16,
  '[': 16,
  ')': 32,
  ']': 32,
  '.': 64,
  '?': 128,
  '!': 128,
  '...': 256,
}

const OTHER = 512
const QUOTE_OPENS = 1024
const QUOTE_CLOSES = 2048
const HYPHEN = 4096

/** The bit of one printed mark; `tag` tells hyphens from dashes, `opens` what a straight quotation mark does. */
export function markBit(surface: string, tag: string, opens: boolean): number {
  if (tag.endsWith('HYPH')) return HYPHEN
  if (/^[“„‘]$/u.test(surface)) return QUOTE_OPENS
  if (/^[”’]$/u.test(surface)) return QUOTE_CLOSES
  if (isStraightQuote(surface)) return opens ? QUOTE_OPENS : QUOTE_CLOSES
  return bits[plainForm(surface)] ?? OTHER
}

/** Opens and closes by turns. */
export function isStraightQuote(surface: string): boolean {
  return /^(?:"|''|``)$/u.test(surface)
}

/** Indices of the forms that are words. */
export function wordPlaces(forms: readonly WordForm[]): number[] {
  return forms.flatMap((form, i) => (form.mark ? [] : [i]))
}
