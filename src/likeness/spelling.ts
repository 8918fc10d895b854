/** Likeness of two rare words by spelling, for names that outlets transliterate or inflect in two ways. */
import { normalText } from '../text/trimmed.js'
import { leastSpelling } from './levels.js'

/** In figures and addresses no two are one word in two spellings. */
const notInNames = /[^\p{L}\p{M}'’-]/u

/** Share of letter pairs in common (Dice), counted only for words of five letters or more that start alike; else 0. */
export function spellingLikeness(a: string, b: string): number {
  if (a.length < 5 || b.length < 5 || a.slice(0, 2) !== b.slice(0, 2) || notInNames.test(a + b)) return 0
  const pairs = new Map<string, number>()
  for (let i = 0; i + 1 < a.length; i++) {
    const pair = a.slice(i, i + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  let common = 0
  for (let i = 0; i + 1 < b.length; i++) {
    const pair = b.slice(i, i + 2)
    const left = pairs.get(pair) ?? 0
    if (left > 0) {
      common++
      pairs.set(pair, left - 1)
    }
  }
  const dice = (2 * common) / (a.length + b.length - 2)
  return dice < leastSpelling ? 0 : dice
}

/** Counts of a text's four-letter strings, case and punctuation aside. */
export type Spelling = {
  readonly counts: ReadonlyMap<string, number>
  /** Length of the vector of counts. */
  readonly norm: number
  /** How many there are. */
  readonly total: number
}

export function spellingOf(text: string): Spelling {
  const plain = ` ${normalText(text)} `
  const counts = new Map<string, number>()
  for (let i = 0; i + 4 <= plain.length; i++) {
    const part = plain.slice(i, i + 4)
    counts.set(part, (counts.get(part) ?? 0) + 1)
  }
  let [squares, total] = [0, 0]
  for (const count of counts.values()) {
    squares += count * count
    total += count
  }
  return { counts, norm: Math.sqrt(squares), total }
}

/** Cosine of the counts; and the share of the shorter text's strings that stand in the longer one. */
export function spellingLike(a: Spelling, b: Spelling): { readonly cosine: number; readonly within: number } {
  const [few, many] = a.total <= b.total ? [a, b] : [b, a]
  let [sum, inside] = [0, 0]
  for (const [part, count] of few.counts) {
    const other = many.counts.get(part) ?? 0
    sum += count * other
    inside += Math.min(count, other)
  }
  const norm = a.norm * b.norm
  return { cosine: norm === 0 ? 0 : sum / norm, within: few.total === 0 ? 0 : inside / few.total }
}
