/**
 * The statistics of a study. Events are drawn, never rows: reports of one event hang together, and statements of one report more so
 * (cluster bootstrap; Field and Welsh 2007). All draws are the same on every machine.
 */
import { draws, wilson } from '../editions/statistics.js'
import type { Interval } from '../model/audit.js'
import { intAt, itemAt } from '../text/item-at.js'

/** What an event adds to a rate. */
export type Cluster = { readonly cases: number; readonly of: number }

const replicates = 1000

export function rateOf(clusters: readonly Cluster[]): number {
  let [cases, of] = [0, 0]
  for (const cluster of clusters) {
    cases += cluster.cases
    of += cluster.of
  }
  return of === 0 ? 0 : cases / of
}

/**
 * Percentile interval of a rate over events drawn with replacement, 95 %. Where no draw differs (no case, or all) it is Wilson's with each
 * event as one observation, which is wider than the truth.
 */
export function rateInterval(clusters: readonly Cluster[], seed: string): Interval {
  const rate = rateOf(clusters)
  if (rate === 0 || rate === 1) return wilson(rate, clusters.length) ?? { low: 0, high: 1 }
  return percentiles(resampled(clusters, seed))
}

function resampled(clusters: readonly Cluster[], seed: string): Float64Array {
  const { cases, of } = columns(clusters)
  const next = draws(seed)
  return Float64Array.from({ length: replicates }, () => {
    let [hits, all] = [0, 0]
    for (let left = clusters.length; left > 0; left--) {
      const at = Math.floor(next() * clusters.length)
      hits += intAt(cases, at)
      all += intAt(of, at)
    }
    return hits / all
  })
}

function columns(clusters: readonly Cluster[]) {
  return {
    cases: Int32Array.from(clusters, ({ cases }) => cases),
    of: Int32Array.from(clusters, ({ of }) => of),
  }
}

function percentiles(values: Float64Array): Interval {
  const sorted = values.slice().sort()
  const at = (share: number): number => itemAt(sorted, Math.floor(share * (sorted.length - 1)))
  return { low: at(0.025), high: at(0.975) }
}

/** How many of those that were judged the program had right: cells it called cases, and cells it did not. */
export type Judged = {
  readonly cases: { readonly right: number; readonly of: number }
  readonly others: { readonly right: number; readonly of: number }
}

/**
 * A rate corrected for the program's errors after Rogan and Gladen (1978). The audit draws from what the program said, so the estimator
 * stands in predictive values, rate × right of cases + (1 − rate) × wrong of others, which equals (rate + specificity − 1) /
 * (sensitivity + specificity − 1) with both worked out from the same table. The interval draws events and, with them, both shares
 * of the audit from their distributions under a flat prior.
 */
export function corrected(clusters: readonly Cluster[], { cases, others }: Judged, seed: string) {
  const estimate = (rate: number, right: number, missed: number): number =>
    rate * right + (1 - rate) * (1 - missed)
  const next = draws(`${seed} audit`)
  const rates = resampled(clusters, seed).map((rate) =>
    estimate(rate, shareDrawn(cases, next), shareDrawn(others, next)),
  )
  return {
    rate: estimate(rateOf(clusters), cases.right / cases.of, others.right / others.of),
    interval: percentiles(rates),
    judged: cases.of + others.of,
  }
}

/** From Beta(right + 1, wrong + 1): that order statistic of uniform draws. */
function shareDrawn(
  { right, of }: { readonly right: number; readonly of: number },
  next: () => number,
): number {
  const uniform = Float64Array.from({ length: of + 1 }, next).sort()
  return itemAt(uniform, right)
}

export type Pair = { readonly a: Cluster; readonly b: Cluster }

/** The difference of two outlets' rates over events that both have, with the interval of the events drawn in pairs. */
export function differenceOf(pairs: readonly Pair[], seed: string) {
  const [one, other] = [pairs.map(({ a }) => a), pairs.map(({ b }) => b)]
  const [rateA, rateB] = [rateOf(one), rateOf(other)]
  const [a, b] = [columns(one), columns(other)]
  const next = draws(seed)
  const differences = Float64Array.from({ length: replicates }, () => {
    let [hitsA, allA, hitsB, allB] = [0, 0, 0, 0]
    for (let left = pairs.length; left > 0; left--) {
      const at = Math.floor(next() * pairs.length)
      hitsA += intAt(a.cases, at)
      allA += intAt(a.of, at)
      hitsB += intAt(b.cases, at)
      allB += intAt(b.of, at)
    }
    return hitsA / allA - hitsB / allB
  })
  return { rateA, rateB, difference: rateA - rateB, interval: percentiles(differences) }
}

const mostSwaps = 9_999
const enoughAbove = 20

/**
 * How often a difference as large comes about when the two outlets change places at random within each event. Ends early where it is
 * plainly not small (Besag and Clifford 1991), which leaves the probability exact.
 */
export function swapTest(pairs: readonly Pair[], seed: string): number {
  const [a, b] = [columns(pairs.map(({ a }) => a)), columns(pairs.map(({ b }) => b))]
  // What an event that is swapped takes from the one and gives to the other.
  const cases = a.cases.map((value, at) => intAt(b.cases, at) - value)
  const of = a.of.map((value, at) => intAt(b.of, at) - value)
  const [casesA, ofA, casesB, ofB] = [a.cases, a.of, b.cases, b.of].map(sum) as [
    number,
    number,
    number,
    number,
  ]
  const observed = Math.abs(casesA / ofA - casesB / ofB)
  const next = draws(`${seed} swap`)
  let above = 0
  for (let round = 1; round <= mostSwaps; round++) {
    let [bits, hits, all] = [0, 0, 0]
    for (let at = 0; at < pairs.length; at++) {
      // One draw decides for 32 events.
      if (at % 32 === 0) bits = Math.floor(next() * 0x100000000)
      if ((bits >>> (at % 32)) % 2 === 0) continue
      hits += intAt(cases, at)
      all += intAt(of, at)
    }
    const difference = (casesA + hits) / (ofA + all) - (casesB - hits) / (ofB - all)
    if (Math.abs(difference) >= observed - 1e-12) above++
    if (above === enoughAbove) return above / round
  }
  return (above + 1) / (mostSwaps + 1)
}

function sum(values: Int32Array): number {
  return values.reduce((total, value) => total + value, 0)
}

/** Benjamini and Hochberg (1995): the least level of false discoveries at which each would be one. In the order given. */
export function falseDiscovery(probabilities: readonly number[]): readonly number[] {
  const order = probabilities.map((p, index) => ({ p, index })).sort((x, y) => y.p - x.p)
  const found: number[] = probabilities.map(() => 1)
  let least = 1
  for (const [step, { p, index }] of order.entries()) {
    least = Math.min(least, (p * probabilities.length) / (probabilities.length - step))
    found[index] = least
  }
  return found
}
