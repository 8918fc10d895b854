/**
 * Printed words: what a quotation has in quotation marks, and how much of it another text repeats in order.
 *
 * In: an article's text and the pieces of a quotation; lists of words. Out: runs of normalized words; shares 0..1.
 */
import { itemAt } from '../text/item-at.js'
import type { Span } from '../model/span.js'
import { tokenize } from '../text/tokens.js'
import { functionWords } from '../english/function-words.js'
import type { Lexicon } from '../likeness/lexicon.js'

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

/** Words in order as they are held against others, made once for a quotation. */
export type WordRun = {
  readonly words: readonly string[]
  /** Of the first words alone, which are compared: the weight of each, and its number, the same for equal words. */
  readonly weights: Float64Array
  readonly numbers: Int32Array
  readonly numberOf: ReadonlyMap<string, number>
}

/** Words of each text that are held against each other, in both measures. */
const mostWords = 120

export function wordRun(all: readonly string[], lexicon: Lexicon): WordRun {
  const compared = all.slice(0, mostWords)
  const numberOf = new Map<string, number>()
  const numbers = Int32Array.from(compared, (word) => {
    const number = numberOf.get(word) ?? numberOf.size
    numberOf.set(word, number)
    return number
  })
  const weights = Float64Array.from(compared, (word) => lexicon.weight(lexicon.idOf(word)))
  return { words: all, weights, numbers, numberOf }
}

/** A word that the other has not. */
const none = -1

/** The words of one run by the numbers of the other. */
function numbersIn({ words: all, weights }: WordRun, { numberOf }: WordRun): Int32Array {
  return Int32Array.from(weights, (_, i) => numberOf.get(all[i] ?? '') ?? none)
}

export type Repeated = {
  /** Weight of the run's words that stand in the other text in the same order, divided by the run's. */
  readonly share: number
  /** That weight itself. */
  readonly weight: number
  /** Longest stretch of equal words in a row. */
  readonly stretch: number
}

/** Common words weigh something, too: their order tells. */
const least = 0.5

/**
 * How much of one text the other repeats, and of the other the one: longest common subsequence by weight, which is the same
 * both ways.
 */
export function repeated(a: WordRun, b: WordRun): readonly [Repeated, Repeated] {
  const columns = b.numbers.length
  // One row is filled while the one before it is read.
  let [before, now] = [new Float64Array(columns + 1), new Float64Array(columns + 1)]
  let [rowBefore, row] = [new Int32Array(columns + 1), new Int32Array(columns + 1)]
  let stretch = 0
  numbersIn(a, b).forEach((number, i) => {
    const own = least + itemAt(a.weights, i)
    let left = 0
    for (let j = 0; j < columns; j++) {
      let run = 0
      if (b.numbers[j] === number) {
        left = itemAt(before, j) + own
        run = itemAt(rowBefore, j) + 1
        if (run > stretch) stretch = run
      } else left = Math.max(itemAt(before, j + 1), left)
      now[j + 1] = left
      row[j + 1] = run
    }
    ;[before, now] = [now, before]
    ;[rowBefore, row] = [row, rowBefore]
  })
  const common = itemAt(before, columns)
  const of = ({ weights }: WordRun): Repeated => {
    const total = weights.reduce((sum, weight) => sum + (least + weight), 0)
    return { share: total === 0 ? 0 : common / total, weight: common, stretch }
  }
  return [of(a), of(b)]
}

/** The heaviest run of equal words in a row: its weight without names, and how many of its words are matter. */
export function commonRun(
  a: WordRun,
  b: WordRun,
  names: ReadonlySet<string>,
): { readonly weight: number; readonly words: number } {
  const columns = b.numbers.length
  let [before, now] = [new Float64Array(columns + 1), new Float64Array(columns + 1)]
  let [countBefore, count] = [new Int32Array(columns + 1), new Int32Array(columns + 1)]
  let [weight, matter] = [0, 0]
  numbersIn(a, b).forEach((number, i) => {
    const word = a.words[i] ?? ''
    const own = names.has(word) || functionWords.has(word) ? 0 : itemAt(a.weights, i)
    for (let j = 0; j < columns; j++) {
      const same = b.numbers[j] === number
      const sum = same ? itemAt(before, j) + own : 0
      const words = same ? itemAt(countBefore, j) + (own > 0 ? 1 : 0) : 0
      now[j + 1] = sum
      count[j + 1] = words
      if (sum > weight) {
        weight = sum
        matter = words
      }
    }
    ;[before, now] = [now, before]
    ;[countBefore, count] = [count, countBefore]
  })
  return { weight, words: matter }
}
