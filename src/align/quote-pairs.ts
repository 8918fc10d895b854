/**
 * Scored pairs of quotations of different articles: the probability that both are versions of one utterance.
 *
 * In:    quote units of all articles. Out: Pairs. Weights: data/utterances.json (scripts/train-utterances.ts).
 * Never: lets a third article say anything about a pair.
 */
import { z } from 'zod'
import { dataTable } from '../text/data-file.js'
import { limits, purse } from '../text/limits.js'
import { quantise } from '../text/quantise.js'
import { couples } from './claim-pairs.js'
import type { Lexicon } from '../likeness/lexicon.js'
import { PairTable, type Pairs } from './pairs.js'
import type { WeightedWords } from '../likeness/weighted-words.js'
import { quoteFeatures, quoteNames } from './quote-features.js'
import type { QuoteUnit } from './quote-items.js'
import { Logistic, logit, scoreRows } from './scorer.js'
import type { Side } from './side.js'
import type { Thinning } from './thinning.js'

export const QuoteModel = z.strictObject({
  pair: Logistic,
  /** Probability from which a quotation joins the fullest version of a row. */
  join: z.number(),
  /** From the log odds of the best pair that holds a cell in its row, at most `cap`, to those of the cell's being right. */
  cell: z.strictObject({ cap: z.number(), slope: z.number(), offset: z.number() }),
})
export type QuoteModel = z.infer<typeof QuoteModel>

export const quoteModel = dataTable('utterances.json', (text) => QuoteModel.parse(JSON.parse(text)))

/** What two quotations that are worth comparing have in common, as rows end to end in the order of `quoteNames`. */
export type QuoteRows = {
  readonly i: readonly number[]
  readonly j: readonly number[]
  readonly values: Float64Array
  /** Numbers of articles some of whose quotations were not compared. */
  readonly passedOver: ReadonlySet<number>
}

export function quoteRows(units: readonly QuoteUnit[], lexicon: Lexicon, thin: Thinning): QuoteRows {
  const [i, j, values]: [number[], number[], number[]] = [[], [], []]
  const passedOver = new Set<number>()
  for (const { a, b, x, y, passedOver: some } of couples(units, lexicon, thin)) {
    if (some) passedOver.add(a.article).add(b.article)
    const mayCompare = purse(limits.quotedWords, wordsOf(units, a) + wordsOf(units, b))
    for (let k = 0; k < x.length; k++) {
      const [at, to] = [a.first + (x[k] ?? 0), b.first + (y[k] ?? 0)]
      const [one, two] = [units[at], units[to]]
      if (!one || !two) continue
      if (!mayCompare(least + one.words.words.length * two.words.words.length)) {
        passedOver.add(a.article).add(b.article)
        continue
      }
      const row = quoteFeatures(one, two, lexicon)
      if (row === null) continue
      values.push(...row)
      i.push(at)
      j.push(to)
    }
  }
  return { i, j, values: Float64Array.from(values), passedOver }
}

/** What two quotations without words cost, in pairs of words. */
const least = 400

function wordsOf(units: readonly QuoteUnit[], { first, units: own }: Side): number {
  return own.reduce((sum, _, k) => sum + (units[first + k]?.words.words.length ?? 0), 0)
}

/** `joining` is the probability of the pair, `score` the sureness of a cell that the pair holds in its row. */
export function quotePairs(
  units: readonly QuoteUnit[],
  lexicon: Lexicon,
  thin: Thinning,
  { pair, cell }: QuoteModel,
): Pairs {
  const { i, j, values, passedOver } = quoteRows(units, lexicon, thin)
  const pairs = new PairTable()
  for (const article of passedOver) pairs.passedOver.add(article)
  scoreRows(i.length, pair, [{ names: quoteNames, values }]).forEach((probability, k) => {
    const [at, to] = [i[k] ?? 0, j[k] ?? 0]
    const score = isCopy(units[at], units[to]) ? 1 : probability
    pairs.add(at, to, cellSureness(score, cell), score)
  })
  return pairs
}

/** The same words in the same words around them are one utterance: two copies of a report give no difference. */
function isCopy(a: QuoteUnit | undefined, b: QuoteUnit | undefined): boolean {
  const same = (one: WeightedWords | undefined, two: WeightedWords | undefined): boolean =>
    one !== undefined &&
    one.words.length === two?.words.length &&
    one.words.every((word, k) => word === two.words[k])
  return same(a?.unit.passage.own, b?.unit.passage.own) && same(a?.unit.sentence.own, b?.unit.sentence.own)
}

/** How sure a cell is that this pair holds in its row. */
export function cellSureness(score: number, { cap, slope, offset }: QuoteModel['cell']): number {
  return quantise(1 / (1 + Math.exp(-offset - slope * Math.min(cap, logit(score)))))
}
