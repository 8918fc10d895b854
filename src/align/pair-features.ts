/**
 * What speaks for and against two units telling the same: numbers for the scorer, symmetric in the two units.
 *
 * In: two Units. Out: one number a feature, in the order of `featureNames`.
 */
import { dot, exactCosine, sharedMass, softCover } from './likeness.js'
import type { Lexicon } from './lexicon.js'
import type { Unit } from './unit.js'

export const featureNames = [
  'cosine',
  'own cosine',
  'soft high',
  'soft low',
  'soft product',
  'vector',
  'mass',
  'soft mass',
  'rarest',
  'left over',
  'sentence soft',
  'sentence',
  'around',
  'around across',
  'sentence names',
  'names shared',
  'names apart',
  'numbers shared',
  'numbers apart',
  'times shared',
  'times apart',
  'negation differs',
  'shorter',
  'longer',
  'place',
  'headline',
  'voice differs',
] as const

export function pairFeatures(a: Unit, b: Unit, lexicon: Lexicon): Float64Array {
  const [p, q] = [a.passage, b.passage]
  const cover = softCover(p.own, q.own, lexicon)
  const low = Math.min(cover.ab, cover.ba)
  const high = Math.max(cover.ab, cover.ba)
  const shared = sharedMass(p.own, q.own)
  const names = common(p.facts.names, q.facts.names)
  const numbers = common(p.facts.numbers, q.facts.numbers)
  const times = common(p.facts.times, q.facts.times)
  return Float64Array.of(
    exactCosine(p.plain, q.plain),
    exactCosine(p.own, q.own),
    high,
    low,
    low * high,
    dot(p.vector, q.vector),
    Math.log1p(shared.mass),
    Math.log1p(Math.max(low * Math.max(p.own.total, q.own.total), high * Math.min(p.own.total, q.own.total))),
    shared.rarest,
    Math.log1p((1 - high) * Math.min(p.own.total, q.own.total)),
    dot(a.sentence.vector, b.sentence.vector),
    exactCosine(a.sentence.own, b.sentence.own),
    exactCosine(a.around, b.around),
    exactCosine(a.sentence.own, b.around) + exactCosine(a.around, b.sentence.own),
    Math.min(2, common(a.sentence.facts.names, b.sentence.facts.names)),
    names > 0 ? 1 : 0,
    names === 0 && p.facts.names.size > 0 && q.facts.names.size > 0 ? 1 : 0,
    numbers > 0 ? 1 : 0,
    numbers === 0 && p.facts.numbers.size > 0 && q.facts.numbers.size > 0 ? 1 : 0,
    times > 0 ? 1 : 0,
    times === 0 && p.facts.times.size > 0 && q.facts.times.size > 0 ? 1 : 0,
    p.facts.negated === q.facts.negated ? 0 : 1,
    Math.log(1 + Math.min(p.own.total, q.own.total)),
    Math.log(1 + Math.max(p.own.total, q.own.total)),
    Math.abs(a.place - b.place),
    a.headline === b.headline ? 0 : 1,
    a.attributed === b.attributed ? 0 : 1,
  )
}

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0
  for (const item of a) if (b.has(item)) count++
  return count
}
