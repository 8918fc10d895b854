/** From counts to rates. Never a rate of few events, or a difference uncorrected for how many were looked at. */
import type { Rate, RateDifference } from '../model/study.js'
import { sortedBy, compareCodeUnits } from '../text/order.js'
import { pairsOf } from '../text/pairs-of.js'
import {
  corrected,
  differenceOf,
  falseDiscovery,
  rateInterval,
  rateOf,
  sumOf,
  swapTest,
  type Cluster,
  type Judged,
  type Pair,
} from './intervals.js'
import type { Measure, Unit } from './measures.js'
import { kept } from '../text/grouped.js'

/** Fewest events for a rate: of fewer an interval holds still, but most are wider than what they are to tell apart. */
export const fewest = 20

export const fewestJudged = 10

/** Open categories that are printed: those that come most often. */
const mostCategories = 8
export const level = 0.05

export type JudgedOf = (measure: string, outlet: string) => Judged | null

export function ratesOf(
  measures: readonly Measure[],
  tally: Tally,
  judged: JudgedOf,
  events?: ReadonlySet<string>,
): readonly Rate[] {
  return measures.flatMap((measure) => {
    const outlets = tally.of(measure, events)
    return categoriesOf(measure, outlets).flatMap((category) =>
      outlets.map(([outlet, counts]) =>
        rate(measure.id, category, outlet, counts, judged(measure.id, outlet)),
      ),
    )
  })
}

function categoriesOf(
  { categories }: Measure,
  outlets: readonly (readonly [string, OutletCounts])[],
): readonly string[] {
  const all = outlets.flatMap(([, counts]) => [...counts.values()])
  if (categories !== null && Object.keys(categories).length === 1) return all.length > 0 ? ['yes'] : []
  const counts = new Map<string, number>()
  for (const { cases } of all)
    for (const [name, times] of cases) counts.set(name, (counts.get(name) ?? 0) + times)
  if (categories !== null) return Object.keys(categories).filter((name) => counts.has(name))
  return sortedBy(counts, ([name, times]) => [-times, name])
    .slice(0, mostCategories)
    .map(([name]) => name)
}

function clustersOf(counts: OutletCounts, category: string): ReadonlyMap<string, Cluster> {
  return new Map(
    [...counts]
      .filter(([, { of }]) => of > 0)
      .map(([event, { of, cases }]) => [event, { of, cases: cases.get(category) ?? 0 }]),
  )
}

function rate(
  measure: string,
  category: string,
  outlet: string,
  counts: OutletCounts,
  judged: Judged | null,
): Rate {
  const clusters = [...clustersOf(counts, category).values()]
  const isEnough = clusters.length >= fewest
  const canCorrect = judged !== null && judged.cases.of >= fewestJudged && judged.others.of >= fewestJudged
  return {
    measure,
    category,
    outlet,
    events: clusters.length,
    ...sumOf(clusters),
    unknown: [...counts.values()].reduce((total, { unknown }) => total + unknown, 0),
    rate: isEnough ? rateOf(clusters) : null,
    interval: isEnough ? rateInterval(clusters) : null,
    corrected: isEnough && canCorrect ? corrected(clusters, judged) : null,
  }
}

export function differencesOf(measures: readonly Measure[], tally: Tally): readonly RateDifference[] {
  const found = measures.flatMap((measure) => {
    const outlets = tally.of(measure)
    return categoriesOf(measure, outlets).flatMap((category) => {
      const clusters = outlets.map(([outlet, counts]) => ({ outlet, events: clustersOf(counts, category) }))
      return pairsOf(clusters).flatMap(([a, b]) => {
        const pairs = [...a.events].flatMap(([event, cluster]): Pair[] => {
          const other = b.events.get(event)
          return other ? [{ a: cluster, b: other }] : []
        })
        if (pairs.length < fewest) return []
        return [
          {
            measure: measure.id,
            category,
            a: a.outlet,
            b: b.outlet,
            events: pairs.length,
            ...differenceOf(pairs),
            p: swapTest(pairs, `${measure.id} ${category} ${a.outlet} ${b.outlet}`),
          },
        ]
      })
    })
  })
  const levels = falseDiscovery(found.map(({ p }) => p))
  return found.map((difference, index) => ({ ...difference, q: levels[index] ?? 1 }))
}

export type EventCounts = { of: number; unknown: number; readonly cases: Map<string, number> }
export type OutletCounts = Map<string, EventCounts>

/** Counts of a study, an event at a time: all that is kept of a thousand events. */
export class Tally {
  readonly #counts = new Map<string, Map<string, OutletCounts>>()

  add(measure: Measure, event: string, { article, state, times = 1 }: Unit): void {
    const outlets = kept(this.#counts, measure.id, () => new Map<string, OutletCounts>())
    const events = kept(outlets, article.outlet, (): OutletCounts => new Map())
    const counts = kept(events, event, (): EventCounts => ({ of: 0, unknown: 0, cases: new Map() }))
    if (state === 'unknown') counts.unknown += times
    else counts.of += times
    if (typeof state === 'object') counts.cases.set(state.is, (counts.cases.get(state.is) ?? 0) + times)
  }

  /** Outlets in the order of their ids; of the events that are named, or of all. */
  of(
    { id }: Measure,
    events?: ReadonlySet<string>,
  ): readonly (readonly [outlet: string, counts: OutletCounts])[] {
    const all = [...(this.#counts.get(id) ?? [])].sort(([a], [b]) => compareCodeUnits(a, b))
    if (events === undefined) return all
    return all.flatMap(([outlet, counts]) => {
      const some = new Map([...counts].filter(([event]) => events.has(event)))
      return some.size === 0 ? [] : [[outlet, some] as const]
    })
  }
}
