/**
 * Words with a capital that stand before a name and only describe: parties, offices, ranks, letters of a body.
 *
 * In: words of a run of capitals. Out: whether a word describes or names nothing, and where a person's name begins.
 * Never: parts a name whose first word may be a given name ("Mary Ann Lowe"), or a place's ("Fort George Meade").
 */
import { opensPlace } from '../../english/naming.js'
import type { TaggedWord } from '../../english/parse/tree.js'
import { countryOfDemonym } from '../../english/places.js'
import { cities, commonWords, familyNames, givenNames } from '../../english/known-words.js'
import { knownOrganisations, organisationHeads, placeHeads } from '../../english/organisation-words.js'
import { ranks, roles } from '../../english/roles.js'
import { titleWords } from '../../english/titles.js'

/** What somebody is: an office, a rank, a party. */
export function isDescriptor(lower: string): boolean {
  return roles.has(lower) || titleWords.has(lower) || ranks.has(lower)
}

/** A word of the language, an office or a rank; no body's, place's or person's name by itself. */
export function isLooseWord(lower: string): boolean {
  if (knownOrganisations.has(lower) || organisationHeads.has(lower) || placeHeads.has(lower)) return false
  return isDescriptor(lower) || commonWords.has(lower) || commonWords.has(lower.replace(/s$/u, ''))
}

/** Where a given name and a family name end the run behind words that are no part of a person's name; 0 without. */
export function givenNameInside(run: readonly TaggedWord[]): number {
  for (let at = 1; at < run.length - 1 && at < 6; at++) {
    const before = run.slice(0, at)
    if (!before.every(isNoPerson)) return 0
    const [given, ...rest] = run.slice(at)
    if (given && isGiven(given, before) && rest.length <= 3 && rest.every(isOfPerson)) return at
  }
  return 0
}

/** "Manager A.J. Lowe": behind an office initials are a given name. */
function isGiven({ lower, surface }: TaggedWord, before: readonly TaggedWord[]): boolean {
  return givenNames.has(lower) || (initials.test(surface) && roles.has(before.at(-1)?.lower ?? ''))
}

const initials = /^(?:\p{Lu}\.){1,3}$|^\p{Lu}{2}$/u

function isNoPerson({ lower, surface }: TaggedWord): boolean {
  if (givenNames.has(lower) || opensPlace.has(lower)) return false
  const isAcronym = /^\p{Lu}[\p{Lu}.]+$/u.test(surface) && surface.length > 2
  return isAcronym || isDescriptor(lower) || countryOfDemonym(lower) !== null || isWordOrBody(lower)
}

function isWordOrBody(lower: string): boolean {
  if (familyNames.has(lower) || cities.has(lower)) return false
  return organisationHeads.has(lower) || isLooseWord(lower)
}

function isOfPerson({ lower, surface }: TaggedWord): boolean {
  if (familyNames.has(lower) || /^\p{Lu}\.?$|^-$/u.test(surface)) return true
  return (
    /^\p{Lu}/u.test(surface) && !isLooseWord(lower) && !organisationHeads.has(lower) && !placeHeads.has(lower)
  )
}
