/** What the page across events keeps of each event: a line of a table, and what events can be looked at alone. */
import type { Study } from '../model/study.js'
import { grouped, kept } from '../text/grouped.js'
import { byKeys, sortedBy, compareCodeUnits } from '../text/order.js'
import { publicationRank } from '../text/publication.js'
import { actorKey } from './measures.js'
import { outletPlaces, type ReadEvent } from './reading.js'

export type EventLine = Pick<ReadEvent, 'event' | 'title' | 'folder' | 'from' | 'to'> & {
  readonly outlets: ReadonlyMap<
    string,
    {
      readonly reports: number
      /** Place by time, null without one. */
      readonly order: number | null
      readonly sharing: readonly string[]
    }
  >
  readonly incomplete: number
  /** What it can be chosen by: `t2017-12` and `t2017`, and `a7` for each actor. */
  readonly classes: readonly string[]
}

export type Choice = {
  readonly of: 'time' | 'actor'
  readonly id: string
  readonly name: string
  readonly lines: readonly EventLine[]
}

const actorKinds: ReadonlySet<string> = new Set(['person', 'organisation'])
const mostActors = 12
const mostMonths = 24

export class EventLines {
  readonly all: EventLine[] = []
  readonly #actors = new Map<string, { readonly id: string; readonly name: string }>()

  add(event: ReadEvent): EventLine {
    const places = outletPlaces(event)
    const outlets = [...new Set(event.articles.map(({ outlet }) => outlet))].map((outlet) => {
      const own = event.articles.filter((one) => one.outlet === outlet)
      const groups = new Set(own.map(({ group }) => group))
      const alike = event.articles.filter((one) => one.outlet !== outlet && groups.has(one.group))
      const sharing = [...new Set(alike.map((one) => one.outlet))]
      return [outlet, { reports: own.length, order: places.get(outlet) ?? null, sharing }] as const
    })
    const { title, folder, from, to } = event
    const times = from === null ? ['tnone'] : [`t${from.slice(0, 7)}`, `t${from.slice(0, 4)}`]
    const line: EventLine = {
      ...{ event: event.event, title, folder, from, to },
      outlets: new Map(outlets),
      incomplete: event.articles.filter(({ whole }) => !whole).length,
      classes: [...times, ...this.#actorsOf(event)],
    }
    this.all.push(line)
    return line
  }

  /** Those whom two reports mean at least. */
  #actorsOf({ actors }: ReadEvent): ReadonlySet<string> {
    const here = actors.filter(
      ({ kind, byArticle }) => actorKinds.has(kind) && Object.keys(byArticle).length > 1,
    )
    return new Set(
      here.map(
        ({ name }) => kept(this.#actors, actorKey(name), () => ({ id: `a${this.#actors.size}`, name })).id,
      ),
    )
  }

  /** Years and months, where there are several and not many; the actors of most events, those of one alone left out, by name. */
  choices(): readonly Choice[] {
    const lines = grouped(this.all, ({ classes }) => classes)
    const choice = (of: Choice['of'], id: string, name: string): Choice => ({
      ...{ of, id, name },
      lines: lines.get(id) ?? [],
    })
    const ids = [...lines.keys()].sort(compareCodeUnits)
    const years = ids.filter((id) => /^t\d{4}$/u.test(id))
    const months = ids.filter((id) => /^t\d{4}-\d\d$/u.test(id))
    const times = [
      ...(years.length > 1 ? years : []),
      ...(months.length > mostMonths ? [] : months),
      ...ids.filter((id) => id === 'tnone'),
    ]
    const actors = [...this.#actors.values()].map(({ id, name }) => choice('actor', id, name))
    const named = times.map((id) => choice('time', id, id === 'tnone' ? 'no time' : id.slice(1)))
    return [
      ...(named.length < 2 ? [] : named),
      ...sortedBy(
        actors
          .filter((one) => one.lines.length > 1)
          .sort(
            byKeys(
              (one) => -one.lines.length,
              ({ name }) => actorKey(name),
            ),
          )
          .slice(0, mostActors),
        ({ name }) => name,
      ),
    ]
  }
}

export function sumsOf(
  lines: readonly EventLine[],
): Pick<Study, 'events' | 'from' | 'to' | 'reports' | 'incomplete' | 'outlets'> {
  const sums = new Map<string, { events: number; reports: number }>()
  let [incomplete, from, to]: [number, string | null, string | null] = [0, null, null]
  for (const line of lines) {
    for (const [outlet, { reports }] of line.outlets) {
      const sum = kept(sums, outlet, () => ({ events: 0, reports: 0 }))
      sum.events++
      sum.reports += reports
    }
    incomplete += line.incomplete
    if (publicationRank(line.from) < publicationRank(from)) from = line.from
    if (line.to !== null && (to === null || publicationRank(line.to) > publicationRank(to))) to = line.to
  }
  const outlets = [...sums]
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .map(([name, sum]) => ({ name, ...sum }))
  const reports = outlets.reduce((sum, one) => sum + one.reports, 0)
  return { events: lines.length, from, to, reports, incomplete, outlets }
}
