/** What the page across events keeps of each event: a line of a table, and sums over all. */
import type { Study } from '../model/study.js'
import { addOnce, kept } from '../text/grouped.js'
import { byKeys, compareCodeUnits } from '../text/order.js'
import { publicationRank } from '../text/publication.js'
import { actorKey } from './measures.js'
import { outletPlaces, type ReadEvent } from './reading.js'

export type EventLine = {
  readonly title: string
  readonly folder: string | null
  /** `2017-12`, or null where no report states a time. */
  readonly month: string | null
  readonly outlets: ReadonlyMap<
    string,
    {
      /** Place by time, null without one. */
      readonly order: number | null
      /** Outlets whose reports share its copy. */
      readonly sharing: readonly string[]
    }
  >
  readonly actors: ReadonlySet<string>
}

const actorKinds: ReadonlySet<string> = new Set(['person', 'organisation'])

export class EventLines {
  readonly all: EventLine[] = []
  /** Names of actors by key. */
  readonly #names = new Map<string, string>()
  readonly #events = new Map<string, Set<string>>()
  readonly #outlets = new Map<string, { events: number; reports: number }>()
  #incomplete = 0
  #from: string | null = null
  #to: string | null = null

  add(event: ReadEvent): void {
    const places = outletPlaces(event)
    const outlets = [...new Set(event.articles.map(({ outlet }) => outlet))].map((outlet) => {
      const groups = new Set(event.articles.filter((one) => one.outlet === outlet).map(({ group }) => group))
      const alike = event.articles.filter((one) => one.outlet !== outlet && groups.has(one.group))
      return [
        outlet,
        {
          order: places.get(outlet) ?? null,
          sharing: [...new Set(alike.map((one) => one.outlet))],
        },
      ] as const
    })
    this.#count(event)
    this.all.push({
      title: event.title,
      folder: event.folder,
      month: event.from === null ? null : event.from.slice(0, 7),
      outlets: new Map(outlets),
      actors: this.#actorsOf(event),
    })
  }

  #count({ articles, from, to }: ReadEvent): void {
    for (const [outlet, number] of articles.reduce(
      (counts, { outlet }) => counts.set(outlet, (counts.get(outlet) ?? 0) + 1),
      new Map<string, number>(),
    )) {
      const sums = kept(this.#outlets, outlet, () => ({ events: 0, reports: 0 }))
      sums.events++
      sums.reports += number
    }
    this.#incomplete += articles.filter(({ whole }) => !whole).length
    if (publicationRank(from) < publicationRank(this.#from)) this.#from = from
    if (to !== null && (this.#to === null || publicationRank(to) > publicationRank(this.#to))) this.#to = to
  }

  /** Those whom two reports mean at least. */
  #actorsOf({ event, actors }: ReadEvent): ReadonlySet<string> {
    const here = new Set<string>()
    for (const { name, kind, byArticle } of actors) {
      if (!actorKinds.has(kind) || Object.keys(byArticle).length < 2) continue
      const key = actorKey(name)
      kept(this.#names, key, () => name)
      addOnce(this.#events, key, event)
      here.add(key)
    }
    return here
  }

  /** The actors of most events, those of one alone left out; by name. */
  topActors(most: number): readonly { readonly key: string; readonly name: string }[] {
    return [...this.#events]
      .filter(([, events]) => events.size > 1)
      .sort(
        byKeys(
          ([, events]) => -events.size,
          ([key]) => key,
        ),
      )
      .slice(0, most)
      .map(([key]) => ({ key, name: this.#names.get(key) ?? key }))
      .sort(byKeys(({ name }) => name))
  }

  sums(): Pick<Study, 'events' | 'from' | 'to' | 'reports' | 'incomplete' | 'outlets'> {
    const outlets = [...this.#outlets]
      .sort(([a], [b]) => compareCodeUnits(a, b))
      .map(([name, sums]) => ({ name, ...sums }))
    return {
      events: this.all.length,
      from: this.#from,
      to: this.#to,
      reports: outlets.reduce((sum, { reports }) => sum + reports, 0),
      incomplete: this.#incomplete,
      outlets,
    }
  }
}
