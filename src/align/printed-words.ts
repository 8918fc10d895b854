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

/** How much of `run` the other text repeats: longest common subsequence by weight (at most 400 words of each). */
export function repeated(run: readonly string[], other: readonly string[], lexicon: Lexicon): Repeated {
  const a = run.slice(0, 400)
  const b = other.slice(0, 400)
  const weight = a.map((word) => 0.5 + lexicon.weight(lexicon.idOf(word)))
  const total = weight.reduce((sum, x) => sum + x, 0)
  let before = new Float64Array(b.length + 1)
  let rowBefore = new Int32Array(b.length + 1)
  let stretch = 0
  for (let i = 0; i < a.length; i++) {
    const now = new Float64Array(b.length + 1)
    const row = new Int32Array(b.length + 1)
    for (let j = 0; j < b.length; j++) {
      if (a[i] === b[j]) {
        now[j + 1] = (before[j] ?? 0) + (weight[i] ?? 0)
        row[j + 1] = (rowBefore[j] ?? 0) + 1
        stretch = Math.max(stretch, row[j + 1] ?? 0)
      } else now[j + 1] = Math.max(before[j + 1] ?? 0, now[j] ?? 0)
    }
    before = now
    rowBefore = row
  }
  const common = before[b.length] ?? 0
  return { share: total === 0 ? 0 : common / total, weight: common, stretch }
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
  const weights = a.slice(0, 400).map(weightOf)
  let before = new Float64Array(b.length + 1)
  let countBefore = new Int32Array(b.length + 1)
  let [weight, words] = [0, 0]
  for (let i = 0; i < weights.length; i++) {
    const now = new Float64Array(b.length + 1)
    const count = new Int32Array(b.length + 1)
    const own = weights[i] ?? 0
    for (let j = 0; j < Math.min(400, b.length); j++) {
      if (a[i] !== b[j]) continue
      now[j + 1] = (before[j] ?? 0) + own
      count[j + 1] = (countBefore[j] ?? 0) + (own > 0 ? 1 : 0)
      if ((now[j + 1] ?? 0) > weight) {
        weight = now[j + 1] ?? 0
        words = count[j + 1] ?? 0
      }
    }
    before = now
    countBefore = count
  }
  return { weight, words }
}
