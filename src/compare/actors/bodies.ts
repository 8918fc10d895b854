/**
 * Bodies, places and other names matched over the reports of an event.
 *
 * In:    bearers that are no people, in canonical order. Out: the bearers of each one.
 * Never: joins by a word in common. A general noun with a capital ("the Department") is the one body of its report whose
 *        name ends in it; an acronym stands for the one name that has its letters.
 */
import {
  acronymOf,
  organisationKey,
  knownOrganisations,
  organisationHeads,
} from '../../english/organisations.js'
import { placeKey } from '../../english/places.js'
import { romanise } from '../../text/romanise.js'
import type { Bearer } from './bearers.js'

export function bodies(bearers: readonly Bearer[]): readonly (readonly Bearer[])[] {
  const groups = new Map<string, Bearer[]>()
  const endings = longerNames(bearers)
  const acronyms = fullNames(bearers)
  for (const bearer of bearers) {
    const whole = isGeneral(bearer) ? endings(bearer) : bearer
    if (whole === 'several') groups.set(`${bearer.view.id} ${bearer.key}`, [bearer])
    else {
      const key = keyOf(whole)
      const full = acronyms.get(key) ?? key
      groups.set(full, [...(groups.get(full) ?? []), bearer])
    }
  }
  return [...groups.values()]
}

function keyOf({ kind, name, key }: Bearer): string {
  const latin = romanise(name)
  return kind === 'place' ? placeKey(latin) : kind === 'organisation' ? organisationKey(latin) : key
}

function isGeneral({ kind, key }: Bearer): boolean {
  return kind === 'organisation' && organisationHeads.has(key) && !knownOrganisations.has(key)
}

/** The body of the same report whose longer name ends in a general noun; itself where there is none. */
function longerNames(bearers: readonly Bearer[]): (bearer: Bearer) => Bearer | 'several' {
  const byEnding = new Map<string, Bearer[]>()
  for (const bearer of bearers.filter(({ kind }) => kind === 'organisation')) {
    const words = bearer.key.split(' ')
    const ending = `${bearer.view.id} ${words.at(-1) ?? ''}`
    if (words.length > 1) byEnding.set(ending, [...(byEnding.get(ending) ?? []), bearer])
  }
  return (bearer) => {
    const [first, ...others] = byEnding.get(`${bearer.view.id} ${bearer.key}`) ?? []
    return others.length > 0 ? 'several' : (first ?? bearer)
  }
}

/** Keys of names that are acronyms (three letters and more), to the key of the one name they stand for. */
function fullNames(bearers: readonly Bearer[]): ReadonlyMap<string, string> {
  const byLetters = new Map<string, Set<string>>()
  for (const bearer of bearers) {
    const letters = acronymOf(romanise(bearer.name))
    if (letters !== null && letters.length > 2)
      byLetters.set(letters, (byLetters.get(letters) ?? new Set()).add(keyOf(bearer)))
  }
  const found = new Map<string, string>()
  for (const bearer of bearers) {
    const [full, ...others] = byLetters.get(bearer.key) ?? []
    const shouts = /^[\p{Lu}.]+$/u.test(bearer.name)
    if (full !== undefined && others.length === 0 && shouts) found.set(keyOf(bearer), full)
  }
  return found
}
