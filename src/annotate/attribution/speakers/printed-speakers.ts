/**
 * Speakers who go by the words of the text, where no name is known for them.
 *
 * In:    the words of a source.
 * Out:   a printed name; one person who is not named ("another witness", "Okafor's lawyer"), or somebody's body ("Okafor's
 *        campaign").
 * Never: "the minister", "the company": whom the article means by them it says elsewhere, or nowhere; a crowd; a name in a
 *        line in title case, where a capital names nobody.
 */
import type { Speaker } from '../../../model/annotation.js'
import { isPersonNoun } from '../../../english/nouns.js'
import { organisationHeads } from '../../../english/organisation-words.js'
import { roles } from '../../../english/roles.js'
import { bodyNouns, crowdNouns, hiddenNouns } from '../../../english/source-nouns.js'
import { isCalendarWord } from '../../../english/calendar.js'
import type { Word } from '../reading.js'

const longestPhrase = 10
const ends =
  /^(?:of|for|from|with|to|by|at|in|on|against|about|behind|under|near|after|who|whom|whose|which|that|,|–|—|\()$/u
const articles = /^(?:a|an|one|another)$/u

export function printedSpeaker(inside: readonly Word[], titled: boolean): Speaker | null {
  const name = titled ? null : printedName(inside)
  const words = name ?? described(inside)
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

/** One person behind an article or number; a person or body behind an owner. */
function described(inside: readonly Word[]): readonly Word[] | null {
  const phrase = untilEnd(inside)
  const head = phrase.at(-1)
  if (!head || phrase.length > longestPhrase || !isOne(head)) return null
  if (!phrase.every(({ pos, lower }) => pos !== 'VERB' && pos !== 'AUX' && lower !== 'and')) return null
  const isMeant = (opens(phrase) && isPerson(head)) || (isOwned(phrase) && (isPerson(head) || isBody(head)))
  return isMeant ? withoutTime(untilComma(inside)) : null
}

function opens([first, next]: readonly Word[]): boolean {
  return articles.test(first?.lower ?? '') && next !== undefined
}

/** "Okafor's lawyer", in small letters: a headline's capitals tell nothing. */
function isOwned(phrase: readonly Word[]): boolean {
  const mark = phrase.findIndex(({ surface }) => /^['’]s?$/u.test(surface))
  const head = phrase.at(-1)
  return (
    mark > 0 && head?.surface === head?.lower && phrase.slice(0, mark).every(({ pos }) => pos === 'PROPN')
  )
}

function isOne({ lower, pos }: Word): boolean {
  return (pos === 'NOUN' || pos === 'PROPN') && !/[^s]s$|men$|people$/u.test(lower)
}

function isPerson({ lower, surface }: Word): boolean {
  if (crowdNouns.has(lower) || hiddenNouns.has(lower)) return false
  return roles.has(lower) || (surface === lower && isPersonNoun(lower))
}

function isBody({ lower }: Word): boolean {
  return organisationHeads.has(lower) || bodyNouns.has(lower) || lower === 'campaign'
}

function untilEnd(words: readonly Word[]): readonly Word[] {
  const stop = words.findIndex(({ lower }, i) => i > 0 && ends.test(lower))
  return stop > 0 ? words.slice(0, stop) : words
}

function untilComma(words: readonly Word[]): readonly Word[] {
  const stop = words.findIndex(({ lower }) => lower === ',' || lower === '(')
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
