/** Whether a word can be part of a name: by its capital, its part of speech and where it stands. */
import { noNames, openers } from '../../english/naming.js'
import type { TaggedWord } from '../../english/parse/tree.js'
import { isCalendarWord } from '../../english/calendar.js'
import { countryOfDemonym, knownPlace } from '../../english/places.js'
import { cities, givenNames } from '../../english/known-words.js'
import { knownOrganisations } from '../../english/organisation-words.js'
import { starters } from '../../english/abbreviations.js'

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
