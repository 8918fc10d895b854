/**
 * What speaks for and against two units telling the same: numbers for the scorer, symmetric in the two units.
 *
 * In: a couple. Out: a row of numbers for each pair, in the order of `featureNames`, rows end to end.
 */
import type { Couple } from './candidates.js'
import { coverOf, dot, exactCosine, shared } from '../likeness/weighted-words.js'
import { common } from '../text/common.js'
import type { Lexicon } from '../likeness/lexicon.js'
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

/** What the sentences and surroundings of two units say, the same for all units of two sentences. */
type Surroundings = readonly [soft: number, sentence: number, around: number, across: number, names: number]

export function pairFeatures({ a, b, x, y }: Couple, lexicon: Lexicon): Float64Array {
  const values = new Float64Array(x.length * featureNames.length)
  const met = new Array<Surroundings | undefined>(a.sentences.length * b.sentences.length)
  for (let k = 0; k < x.length; k++) {
    const [i, j] = [x[k] ?? 0, y[k] ?? 0]
    const [one, two] = [a.units[i], b.units[j]]
    if (!one || !two) continue
    const at = (a.sentenceOf[i] ?? 0) * b.sentences.length + (b.sentenceOf[j] ?? 0)
    const around = (met[at] ??= surroundings(one, two))
    write(one, two, around, lexicon, values, k * featureNames.length)
  }
  return values
}

function surroundings(a: Unit, b: Unit): Surroundings {
  return [
    dot(a.sentence.vector, b.sentence.vector),
    exactCosine(a.sentence.own, b.sentence.own),
    exactCosine(a.around, b.around),
    exactCosine(a.sentence.own, b.around) + exactCosine(a.around, b.sentence.own),
    Math.min(2, common(a.sentence.facts.names, b.sentence.facts.names)),
  ]
}

function write(
  a: Unit,
  b: Unit,
  around: Surroundings,
  lexicon: Lexicon,
  out: Float64Array,
  first: number,
): void {
  let at = first
  const [p, q] = [a.passage, b.passage]
  const cover = coverOf(p.own, q.own, lexicon)
  const low = Math.min(cover.ab, cover.ba)
  const high = Math.max(cover.ab, cover.ba)
  const met = shared(p, q)
  const [less, more] = [Math.min(p.own.total, q.own.total), Math.max(p.own.total, q.own.total)]
  out[at++] = met.plain
  out[at++] = met.own
  out[at++] = high
  out[at++] = low
  out[at++] = low * high
  out[at++] = dot(p.vector, q.vector)
  out[at++] = Math.log1p(met.mass)
  out[at++] = Math.log1p(Math.max(low * more, high * less))
  out[at++] = met.rarest
  out[at++] = Math.log1p((1 - high) * less)
  for (const value of around) out[at++] = value
  for (const kind of ['names', 'numbers', 'times'] as const) {
    const [one, two] = [p.facts[kind], q.facts[kind]]
    const both = one.size > 0 && two.size > 0
    const count = both ? common(one, two) : 0
    out[at++] = count > 0 ? 1 : 0
    out[at++] = both && count === 0 ? 1 : 0
  }
  out[at++] = p.facts.negated === q.facts.negated ? 0 : 1
  out[at++] = Math.log(1 + less)
  out[at++] = Math.log(1 + more)
  out[at++] = Math.abs(a.place - b.place)
  out[at++] = a.headline === b.headline ? 0 : 1
  out[at++] = a.attributed === b.attributed ? 0 : 1
}
