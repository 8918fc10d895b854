/**
 * How likely two reports are of one story, and the learned weights of every decision on stories (data/stories.json;
 * scripts/train-stories.ts, model card in docs/models.md).
 *
 * In:    two reports' words and times. Out: log odds, on the grid of quantise.
 * Never: asks who published them, or takes nearness in time for a sign of one story: only distance counts.
 */
import { z } from 'zod'
import type { Sparse, StoryWords } from '../model/story.js'
import { dataTable } from '../text/data-file.js'
import { itemAt } from '../text/item-at.js'
import { logisticOf } from '../text/logistic.js'
import { quantise } from '../text/quantise.js'

export const pairNames = [
  'headline',
  'lead',
  'body',
  'names',
  'pairs',
  'figures',
  'headline told',
  'headlines told',
  'names told',
  'apart',
] as const
export const joinNames = ['founder', 'quorum', 'nearest', 'size'] as const
export const mergeNames = ['founders', 'mean', 'quorum', 'size'] as const

export const StoriesModel = z.strictObject({
  pair: logisticOf(pairNames),
  join: logisticOf(joinNames),
  merge: logisticOf(mergeNames),
})
export type StoriesModel = z.infer<typeof StoriesModel>

export const storiesModel = dataTable('stories.json', (text) => StoriesModel.parse(JSON.parse(text)))

/** Weights in the order of the names, the constant last. */
export type Weights = Float64Array
export type Decisions = { readonly pair: Weights; readonly join: Weights; readonly merge: Weights }

export function decisionsOf({ pair, join, merge }: StoriesModel): Decisions {
  return {
    pair: Float64Array.from([...pairNames.map((name) => pair.weights[name]), pair.bias]),
    join: Float64Array.from([...joinNames.map((name) => join.weights[name]), join.bias]),
    merge: Float64Array.from([...mergeNames.map((name) => merge.weights[name]), merge.bias]),
  }
}

export type Timed = { readonly words: StoryWords; readonly time: number | null }

/** Beyond these, more certainty says nothing more. */
const surest = 8

export function logOdds(weights: Weights, features: readonly number[]): number {
  let sum = itemAt(weights, features.length)
  for (let i = 0; i < features.length; i++) sum += itemAt(weights, i) * itemAt(features, i)
  return quantise(Math.max(-surest, Math.min(surest, sum)))
}

const hours = 3_600_000
/** Half-width of the Gaussian in time. */
const spread = 72 * hours

export function pairFeatures(a: Timed, b: Timed): readonly number[] {
  const [x, y] = [a.words, b.words]
  const told = [shareTold(x.headline, y.body), shareTold(y.headline, x.body)] as const
  const named = [shareTold(x.names, y.body), shareTold(y.names, x.body)] as const
  return [
    cosine(x.headline, y.headline),
    cosine(x.lead, y.lead),
    cosine(x.body, y.body),
    cosine(x.names, y.names),
    Math.sqrt(cosine(x.pairs, y.pairs)),
    cosine(x.figures, y.figures),
    Math.max(...told),
    Math.min(...told),
    Math.min(...named),
    apart(a.time, b.time),
  ]
}

/** 0 for the same time, or where one is not known; near 1 after a week. */
function apart(a: number | null, b: number | null): number {
  if (a === null || b === null) return 0
  return 1 - Math.exp(-(((a - b) / spread) ** 2) / 2)
}

export function cosine(a: Sparse, b: Sparse): number {
  return overShared(a, b, true)
}

/** The share of a's words, by squared weight, that b has too. */
function shareTold(a: Sparse, b: Sparse): number {
  return overShared(a, b, false)
}

function overShared(a: Sparse, b: Sparse, both: boolean): number {
  const [x, y] = [a.keys, b.keys]
  let [sum, i, j] = [0, 0, 0]
  while (i < x.length && j < y.length) {
    const [p, q] = [x[i] ?? 0, y[j] ?? 0]
    if (p === q) sum += (a.weights[i] ?? 0) * (both ? (b.weights[j] ?? 0) : (a.weights[i] ?? 0))
    if (p <= q) i++
    if (p >= q) j++
  }
  return sum
}
