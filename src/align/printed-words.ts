/**
 * Printed words: what a quotation has in quotation marks, and how much of it another text repeats in order.
 *
 * In: an article's text and the pieces of a quotation; lists of words. Out: runs of normalized words; shares 0..1.
 */
import type { Span } from '../model/span.js'
import { tokenize } from '../text/tokens.js'
import { functionWords } from '../english/function-words.js'
import type { Lexicon } from './lexicon.js'

const quoted = /["“«]([^"”»]*)["”»]?/gu

/** Runs of words in quotation marks, one a pair of marks; pieces without marks give none unless `whole`. */
export function printedRuns(text: string, pieces: readonly Span[], whole: boolean): string[][] {
  return pieces
    .flatMap((piece) => {
      if (whole) return [words(text.slice(piece.start, piece.end))]
      return [...text.slice(piece.start, piece.end).matchAll(quoted)].map((match) => words(match[1] ?? ''))
    })
    .filter((run) => run.length > 0)
}

function words(part: string): string[] {
  return tokenize(part).map((token) => token.norm)
}

export type Repeated = {
  /** Weight of the run's words that stand in the other text in the same order, divided by the run's. */
  readonly share: number
  /** That weight itself. */
  readonly weight: number
  /** Longest stretch of equal words in a row. */
  readonly stretch: number
}

/** Words of each text that are held against each other, in both measures. */
const mostWords = 120

/**
 * How much of one text the other repeats, and of the other the one: longest common subsequence by weight, which is the same
 * both ways.
 */
export function repeated(
  one: readonly string[],
  two: readonly string[],
  lexicon: Lexicon,
): readonly [Repeated, Repeated] {
  const weightOf = (word: string): number => 0.5 + lexicon.weight(lexicon.idOf(word))
  const [a, other] = [one.slice(0, mostWords), two.slice(0, mostWords)]
  const b = numbered(other)
  const weight = a.map(weightOf)
  // One row is filled while the one before it is read.
  let [before, now] = [new Float64Array(b.length + 1), new Float64Array(b.length + 1)]
  let [rowBefore, row] = [new Int32Array(b.length + 1), new Int32Array(b.length + 1)]
  let stretch = 0
  for (const [i, word] of a.entries()) {
    const number = b.numberOf(word)
    const own = weight[i] ?? 0
    let left = 0
    for (let j = 0; j < b.length; j++) {
      let run = 0
      if (b.numbers[j] === number) {
        left = (before[j] ?? 0) + own
        run = (rowBefore[j] ?? 0) + 1
        if (run > stretch) stretch = run
      } else left = Math.max(before[j + 1] ?? 0, left)
      now[j + 1] = left
      row[j + 1] = run
    }
    ;[before, now] = [now, before]
    ;[rowBefore, row] = [row, rowBefore]
  }
  const common = before[b.length] ?? 0
  const of = (weights: readonly number[]): Repeated => {
    const total = weights.reduce((sum, x) => sum + x, 0)
    return { share: total === 0 ? 0 : common / total, weight: common, stretch }
  }
  return [of(weight), of(other.map(weightOf))]
}

/** Words as numbers, which are compared at once; a word that is not among them has none. */
function numbered(words: readonly string[]): {
  readonly length: number
  readonly numbers: Int32Array
  readonly numberOf: (word: string) => number
} {
  const known = new Map<string, number>()
  const numbers = Int32Array.from(words, (word) => {
    const number = known.get(word) ?? known.size
    known.set(word, number)
    return number
  })
  return { length: words.length, numbers, numberOf: (word) => known.get(word) ?? -1 }
}

/** The heaviest run of equal words in a row: its weight without names, and how many of its words are matter. */
export function commonRun(
  a: readonly string[],
  b: readonly string[],
  names: ReadonlySet<string>,
  lexicon: Lexicon,
): { readonly weight: number; readonly words: number } {
  const weightOf = (word: string): number =>
    names.has(word) || functionWords.has(word) ? 0 : lexicon.weight(lexicon.idOf(word))
  const other = numbered(b.slice(0, mostWords))
  let [before, now] = [new Float64Array(other.length + 1), new Float64Array(other.length + 1)]
  let [countBefore, count] = [new Int32Array(other.length + 1), new Int32Array(other.length + 1)]
  let [weight, words] = [0, 0]
  for (const word of a.slice(0, mostWords)) {
    const number = other.numberOf(word)
    const own = weightOf(word)
    for (let j = 0; j < other.length; j++) {
      const same = other.numbers[j] === number
      const sum = same ? (before[j] ?? 0) + own : 0
      const matter = same ? (countBefore[j] ?? 0) + (own > 0 ? 1 : 0) : 0
      now[j + 1] = sum
      count[j + 1] = matter
      if (sum > weight) {
        weight = sum
        words = matter
      }
    }
    ;[before, now] = [now, before]
    ;[countBefore, count] = [count, countBefore]
  }
  return { weight, words }
}
