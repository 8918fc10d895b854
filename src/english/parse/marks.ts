/**
 * Marks (commas, quotation marks, brackets) are no words to the parser: it sees which ones stand before each word, and
 * they are hung on afterwards.
 */
import type { WordForm } from './word-forms.js'

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

/** The bit of one mark; `tag` tells opening from closing quotation marks and hyphens from dashes. */
export function markBit(plain: string, tag: string): number {
  if (tag.endsWith('HYPH')) return HYPHEN
  if (tag.endsWith('``')) return QUOTE_OPENS
  if (tag.endsWith("''")) return QUOTE_CLOSES
  return bits[plain] ?? OTHER
}

/** Indices of the forms that are words. */
export function wordPlaces(forms: readonly WordForm[]): number[] {
  return forms.flatMap((form, i) => (form.mark ? [] : [i]))
}
