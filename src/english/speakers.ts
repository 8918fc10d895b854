/** Whether two credited names can be one speaker. */
import { stem } from '../text/stem.js'
import { normalizeWord } from '../text/tokens.js'
import { givenNames } from './known-words.js'
import { parsePersonName, sameGivenName, samePersonName } from './names.js'
import { roles, noNameWords, titleWords } from './roles.js'

/**
 * The words of a name that tell people apart: no titles, lower case. Empty for descriptions: their last word has a small
 * letter ("an official", "Lindqvist's lawyer"), or is a title or office behind no given name ("Alaska Governor").
 */
export function nameWords(name: string): readonly string[] {
  const parts = name.split(/[\s\u00a0-]+/u).filter((part) => part !== '')
  if (!/^\P{Ll}/u.test(parts.at(-1) ?? '')) return []
  const proper = parts.filter((part) => /^\p{Lu}/u.test(part)).map(normalizeWord)
  if (isOffice(proper)) return []
  return proper.filter((word) => word !== '' && !noNameWords.has(word))
}

function isOffice(words: readonly string[]): boolean {
  const [first = '', last = ''] = [words[0], words.at(-1)]
  return (titleWords.has(last) || roles.has(last)) && !givenNames.has(first)
}

/** `same`, `different`, or `unclear` where one of them is no proper name. */
export function relateSpeakers(a: string, b: string): 'same' | 'different' | 'unclear' {
  const one = nameWords(a)
  const other = nameWords(b)
  if (one.length === 0 || other.length === 0) return 'unclear'
  if (isFullName(one) && isFullName(other)) return sameFullName(one, other) ? 'same' : 'different'
  const stems = new Set(one.map(stem))
  return other.some((word) => stems.has(stem(word))) ? 'same' : 'different'
}

/** A given name or initials, and a family name behind it. */
function isFullName([first = '', ...rest]: readonly string[]): boolean {
  return rest.length > 0 && (givenNames.has(first) || initials.test(first))
}

/** "j", "a.j", "aj" */
const initials = /^\p{L}(?:\.?\p{L})?\.?$/u

/** By given and family name; one may have a second family name that the other lacks. */
function sameFullName(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [one, other].map((words) => parsePersonName(words.join(' ')))
  if (!a || !b || samePersonName(a, b)) return true
  const givenAlike = sameGivenName(one[0] ?? '', other[0] ?? '')
  return givenAlike && (one.slice(1).includes(b.surname) || other.slice(1).includes(a.surname))
}
