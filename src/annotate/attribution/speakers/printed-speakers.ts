/**
 * Speakers who go by the words of the text, where no name is known for them.
 *
 * In:    the words of a source and its class.
 * Out:   a printed name; or a document, a body, people or somebody in a role, as they are called there: "the lawsuit", "the
 *        committee chairman", "doctors", "Okafor's lawyer", "another witness".
 * Never: who is kept unnamed; a name in a line in title case, where a capital names nobody.
 */
import type { SourceClass, Speaker } from '../../../model/annotation.js'
import { isPersonNoun } from '../../../english/nouns.js'
import { roles } from '../../../english/roles.js'
import { crowdNouns, hiddenNouns, vagueNouns, stanceOf } from '../../../english/telling-verbs.js'
import { isCalendarWord } from '../../../english/calendar.js'
import type { Word } from '../reading.js'

type Credit = { readonly sourceClass?: SourceClass | undefined; readonly cueLemma: string | null }

const longestPhrase = 12
const ends =
  /^(?:of|for|from|with|to|by|at|in|on|against|about|behind|under|near|after|who|whom|whose|which|that|,|–|—|\()$/u
const indefinite = /^(?:a|an|one|another|some|many|most|several|others)$/u

export function printedSpeaker(inside: readonly Word[], credit: Credit, titled: boolean): Speaker | null {
  const words = (titled ? null : printedName(inside)) ?? described(inside, credit)
  return words ? { entity: null, name: printed(words) } : null
}

/** A name that no entity stands for. */
function printedName(inside: readonly Word[]): readonly Word[] | null {
  const names = inside.filter(({ lower }) => !lower.endsWith('self'))
  return names.length > 0 && names.length <= 4 && names.every(isName) ? names : null
}

function isName({ pos, surface, lower }: Word): boolean {
  return (
    pos === 'PROPN' &&
    /^\p{Lu}[^'’]/u.test(surface) &&
    !roles.has(singularOf(lower)) &&
    !/\p{Ll}s$/u.test(surface)
  )
}

/** The noun phrase up to its first comma; of one behind "a" only a person. */
function described(inside: readonly Word[], credit: Credit): readonly Word[] | null {
  const phrase = until(inside, ends)
  const [opens] = phrase
  const head = phrase.at(-1)
  if (!opens || !head || phrase.length > longestPhrase || !/^(?:NOUN|PROPN|ADJ)$/u.test(head.pos)) return null
  if (phrase.some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return null
  const isMeant = indefinite.test(opens.lower) ? isPerson(head) : isTold(phrase, head, credit)
  return isMeant ? withoutTime(until(inside, /^[,(]$/u)) : null
}

/** Of papers one that tells, and says more of itself than "the statement": that is somebody's. */
function isTold(phrase: readonly Word[], { lower }: Word, { sourceClass, cueLemma }: Credit): boolean {
  switch (sourceClass) {
    case 'document':
      return (
        stanceOf(cueLemma ?? '') !== null &&
        !records.test(lower) &&
        (phrase.length > 2 || lower !== 'statement')
      )
    case 'role':
    case 'organisation':
    case 'named':
      return phrase.length > 1
    case 'collective':
      return !vagueNouns.has(singularOf(lower))
    case 'anonymous':
    case 'pronoun':
    case undefined:
      return false
  }
}

/** In these others are heard. */
const records = /^(?:video|tape|footage|recording|interview|transcript|camera|photo|picture)s?$/u

function isPerson({ lower, surface }: Word): boolean {
  if (crowdNouns.has(lower) || hiddenNouns.has(lower) || /[^s]s$|men$|people$/u.test(lower)) return false
  return roles.has(lower) || (surface === lower && isPersonNoun(lower))
}

function until(words: readonly Word[], end: RegExp): readonly Word[] {
  const stop = words.findIndex(({ lower }, i) => i > 0 && end.test(lower))
  return stop > 0 ? words.slice(0, stop) : words
}

/** Not "a staffer on Friday". */
function withoutTime(words: readonly Word[]): readonly Word[] {
  const at = words.findIndex(({ lower }, i) => lower === 'on' && isCalendarWord(words[i + 1]?.lower ?? ''))
  return at > 0 ? words.slice(0, at) : words
}

function printed(words: readonly Word[]): string {
  return words
    .map((word, i) => (i > 0 && word.start > (words[i - 1]?.end ?? 0) ? ' ' : '') + word.surface)
    .join('')
}

export function singularOf(lower: string): string {
  return lower.endsWith('men') ? lower.slice(0, -3) + 'man' : lower.replace(/s$/u, '')
}
