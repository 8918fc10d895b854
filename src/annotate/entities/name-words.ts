/** Whether a word can be part of a name: by its capital, its part of speech and where it stands. */
import {
  noNames,
  openers,
  opensPlace,
  cities,
  givenNames,
  commonWords,
  familyNames,
} from '../../english/known-words.js'
import type { TaggedWord } from '../../english/parse/tree.js'
import { isCalendarWord } from '../../english/calendar.js'
import { countryOfDemonym, knownPlace } from '../../english/places.js'
import { knownOrganisations, organisationHeads, placeHeads } from '../../english/organisations.js'
import { starters } from '../../english/abbreviations.js'
import { ranks, roles, titleWords } from '../../english/roles.js'

/** True for a word of a name. `inside`: a word of the name stands right before it. */
export function isNameWord(words: readonly TaggedWord[], i: number, inside = false): boolean {
  const word = words[i]
  if (!word || !/^\p{Lu}/u.test(word.surface)) return false
  if (noNames.has(word.lower) || isCalendarWord(word.lower)) return false
  if (opensSentence(words, i)) return !inside && isNameAtStart(words, i, word)
  return inside || !(starters.has(word.lower) && word.pos !== 'PROPN' && word.surface !== 'US')
}

/** At the head of a sentence or quotation every word has a capital. */
function isNameAtStart(words: readonly TaggedWord[], i: number, word: TaggedWord): boolean {
  if (word.surface === 'US') return true
  if (starters.has(word.lower)) return false
  if (isListed(word) || word.pos === 'PROPN' || /^\p{Lu}[\p{Lu}.]+$/u.test(word.surface)) return true
  if (openers.has(word.lower)) return false
  const next = words[i + 1]
  const nextIsName = next !== undefined && /^\p{Lu}/u.test(next.surface) && !isCalendarWord(next.lower)
  return nextIsName && (word.pos === 'NOUN' || word.pos === 'ADJ' || word.pos === 'X')
}

function isListed(word: TaggedWord): boolean {
  if (givenNames.has(word.lower)) return !['VERB', 'AUX', 'ADV', 'ADP'].includes(word.pos)
  return (
    cities.has(word.lower) ||
    knownOrganisations.has(word.lower) ||
    knownPlace(word.surface) !== null ||
    countryOfDemonym(word.surface) !== null
  )
}

export function opensSentence(words: readonly TaggedWord[], i: number): boolean {
  const before = words[i - 1]
  if (before === undefined || /^["“‘'(\[:•–—…]+$/u.test(before.surface)) return true
  return /^[.?!]+$/u.test(before.surface)
}

/** Title case: most of the longer words have a capital; of three, which are few to tell by, all. */
export function looksTitled(words: readonly TaggedWord[]): boolean {
  const long = words.slice(1).filter((word) => /^\p{L}{4,}/u.test(word.surface))
  if (long.length < 3) return false
  return (
    long.filter((word) => /^\p{Lu}/u.test(word.surface)).length / long.length > (long.length > 3 ? 0.7 : 0.99)
  )
}

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
