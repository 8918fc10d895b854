/** Whether a word can be part of a name: by its capital, its part of speech and where it stands. */
import { noNames, openers, givenNames, commonWords, familyNames } from '../../english/known-words.js'
import type { TaggedWord } from '../../english/parse/tree.js'
import { isCalendarWord } from '../../english/calendar.js'
import { knownPlace } from '../../english/places.js'
import { organisationHeads, placeHeads } from '../../english/organisations.js'
import { starters } from '../../english/abbreviations.js'
import { ranks, roles, titleWords } from '../../english/roles.js'

/** True for a word of a name. `inside`: a word of the name stands right before it. */
export function isNameWord(words: readonly TaggedWord[], i: number, inside = false): boolean {
  const word = words[i]
  if (!word || !/^\p{Lu}/u.test(word.surface)) return false
  if (noNames.has(word.lower) || isCalendarWord(word.lower)) return false
  if (opensSentence(words, i)) return !inside && isNameAtStart(words, i, word)
  return inside || !(starters.has(word.lower) && word.pos !== 'PROPN')
}

/** At the head of a sentence or quotation every word has a capital. */
function isNameAtStart(words: readonly TaggedWord[], i: number, word: TaggedWord): boolean {
  if (starters.has(word.lower)) return false
  if (knownPlace(word.surface) !== null || word.pos === 'PROPN' || isAcronym(word)) return true
  if (openers.has(word.lower)) return false
  const isBeforeName = /^\p{Lu}/u.test(words[i + 1]?.surface ?? '')
  return isBeforeName && (word.pos === 'NOUN' || word.pos === 'ADJ')
}

function isAcronym({ surface }: TaggedWord): boolean {
  return /^\p{Lu}[\p{Lu}.]+$/u.test(surface)
}

export function opensSentence(words: readonly TaggedWord[], i: number): boolean {
  const before = words[i - 1]
  if (before === undefined || /^["“‘'(\[:•–—…]+$/u.test(before.surface)) return true
  return /^[.?!]+$/u.test(before.surface)
}

/** Title case: most of the longer words have a capital. */
export function looksTitled(words: readonly TaggedWord[]): boolean {
  const long = words.slice(1).filter((word) => /^\p{L}{4,}/u.test(word.surface))
  return long.length > 2 && long.filter(({ surface }) => /^\p{Lu}/u.test(surface)).length / long.length > 0.7
}

/** What somebody is: an office, a rank, a party. */
export function isDescriptor(lower: string): boolean {
  return roles.has(lower) || titleWords.has(lower) || ranks.has(lower)
}

/** A word of the language, an office or a rank; no body's, place's or person's name by itself. */
export function isLooseWord(lower: string): boolean {
  if (organisationHeads.has(lower) || placeHeads.has(lower)) return false
  return isDescriptor(lower) || commonWords.has(lower) || commonWords.has(lower.replace(/s$/u, ''))
}

/** Where a given name and a family name end the run behind words that are no part of a person's name; 0 without. */
export function givenNameInside(run: readonly TaggedWord[]): number {
  for (let at = 1; at < run.length - 1 && at < 6; at++) {
    const before = run.slice(0, at)
    if (!before.every(isNoPerson)) return 0
    const [given, ...rest] = run.slice(at)
    if (givenNames.has(given?.lower ?? '') && rest.every(isOfPerson)) return at
  }
  return 0
}

function isNoPerson(word: TaggedWord): boolean {
  const { lower } = word
  if (givenNames.has(lower) || lower.length < 3) return false
  return isAcronym(word) || organisationHeads.has(lower) || (isLooseWord(lower) && !familyNames.has(lower))
}

function isOfPerson({ lower }: TaggedWord): boolean {
  return (
    familyNames.has(lower) || !(isLooseWord(lower) || organisationHeads.has(lower) || placeHeads.has(lower))
  )
}
