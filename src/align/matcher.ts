/**
 * The matcher: how likely two claims of two reports make one statement, and two quotations are versions of one utterance.
 *
 * In:    units in order of article and place. Out: scored pairs of two articles each, on the grid of quantise. Weights:
 *        data/matcher.json (scripts/train-matcher.ts; model card in docs/models.md).
 * Never: lets a third article say anything about a pair.
 */
import { z } from 'zod'
import type { Lexicon } from '../likeness/lexicon.js'
import { dataTable } from '../text/data-file.js'
import { itemAt } from '../text/item-at.js'
import { limits, purse } from '../text/limits.js'
import { quantise } from '../text/quantise.js'
import { candidates, sidesOf, type Side } from './candidates.js'
import { featureNames, mayBeOneUtterance, pairFeatures, sentenceLikeness, type Between } from './features.js'
import { noThinning, type Thinning } from './thinning.js'
import type { Unit, UnitOf } from './unit.js'

/** Logistic regression: feature names with weights, and the constant. */
const Logistic = z.strictObject({ bias: z.number(), weights: z.record(z.enum(featureNames), z.number()) })
export type Logistic = z.infer<typeof Logistic>

/** Log odds of a score, turned into the log odds of a cell's being right as measured on events not learned from. */
const Sureness = z.strictObject({ slope: z.number(), offset: z.number() })
export type Sureness = z.infer<typeof Sureness>

export const MatcherModel = z.strictObject({
  claims: z.strictObject({
    pair: Logistic,
    rows: z.strictObject({
      /** A row opens with two claims of two reports at or above this … */
      open: z.number(),
      /** … takes a claim of another report that reaches this with both … */
      join: z.number(),
      /** … and another of one it has from this on. */
      beside: z.number(),
    }),
    cell: Sureness,
  }),
  quotations: z.strictObject({
    pair: Logistic,
    /** Probability from which a quotation joins the fullest version of a row. */
    join: z.number(),
    cell: Sureness,
  }),
})
export type MatcherModel = z.infer<typeof MatcherModel>

export const matcherModel = dataTable('matcher.json', (text) => MatcherModel.parse(JSON.parse(text)))

/** Two units by their numbers, i < j, and the probability that both tell the same. */
export type Pair = { readonly i: number; readonly j: number; readonly score: number }
export type Pairs = {
  readonly found: readonly Pair[]
  /** Numbers of articles some of whose units were not compared, since there are too many. */
  readonly passedOver: ReadonlySet<number>
}

/** For each unit those it was compared with. */
export type Partners = readonly ReadonlyMap<number, number>[]

export function partnersOf(units: number, pairs: readonly Pair[]): Partners {
  const partners = Array.from({ length: units }, () => new Map<number, number>())
  for (const { i, j, score } of pairs) {
    partners[i]?.set(j, score)
    partners[j]?.set(i, score)
  }
  return partners
}

export type Kind = 'claims' | 'quotations'

/** What the units are compared by, beside themselves. */
export type Surroundings = {
  readonly lexicon: Lexicon
  readonly thinning?: Thinning
  /** How much two articles have to do with each other, by their numbers: 0..1 (see kinship.ts). */
  readonly kinshipOf?: (a: number, b: number) => number
}

/** What two of them cost whatever their length, in pairs of words: whether two quotations may be one is asked besides. */
const least: Readonly<Record<Kind, number>> = { claims: 0, quotations: 400 }

export type Compared = Pick<Pair, 'i' | 'j'> & { readonly x: readonly number[] }

/** Features of each two units that are worth comparing. */
export function* compared(
  units: readonly UnitOf[],
  kind: Kind,
  { lexicon, thinning = noThinning, kinshipOf = () => 1 }: Surroundings,
  passedOver = new Set<number>(),
): Generator<Compared> {
  const sides = sidesOf(units)
  for (const [k, b] of sides.entries())
    for (const a of sides.slice(0, k)) {
      const between = {
        lexicon,
        ofSentences: sentenceLikeness(lexicon),
        kinship: kinshipOf(a.article, b.article),
      }
      const couple = candidates(a, b, lexicon, thinning(a.article, b.article))
      const mayCompare = purse(limits.comparedWords, wordsOf(a) + wordsOf(b))
      let all = !couple.passedOver
      for (const [x, y] of couple.pairs) {
        const [one, two] = [itemAt(a.units, x), itemAt(b.units, y)]
        if (!mayCompare(least[kind] + one.order.words.length * two.order.words.length)) all = false
        else if (mayBeOne(one, two, kind, between))
          yield { i: a.first + x, j: b.first + y, x: pairFeatures(one, two, between) }
      }
      if (!all) passedOver.add(a.article).add(b.article)
    }
}

function mayBeOne(a: Unit, b: Unit, kind: Kind, between: Between): boolean {
  return kind === 'claims' || mayBeOneUtterance(a, b, between)
}

function wordsOf({ units }: Side): number {
  return units.reduce((sum, { order }) => sum + order.words.length, 0)
}

/** Less likely pairs say nothing. */
const leastLikely = 0.005

export function scoredPairs(
  units: readonly UnitOf[],
  kind: Kind,
  surroundings: Surroundings,
  model: Logistic = matcherModel()[kind].pair,
): Pairs {
  const passedOver = new Set<number>()
  const found = new Array<Pair>()
  for (const { i, j, x } of compared(units, kind, surroundings, passedOver)) {
    const score = isCopy(units[i]?.unit, units[j]?.unit) ? 1 : likelihood(model, x)
    if (score >= leastLikely) found.push({ i, j, score })
  }
  return { found, passedOver }
}

/** The same words of the same sentence: two copies of a report give no difference. */
function isCopy(a: Unit | undefined, b: Unit | undefined): boolean {
  const same = (one: Int32Array = new Int32Array(), two: Int32Array = new Int32Array()): boolean =>
    one.length === two.length && one.every((word, k) => word === two[k])
  return same(a?.order.words, b?.order.words) && same(a?.sentence.own.words, b?.sentence.own.words)
}

export function likelihood({ bias, weights }: Logistic, x: readonly number[]): number {
  const odds = featureNames.reduce((sum, name, k) => sum + weights[name] * itemAt(x, k), bias)
  return quantise(1 / (1 + Math.exp(-odds)))
}

export function logit(p: number): number {
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, p))
  return Math.log(bounded / (1 - bounded))
}

/** How often a score turns out right. */
export function sureness({ slope, offset }: Sureness, score: number): number {
  return quantise(1 / (1 + Math.exp(-(slope * logit(score) + offset))))
}
