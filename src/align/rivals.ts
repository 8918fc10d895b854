/**
 * What the rest of two articles says about a pair: whether each is the other's best match there, by how much, and
 * whether their neighbours match too.
 *
 * In: units in order of article and place; first-step scores of pairs. Out: a row of numbers for each pair.
 * Never: looks beyond the two articles of the pair.
 */
import type { ScoredPair } from './cluster.js'
import { logit } from './scorer.js'
import type { UnitOf } from './unit.js'

export const rivalNames = [
  'first',
  'margin low',
  'margin high',
  'mutual best',
  'neighbours',
  'same article',
] as const

export function rivalFeatures(units: readonly UnitOf[], pairs: readonly ScoredPair[]): number[][] {
  const best = new Map<string, [number, number]>()
  const scores = new Map<string, number>()
  const article = (i: number): number => units[i]?.number ?? -1
  const note = (from: number, to: number, score: number): void => {
    const key = `${from} ${article(to)}`
    const [top, next] = best.get(key) ?? [0, 0]
    best.set(key, score > top ? [score, top] : [top, Math.max(next, score)])
  }
  for (const { i, j, score } of pairs) {
    scores.set(`${i} ${j}`, score)
    note(i, j, score)
    note(j, i, score)
  }
  const scoreOf = (i: number, j: number): number => scores.get(i < j ? `${i} ${j}` : `${j} ${i}`) ?? 0
  return pairs.map(({ i, j, score }) => {
    const margins = [margin(i, j, score), margin(j, i, score)]
    const low = Math.min(...margins)
    let near = 0
    for (const di of [-1, 1])
      for (const dj of [-1, 1])
        if (article(i + di) === article(i) && article(j + dj) === article(j) && i + di !== j && j + dj !== i)
          near = Math.max(near, scoreOf(i + di, j + dj))
    return [
      logit(score),
      low,
      Math.max(...margins),
      low >= 0 ? 1 : 0,
      near,
      article(i) === article(j) ? 1 : 0,
    ]
  })

  /** The score less the best rival's: negative for a pair that is not the best. */
  function margin(from: number, to: number, score: number): number {
    const [top, next] = best.get(`${from} ${article(to)}`) ?? [0, 0]
    return score - (score === top ? next : top)
  }
}
