/** Where each report means an actor: by name, or by an office that stands for it. */
import { sortedBy } from '../../text/order.js'
import { once } from '../../text/once.js'
import type { ArticleView } from '../../likeness/view.js'
import { descriptionsOf, type Description } from './descriptions.js'
import { identitiesOf, type Identity, type Reports } from './identities.js'
import { referenceAt, type Reference } from './references.js'
import { rolePhrases, type Holder } from './roles.js'
import { grouped, addTo } from '../../text/grouped.js'

/** An identity with the places where each report means it. */
export type Appearances = {
  readonly identity: Identity
  readonly references: ReadonlyMap<ArticleView, readonly Reference[]>
  readonly descriptions: ReadonlyMap<Reference, readonly Description[]>
}

/** In order of name. */
export const appearancesOf = once((event: Reports): readonly Appearances[] =>
  withRoles(
    event,
    identitiesOf(event).map((identity) => told(identity, [])),
  ),
)

/** Offsets of the words that stand for an actor in a report. */
function takenIn(all: readonly Appearances[], view: ArticleView): ReadonlySet<number> {
  return new Set(
    all.flatMap(({ references }) =>
      (references.get(view) ?? []).flatMap(({ heads }) => heads.map(({ start }) => start)),
    ),
  )
}

/** With the offices that stand for it beside its names. */
function told(identity: Identity, offices: readonly Reference[]): Appearances {
  const { bearers } = identity
  const names = grouped(
    bearers.flatMap(({ references }) => references),
    ({ view }) => [view],
  )
  const withOffices = [...grouped(offices, ({ view }) => [view])].map(
    ([view, here]) => [view, sortedBy([...(names.get(view) ?? []), ...here], ({ start }) => start)] as const,
  )
  return {
    identity,
    references: new Map([...names, ...withOffices]),
    descriptions: new Map([
      ...bearers.flatMap(({ descriptions }) => [...descriptions]),
      ...offices.map((one) => [one, descriptionsOf(one)] as const),
    ]),
  }
}

type Person = Holder & { readonly told: Appearances }

/** With the offices that stand for people, report by report. */
function withRoles(event: Reports, named: readonly Appearances[]): readonly Appearances[] {
  const offices = new Map<Appearances, Reference[]>()
  for (const view of event.views) {
    const people = named.flatMap((one) => (isNamedIn(one, view) ? [personOf(one, view)] : []))
    for (const { holder, start, end } of rolePhrases(view, people, takenIn(named, view))) {
      const reference = referenceAt(view, { start, end }, 'role')
      if (reference) addTo(offices, holder.told, reference)
    }
  }
  return named.map((one) => told(one.identity, offices.get(one) ?? []))
}

/** Also where a name stands in a sentence too long to be read. */
function isNamedIn({ identity: { kind, bearers } }: Appearances, view: ArticleView): boolean {
  return kind === 'person' && bearers.some((bearer) => bearer.view === view)
}

function personOf(one: Appearances, view: ArticleView): Person {
  return { told: one, described: describedAs(one), named: one.references.get(view) ?? [] }
}

/** What all reports say that somebody is: a report may take the office for known. */
const describedAs = once(({ identity }: Appearances): Holder['described'] =>
  identity.bearers.flatMap(({ described }) => described),
)
