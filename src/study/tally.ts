/** Counts of a study, an event at a time: all that is kept of a thousand events. */
import { compareCodeUnits } from '../text/order.js'
import { kept } from '../text/grouped.js'
import type { Measure, Unit } from './measures.js'

export type EventCounts = { of: number; unknown: number; readonly cases: Map<string, number> }
/** By event, in the order in which events came. */
export type OutletCounts = Map<string, EventCounts>

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
