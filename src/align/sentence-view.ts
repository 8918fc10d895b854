/**
 * The second view of a pair: what the two whole sentences around the claims say for it, and the other claims in them.
 *
 * Half a sentence may match by chance or because two sentences tell of one of several things; the sentences tell which.
 *
 * In:    units in order; pairs with the scores of the second step. Out: a row of numbers a pair, in the order of
 *        `sentenceNames`, symmetric in the two units; null for two units of one article.
 * Never: looks beyond the two articles of the pair.
 */
import type { ScoredPair } from './cluster.js'
import { dot, exactCosine, sharedMass, softCover } from './likeness.js'
import type { Lexicon } from './lexicon.js'
import type { Passage } from './passage.js'
import { logit } from './scorer.js'
import type { UnitOf } from './unit.js'

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
  /** Scores of the pairs of claims in the two sentences, best first. */
  readonly scores: number[]
}

export function sentenceFeatures(
  units: readonly UnitOf[],
  pairs: readonly ScoredPair[],
  lexicon: Lexicon,
): (number[] | null)[] {
  const numbers = new Map<Passage, number>()
  const numberOf = (sentence: Passage): number => {
    const seen = numbers.get(sentence)
    if (seen !== undefined) return seen
    numbers.set(sentence, numbers.size)
    return numbers.size - 1
  }
  const meetings = new Map<string, Meeting>()
  const best = new Map<string, number>()
  const found = pairs.map(({ i, j, score }) => {
    const [a, b] = [units[i], units[j]]
    if (!a || !b || a.number === b.number) return null
    const [p, q] = [a.unit.sentence, b.unit.sentence]
    const key = `${numberOf(p)} ${numberOf(q)}`
    const met = meetings.get(key) ?? meet(p, q, lexicon)
    meetings.set(key, met)
    met.scores.push(score)
    const sides = [`${numberOf(p)} ${b.number}`, `${numberOf(q)} ${a.number}`] as const
    for (const side of sides) best.set(side, Math.max(best.get(side) ?? 0, met.cosine))
    return { met, sides }
  })
  for (const met of meetings.values()) met.scores.sort((a, b) => b - a)
  return pairs.map(({ score }, k) => {
    const pair = found[k]
    if (!pair) return null
    const { met, sides } = pair
    const others = met.scores[0] === score ? (met.scores[1] ?? 0) : (met.scores[0] ?? 0)
    const lead = Math.max(...sides.map((side) => best.get(side) ?? 0))
    return [
      logit(score),
      score > 0.8 ? 1 : 0,
      ...met.values,
      met.cosine - lead,
      others,
      met.scores.length > 1 ? 0 : 1,
    ]
  })
}

function meet(p: Passage, q: Passage, lexicon: Lexicon): Meeting {
  const cosine = exactCosine(p.plain, q.plain)
  const cover = softCover(p.plain, q.plain, lexicon)
  return {
    values: [
      cosine,
      exactCosine(p.own, q.own),
      Math.min(cover.ab, cover.ba),
      Math.max(cover.ab, cover.ba),
      dot(p.vector, q.vector),
      Math.log1p(sharedMass(p.plain, q.plain).mass),
      Math.min(3, common(p.facts.names, q.facts.names)),
      Math.min(2, common(p.facts.numbers, q.facts.numbers)),
    ],
    cosine,
    scores: [],
  }
}

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0
  for (const item of a) if (b.has(item)) count++
  return count
}
