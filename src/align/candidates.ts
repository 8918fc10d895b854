/**
 * Which units of two articles are worth comparing: those that share words, words near in meaning, or the words of their
 * sentences, found through postings, so that the cost follows the number of true neighbours.
 *
 * In:    units in order of article and place; two sides of them, the words to look for, null for all. Out: pairs of units, by
 *        second, then first.
 * Never: prunes by what other units say: a pair is a candidate or not by its own two units alone.
 */
import { limits, purse } from '../text/limits.js'
import { addTo, grouped, kept } from '../text/grouped.js'
import type { Lexicon } from '../likeness/lexicon.js'
import type { WeightedWords } from '../likeness/weighted-words.js'
import type { Passage } from './passage.js'
import type { Unit, UnitOf } from './unit.js'

/** Two units are compared when the words they share, or nearly share, weigh at least this much … */
const MIN_SHARED = 1
/** … or those that their sentences share weigh this much. */
const MIN_SENTENCE = 3
/** A near word counts this part of its weight. */
const NEAR = 0.5

/** By word number: the passages that have it, with what it weighs there. */
type Postings = ReadonlyMap<number, readonly (readonly [at: number, weight: number])[]>

/** All units of one article, with the words by which another article's units find them. */
export type Side = {
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

export function sidesOf(all: readonly UnitOf[]): Side[] {
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

export type Candidates = {
  readonly pairs: readonly (readonly [ofA: number, ofB: number])[]
  /** Units of b were left out, since the pairs are too many (text/limits.ts). */
  readonly passedOver: boolean
}

export function candidates(a: Side, b: Side, lexicon: Lexicon, rare: ReadonlySet<number> | null): Candidates {
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
