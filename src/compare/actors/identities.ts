/** One identity for each person, body and place over all reports of an event. */
import type { Actor } from '../../model/actor.js'
import type { Entity } from '../../model/annotation.js'
import { sortedBy, firstBy } from '../../text/order.js'
import type { Context } from '../context.js'
import { once } from '../../text/once.js'
import { bearersOf, type Bearer } from './bearers.js'
import { people } from './people.js'
import { countsOf, grouped, addOnce } from '../../text/grouped.js'
import { acronymOf, organisationKey } from '../../english/organisations.js'
import { placeKey } from '../../english/places.js'
import { romanise } from '../../text/romanise.js'

/** The reports of an event, whatever they were aligned to. */
export type Reports = Pick<Context, 'views'>

export type Identity = {
  readonly kind: Actor['kind']
  readonly name: string
  /** Of each report one or more. */
  readonly bearers: readonly Bearer[]
}

export const identitiesOf = once(({ views }: Reports): readonly Identity[] => {
  // The fullest names first, so that shorter ones find them.
  const bearers = sortedBy(
    views.flatMap((view) => bearersOf(view)),
    ({ name, view, mentions }) => [-name.length, name, view.id, mentions[0]?.start ?? 0],
  )
  const kinds = kindByName(bearers)
  const kindOf = ({ key, kind }: Bearer): Entity['kind'] => kinds.get(key) ?? kind
  const known = bearers.filter((bearer) => kindOf(bearer) === 'person')
  const families = new Set(known.filter(({ person }) => person.given.length > 0).map(({ family }) => family))
  // A family name alone may be all that a report prints of who is named in full elsewhere.
  const isPerson = (one: Bearer): boolean =>
    kindOf(one) === 'person' ||
    (kindOf(one) === 'other' && one.person.given.length === 0 && families.has(one.family))
  const persons = bearers.filter(isPerson)
  const others = bearers.filter((bearer) => !isPerson(bearer))
  return sortedBy(
    [...people(persons), ...bodies(others)].map((members): Identity => ({
      kind: commonest(members.map(kindOf)),
      name: nameOf(members),
      bearers: members,
    })),
    ({ name, bearers: [first] }) => [name, `${first?.view.id ?? ''} ${first?.mentions[0]?.start ?? 0}`],
  )
})

/** Reports that print the same name mean the same kind of thing: what most of them were read to mean, if anything. */
function kindByName(bearers: readonly Bearer[]): ReadonlyMap<string, Entity['kind']> {
  const byName = grouped(bearers, ({ key }) => [key])
  return new Map([...byName].map(([key, named]) => [key, commonest(named.map(({ kind }) => kind))]))
}

function commonest(kinds: readonly Entity['kind'][]): Entity['kind'] {
  const known = kinds.filter((kind) => kind !== 'other')
  return mostOf(known) ?? 'other'
}

/** The name in full that most reports print; of equals the longest. */
function nameOf(members: readonly Bearer[]): string {
  const shouts = (name: string): boolean => name.length > 3 && name === name.toUpperCase()
  const calm = members.filter(({ name }) => !shouts(name))
  const names = (calm.length > 0 ? calm : members).map(({ name }) => name)
  const full = names.filter((name) => name.includes(' '))
  return mostOf(full.length > 0 ? full : names) ?? ''
}

/** The value that stands most often; of equals the longest, then the first by code units. */
function mostOf<Value extends string>(values: readonly Value[]): Value | undefined {
  return firstBy(countsOf(values), ([value, count]) => [-count, -value.length, value])?.[0]
}

function bodies(bearers: readonly Bearer[]): readonly (readonly Bearer[])[] {
  const acronyms = fullNames(bearers)
  const groups = grouped(bearers, (bearer) => [acronyms.get(keyOf(bearer)) ?? keyOf(bearer)])
  return [...groups.values()]
}

function keyOf({ kind, name, key }: Bearer): string {
  const latin = romanise(name)
  return kind === 'place' ? placeKey(latin) : kind === 'organisation' ? organisationKey(latin) : key
}

/** Keys of names that are acronyms (three letters and more), to the key of the one name they stand for. */
function fullNames(bearers: readonly Bearer[]): ReadonlyMap<string, string> {
  const byLetters = new Map<string, Set<string>>()
  for (const bearer of bearers) {
    const letters = acronymOf(romanise(bearer.name))
    if (letters !== null && letters.length > 2) addOnce(byLetters, letters, keyOf(bearer))
  }
  const found = new Map<string, string>()
  for (const bearer of bearers) {
    const [full, ...others] = byLetters.get(bearer.key) ?? []
    const shouts = /^[\p{Lu}.]+$/u.test(bearer.name)
    if (full !== undefined && others.length === 0 && shouts) found.set(keyOf(bearer), full)
  }
  return found
}
