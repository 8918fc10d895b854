/**
 * The second view of a pair: what the two whole sentences around the claims say for it, and the other claims in them.
 *
 * Half a sentence may match by chance or because two sentences tell of one of several things; the sentences tell which.
 *
 * In:    a couple of two articles; the scores of the second step. Out: a row of numbers for each pair, in the order of
 *        `sentenceNames`, rows end to end, symmetric in the two units.
 * Never: looks beyond the two articles of the pair.
 */
import type { Couple } from './candidates.js'
import { common, dot, exactCosine, sharedMass, softCover } from './likeness.js'
import type { Lexicon } from './lexicon.js'
import type { Passage } from './passage.js'
import { logit } from './scorer.js'

export const sentenceNames = [
  'clause',
  'clause near complete',
  'plain cosine',
  'topic cosine',
  'cover low',
  'cover high',
  'sentence vector',
  'shared weight',
  'names of both',
  'numbers of both',
  'best sentence',
  'other claims',
  'other claims lacking',
] as const

/** What two sentences share, whatever clause of theirs is asked about. */
type Meeting = {
  readonly values: readonly number[]
  readonly cosine: number
  /** The two best scores of pairs of claims in the two sentences, and how many there are. */
  top: number
  next: number
  count: number
}

export function sentenceFeatures(
  { a, b, x, y }: Couple,
  scores: Float64Array,
  lexicon: Lexicon,
): Float64Array {
  const meetings = new Array<Meeting | undefined>(a.sentences.length * b.sentences.length)
  const bestA = new Float64Array(a.sentences.length)
  const bestB = new Float64Array(b.sentences.length)
  for (let k = 0; k < x.length; k++) {
    const [p, q] = places(k)
    const met = (meetings[p * b.sentences.length + q] ??= meet(
      a.sentences[p]?.sentence,
      b.sentences[q]?.sentence,
      lexicon,
    ))
    note(met, scores[k] ?? 0)
    bestA[p] = Math.max(bestA[p] ?? 0, met.cosine)
    bestB[q] = Math.max(bestB[q] ?? 0, met.cosine)
  }
  const rows = new Float64Array(x.length * sentenceNames.length)
  for (let k = 0; k < x.length; k++) {
    const [p, q] = places(k)
    const met = meetings[p * b.sentences.length + q]
    if (!met) continue
    const score = scores[k] ?? 0
    const lead = Math.max(bestA[p] ?? 0, bestB[q] ?? 0)
    const others = met.top === score ? met.next : met.top
    rows.set(
      [logit(score), score > 0.8 ? 1 : 0, ...met.values, met.cosine - lead, others, met.count > 1 ? 0 : 1],
      k * sentenceNames.length,
    )
  }
  return rows

  function places(k: number): [number, number] {
    return [a.sentenceOf[x[k] ?? 0] ?? 0, b.sentenceOf[y[k] ?? 0] ?? 0]
  }
}

function note(met: Meeting, score: number): void {
  met.count++
  if (score > met.top) {
    met.next = met.top
    met.top = score
  } else met.next = Math.max(met.next, score)
}

function meet(p: Passage | undefined, q: Passage | undefined, lexicon: Lexicon): Meeting {
  if (!p || !q) throw new Error('a couple numbers a sentence that is not there')
  const cosine = exactCosine(p.plain, q.plain)
  const cover = softCover(p.plain, q.plain, lexicon)
  return {
    values: [
      cosine,
      exactCosine(p.own, q.own),
      Math.min(cover.ab, cover.ba),
      Math.max(cover.ab, cover.ba),
      dot(p.vector, q.vector),
      Math.log1p(sharedMass(p.plain, q.plain)),
      Math.min(3, common(p.facts.names, q.facts.names)),
      Math.min(2, common(p.facts.numbers, q.facts.numbers)),
    ],
    cosine,
    top: 0,
    next: 0,
    count: 0,
  }
}
