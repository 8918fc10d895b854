/** Wilson's interval for a share (1927) and Krippendorff's alpha for nominal codes (2011); none where none is defined. */
import type { Interval } from '../model/audit.js'
import { countsOf } from '../text/grouped.js'
import { sha256 } from '../text/hash.js'
import { itemAt } from '../text/item-at.js'

/** Of the normal distribution, for two-sided 95 %. */
export const normal = 1.959963984540054

export function wilson(share: number, of: number, quantile = normal): Interval | null {
  if (of <= 0) return null
  const square = quantile ** 2
  const centre = (share + square / (2 * of)) / (1 + square / of)
  const half = (quantile / (1 + square / of)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of))
  return {
    low: share === 0 ? 0 : Math.max(0, centre - half),
    high: share === 1 ? 1 : Math.min(1, centre + half),
  }
}

type Judgement = { readonly weight: number; readonly value: number }

/** The mean of judgements from 0 to 1 by their weights, and how many it is worth: the effective size (Σ w)² / Σ w² (Kish 1965). */
export function weightedMean(judged: readonly Judgement[]): { readonly value: number; readonly of: number } {
  const sum = (of: (one: Judgement) => number): number => judged.reduce((total, one) => total + of(one), 0)
  const total = sum(({ weight }) => weight)
  if (total === 0) return { value: 0, of: 0 }
  return {
    value: Math.min(1, sum(({ weight, value }) => weight * value) / total),
    of: (total * total) / sum(({ weight }) => weight * weight),
  }
}

export function weightedShare(
  judged: readonly Judgement[],
): { readonly value: number; readonly interval: Interval | null } | null {
  const { value, of } = weightedMean(judged)
  return of === 0 ? null : { value, interval: wilson(value, of) }
}

export type Unit = readonly string[]

export function alphaNominal(units: readonly Unit[]): number | null {
  const pairable = units.filter((unit) => unit.length > 1)
  const totals = new Map<string, number>()
  let observed = 0
  let all = 0
  for (const unit of pairable) {
    const counts = countsOf(unit)
    for (const [code, number] of counts) totals.set(code, (totals.get(code) ?? 0) + number)
    // Ordered pairs within the unit that differ, each unit weighing as many codes as it has.
    observed += (unit.length * unit.length - squares(counts)) / (unit.length - 1)
    all += unit.length
  }
  const expected = (all * all - squares(totals)) / (all - 1)
  return all < 2 || expected === 0 ? null : 1 - observed / expected
}

/** Share of pairs of codes within a unit that are equal, over all pairs. */
export function agreementShare(units: readonly Unit[]): number | null {
  let equal = 0
  let pairs = 0
  for (const unit of units) {
    pairs += (unit.length * (unit.length - 1)) / 2
    for (const number of countsOf(unit).values()) equal += (number * (number - 1)) / 2
  }
  return pairs === 0 ? null : equal / pairs
}

export function agreementOn(units: readonly Unit[]) {
  const shared = units.filter((unit) => unit.length > 1)
  return {
    shared: shared.length,
    equal: agreementShare(shared),
    alpha: alphaNominal(shared),
    interval: alphaInterval(shared),
  }
}

const replicates = 2000

/** Percentile bootstrap over units, 95 %, with fixed draws. Replicates of one code have no alpha; null where fewer than half have one. */
export function alphaInterval(units: readonly Unit[]): Interval | null {
  const pairable = units.filter((unit) => unit.length > 1)
  if (pairable.length < 2) return null
  const next = draws('krippendorff')
  const values: number[] = []
  for (let round = 0; round < replicates; round++) {
    const sample = pairable.map(() => itemAt(pairable, Math.floor(next() * pairable.length)))
    const alpha = alphaNominal(sample)
    if (alpha !== null) values.push(alpha)
  }
  if (values.length < replicates / 2) return null
  values.sort((a, b) => a - b)
  const quantile = (share: number): number =>
    itemAt(values, Math.min(values.length - 1, Math.floor(share * values.length)))
  return { low: quantile(0.025), high: quantile(0.975) }
}

function squares(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, number) => sum + number * number, 0)
}

/** Draws from [0, 1): the same for the same seed on every machine (mulberry32, seeded by a hash). */
export function draws(seed: string): () => number {
  let state = Number.parseInt(sha256(seed).slice(0, 8), 16)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
