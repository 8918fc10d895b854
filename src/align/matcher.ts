/**
 * The matcher: how likely two claims make one statement, two quotations are one utterance: scored pairs of two articles each, on the
 * grid. Weights: data/matcher.json (scripts/train-matcher.ts; docs/models.md). Never: asks a third article.
 */
import { z } from 'zod'
import type { Lexicon } from '../likeness/lexicon.js'
import { dataTable } from '../text/data-file.js'
import { itemAt } from '../text/item-at.js'
import { chance, likelihood, logisticOf, logit, type Logistic } from '../text/logistic.js'
import { limits, purse } from '../text/limits.js'
import { quantise } from '../text/quantise.js'
import { featureNames, mayBeOneUtterance, pairFeatures, sentenceLikeness, type Between } from './features.js'
import { noThinning, type Thinning } from './thinning.js'
import { areApart, type Unit, type UnitOf } from './unit.js'
import { addTo, grouped, kept } from '../text/grouped.js'
import type { WeightedWords } from '../likeness/weighted-words.js'
import type { Passage } from './passage.js'

const Pairwise = logisticOf(featureNames)

/** Log odds of a score, turned into the log odds of a cell's being right as measured on events not learned from. */
const Sureness = z.strictObject({ slope: z.number(), offset: z.number() })
export type Sureness = z.infer<typeof Sureness>

export const MatcherModel = z.strictObject({
  claims: z.strictObject({
    pair: Pairwise,
    rows: z.strictObject({
      /** A row opens with two claims of two reports at or above this … */
      open: z.number(),
      /** … takes a claim of another report that reaches as much with both together, and this with each … */
      join: z.number(),
      /** … and another of one it has from this on. */
      beside: z.number(),
    }),
    cell: Sureness,
  }),
  quotations: z.strictObject({
    pair: Pairwise,
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
  return kind === 'quotations' ? mayBeOneUtterance(a, b, between) : !areApart(a, b)
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
  model: Logistic<(typeof featureNames)[number]> = matcherModel()[kind].pair,
): Pairs {
  const passedOver = new Set<number>()
  const found = new Array<Pair>()
  for (const { i, j, x } of compared(units, kind, surroundings, passedOver)) {
    const score = isCopy(units[i]?.unit, units[j]?.unit) ? 1 : likelihood(model, featureNames, x)
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

/** How often a score turns out right. */
export function sureness({ slope, offset }: Sureness, score: number): number {
  return quantise(chance(slope * logit(score, 1e-6) + offset))
}

// ---- candidates

/** Two units are compared when the words they share, or nearly share, weigh at least this much … */
const MIN_SHARED = 1
/** … or those that their sentences share weigh this much. */
const MIN_SENTENCE = 3
/** A near word counts this part of its weight. */
const NEAR = 0.5

/** By word number: the passages that have it, with what it weighs there. */
type Postings = ReadonlyMap<number, readonly (readonly [at: number, weight: number])[]>

/** All units of one article, with the words by which another article's units find them. */
type Side = {
  readonly article: number
  /** Number of its first unit among those of all articles. */
  readonly first: number
  readonly units: readonly Unit[]
  /** Its sentences in which units stand, and for each unit the number of its own among them. */
  readonly sentences: readonly Passage[]
  readonly sentenceOf: readonly number[]
  readonly ownWords: Postings
  readonly sentenceWords: Postings
}

function sidesOf(all: readonly UnitOf[]): Side[] {
  let first = 0
  return [...grouped(all, ({ number }) => [number])].map(([article, own]) => {
    const units = own.map(({ unit }) => unit)
    const numbers = new Map<Passage, number>()
    const sentenceOf = units.map(({ sentence }) => kept(numbers, sentence, () => numbers.size))
    const sentences = [...numbers.keys()]
    first += units.length
    return {
      article,
      first: first - units.length,
      units,
      sentences,
      sentenceOf,
      ownWords: postings(units.map(({ passage }) => passage.own)),
      sentenceWords: postings(sentences.map(({ own: words }) => words)),
    }
  })
}

function postings(bags: readonly WeightedWords[]): Postings {
  const found = new Map<number, [number, number][]>()
  bags.forEach(({ words, weights }, at) => {
    words.forEach((id, k) => {
      addTo(found, id, [at, weights[k] ?? 0])
    })
  })
  return found
}

type Candidates = {
  readonly pairs: readonly (readonly [ofA: number, ofB: number])[]
  /** Units of b were left out, since the pairs are too many (text/limits.ts). */
  readonly passedOver: boolean
}

function candidates(a: Side, b: Side, lexicon: Lexicon, rare: ReadonlySet<number> | null): Candidates {
  const pairs: [number, number][] = []
  const near = rare ? [] : b.sentences.map(({ own }) => meet(own, a.sentenceWords, a.sentences.length))
  const mayLook = purse(limits.passagePairs, a.units.length + b.units.length)
  for (const [at, { passage }] of b.units.entries()) {
    if (rare && !passage.own.words.some((id) => rare.has(id))) continue
    const shared = meet(passage.own, a.ownWords, a.units.length, { lexicon, rare })
    const sentences = near[b.sentenceOf[at] ?? -1]
    const before = pairs.length
    a.sentenceOf.forEach((sentence, i) => {
      if ((shared[i] ?? 0) >= MIN_SHARED || (sentences?.[sentence] ?? 0) >= MIN_SENTENCE) pairs.push([i, at])
    })
    if (!mayLook(pairs.length - before)) return { pairs, passedOver: true }
  }
  return { pairs, passedOver: false }
}

/** What the words have in common with each passage, near words too where there is a lexicon: of equal words the lesser weight. */
function meet(
  { words, weights }: WeightedWords,
  passages: Postings,
  count: number,
  options?: { readonly lexicon: Lexicon; readonly rare: ReadonlySet<number> | null },
): Float64Array {
  const shared = new Float64Array(count)
  const add = (id: number, weight: number, part: number): void => {
    if (options?.rare?.has(id) === false) return
    for (const [at, other] of passages.get(id) ?? [])
      shared[at] = (shared[at] ?? 0) + Math.min(weight, part * other)
  }
  words.forEach((id, k) => {
    const weight = weights[k] ?? 0
    add(id, weight, 1)
    for (const near of options?.lexicon.neighbours(id) ?? []) add(near, weight * NEAR, NEAR)
  })
  return shared
}
