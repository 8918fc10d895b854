/** The statistics of a study. Events are left out or change sides, never rows: reports of one event hang together. */
import { draws, normal, wilson } from '../editions/statistics.js'
import type { Interval } from '../model/audit.js'
import { itemAt } from '../text/item-at.js'

export type Cluster = { readonly cases: number; readonly of: number }

export function rateOf(clusters: readonly Cluster[]): number {
  const { cases, of } = sumOf(clusters)
  return of === 0 ? 0 : cases / of
}

export function sumOf(clusters: readonly Cluster[]): Cluster {
  let [cases, of] = [0, 0]
  for (const cluster of clusters) {
    cases += cluster.cases
    of += cluster.of
  }
  return { cases, of }
}

/** The rates that are left when each event in turn is left out. */
function withoutEach(clusters: readonly Cluster[]): readonly number[] {
  const { cases, of } = sumOf(clusters)
  return clusters.map((one) => (of === one.of ? 0 : (cases - one.cases) / (of - one.of)))
}

/** The jackknife's variance (Tukey 1958), of what was worked out without each event. */
function variance(values: readonly number[]): number {
  const number = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / number
  return ((number - 1) / number) * values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
}

/** Of 95 %, two-sided: Student's t by its expansion in 1/freedom (Abramowitz and Stegun 26.7.5), exact to .001 from ten events on. */
function student(events: number): number {
  const [z, freedom] = [normal, Math.max(1, events - 1)]
  return (
    z +
    (z ** 3 + z) / (4 * freedom) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * freedom ** 3)
  )
}

/**
 * 95 %: Wilson's, at as many observations as would vary so over events (Korn and Graubard 1998), with Student's t. Where nothing varies,
 * each event is one observation.
 */
export function rateInterval(clusters: readonly Cluster[]): Interval {
  return around(rateOf(clusters), variance(withoutEach(clusters)), clusters.length)
}

function around(rate: number, varies: number, events: number, least = events): Interval {
  const effective = varies > 0 && rate > 0 && rate < 1 ? (rate * (1 - rate)) / varies : least
  return wilson(rate, effective, student(events)) ?? { low: 0, high: 1 }
}

/** How many of those that were judged the program had right: cells it called cases, and cells it did not. */
export type Judged = {
  readonly cases: { readonly right: number; readonly of: number }
  readonly others: { readonly right: number; readonly of: number }
}

/**
 * A rate corrected after Rogan and Gladen (1978), in predictive values: rate × right of cases + (1 − rate) × wrong of others. Its variance is
 * that of the rate over events and of both shares of the audit, these under a flat prior.
 */
export function corrected(clusters: readonly Cluster[], { cases, others }: Judged) {
  const rate = rateOf(clusters)
  const [right, clean] = [cases.right / cases.of, others.right / others.of]
  const estimate = rate * right + (1 - rate) * (1 - clean)
  const varies =
    (right + clean - 1) ** 2 * variance(withoutEach(clusters)) +
    rate ** 2 * shareVariance(cases) +
    (1 - rate) ** 2 * shareVariance(others)
  return {
    rate: estimate,
    interval: around(estimate, varies, clusters.length, Math.min(clusters.length, cases.of, others.of)),
    judged: Math.round(cases.of + others.of),
  }
}

/** Of Beta(right + 1, wrong + 1). */
function shareVariance({ right, of }: Judged['cases']): number {
  return ((right + 1) * (of - right + 1)) / ((of + 2) ** 2 * (of + 3))
}

export type Pair = { readonly a: Cluster; readonly b: Cluster }

/** The difference of two outlets' rates over events that both have; each event is left out with both. */
export function differenceOf(pairs: readonly Pair[]) {
  const [one, other] = [pairs.map(({ a }) => a), pairs.map(({ b }) => b)]
  const [rateA, rateB] = [rateOf(one), rateOf(other)]
  const without = withoutEach(other)
  const varies = variance(withoutEach(one).map((rate, at) => rate - itemAt(without, at)))
  const [difference, half] = [rateA - rateB, student(pairs.length) * Math.sqrt(varies)]
  const interval: Interval = { low: Math.max(-1, difference - half), high: Math.min(1, difference + half) }
  return { rateA, rateB, difference, interval }
}

const mostSwaps = 9_999
const enoughAbove = 20

/** How often a difference as large comes about when the two change places at random within events (Besag and Clifford 1991). */
export function swapTest(pairs: readonly Pair[], seed: string): number {
  const [a, b] = [sumOf(pairs.map(({ a }) => a)), sumOf(pairs.map(({ b }) => b))]
  // What events that are swapped take from the one and give to the other.
  const moved = pairs.map((pair) => ({ cases: pair.b.cases - pair.a.cases, of: pair.b.of - pair.a.of }))
  const observed = Math.abs(a.cases / a.of - b.cases / b.of)
  const next = draws(`${seed} swap`)
  let above = 0
  for (let round = 1; round <= mostSwaps; round++) {
    let [bits, cases, of] = [0, 0, 0]
    for (const [at, event] of moved.entries()) {
      // One draw decides for 32 events.
      bits = at % 32 === 0 ? Math.floor(next() * 0x100000000) : bits >>> 1
      if (bits % 2 === 0) continue
      cases += event.cases
      of += event.of
    }
    const difference = (a.cases + cases) / (a.of + of) - (b.cases - cases) / (b.of - of)
    if (Math.abs(difference) >= observed - 1e-12) above++
    if (above === enoughAbove) return above / round
  }
  return (above + 1) / (mostSwaps + 1)
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
