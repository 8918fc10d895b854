/** Words in order, and how much of one passage another repeats in the same order. */
import { functionWords } from '../english/function-words.js'
import type { Lexicon } from '../likeness/lexicon.js'
import type { Span } from '../model/span.js'
import { tokenize } from '../text/tokens.js'

export type WordOrder = {
  /** Numbers of the first words. */
  readonly words: Int32Array
  /** What each is worth in a run; common words something, too: their order tells. */
  readonly worth: Float64Array
  /** 1 for a word that is neither a name nor a function word. */
  readonly matter: Uint8Array
  readonly total: number
}

/** Words of each passage that are held against another's. */
const mostWords = 120
/** What any word is worth. */
const each = 0.5

export function wordOrder(
  norms: readonly string[],
  lexicon: Lexicon,
  names: ReadonlySet<string> = new Set(),
): WordOrder {
  const compared = norms.slice(0, mostWords)
  const words = Int32Array.from(compared, (norm) => lexicon.idOf(norm))
  const worth = Float64Array.from(compared, (norm, k) =>
    functionWords.has(norm) ? each : each + lexicon.weight(words[k] ?? 0),
  )
  return {
    words,
    worth,
    matter: Uint8Array.from(compared, (norm) => (functionWords.has(norm) || names.has(norm) ? 0 : 1)),
    total: worth.reduce((sum, value) => sum + value, 0),
  }
}

const quoted = /["“«]([^"”»]*)["”»]?/gu

/** Runs of words in quotation marks, one a pair of marks; pieces without marks give none unless `whole`. */
export function printedRuns(text: string, pieces: readonly Span[], whole: boolean): string[][] {
  return pieces
    .map(({ start, end }) => text.slice(start, end))
    .flatMap((piece) => (whole ? [piece] : [...piece.matchAll(quoted)].map((match) => match[1] ?? '')))
    .map((part) => tokenize(part).map(({ norm }) => norm))
    .filter((run) => run.length > 0)
}

export type Repeated = {
  /** The longest common subsequence, by worth, as a share of the lesser of the two. */
  readonly share: number
  /** Of the heaviest run of words that both have in a row: its worth, and how many of its words are matter. */
  readonly run: number
  readonly matter: number
}

const nothing: Repeated = { share: 0, run: 0, matter: 0 }

export function repeated(a: WordOrder, b: WordOrder): Repeated {
  const columns = b.words.length
  if (a.words.length === 0 || columns === 0) return nothing
  // One row each, from column 1 on; what stood in the row above is read before it is written over.
  const [order, runs] = [new Float64Array(columns + 1), new Float64Array(columns + 1)]
  const matters = new Uint16Array(columns + 1)
  let [run, matter] = [0, 0]
  for (let i = 0; i < a.words.length; i++) {
    const [word, worth, own] = [a.words[i], a.worth[i] ?? 0, a.matter[i] ?? 0]
    // A row without its word leaves the order as it is, and ends all runs.
    if (!b.words.includes(word ?? 0)) {
      runs.fill(0)
      matters.fill(0)
      continue
    }
    let [orderBefore, runBefore, matterBefore] = [0, 0, 0]
    for (let j = 1; j <= columns; j++) {
      const [orderAbove, runAbove, matterAbove] = [order[j] ?? 0, runs[j] ?? 0, matters[j] ?? 0]
      if (word === b.words[j - 1]) {
        order[j] = orderBefore + worth
        runs[j] = runBefore + worth
        matters[j] = matterBefore + own
        if (runBefore + worth > run) [run, matter] = [runBefore + worth, matterBefore + own]
      } else {
        order[j] = Math.max(orderAbove, order[j - 1] ?? 0)
        runs[j] = 0
        matters[j] = 0
      }
      ;[orderBefore, runBefore, matterBefore] = [orderAbove, runAbove, matterAbove]
    }
  }
  return { share: (order[columns] ?? 0) / Math.min(a.total, b.total), run, matter }
}
