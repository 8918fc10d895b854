/**
 * What the words around a name tell of it: one rule a line, the first that fires decides.
 *
 * In: a candidate. Out: a kind and whether it is sure, or null when the context is silent.
 */
import { beforeOfPlace, belongings, personVerbs } from '../../english/naming.js'
import type { TaggedWord } from '../../english/parse/tree.js'
import { knownPlace } from '../../english/places.js'
import { cities } from '../../english/known-words.js'
import { organisationHeads } from '../../english/organisation-words.js'
import { roles } from '../../english/roles.js'
import type { Candidate } from './runs.js'
import type { Entity } from '../../model/annotation.js'

type Rule = (candidate: Candidate) => Guess | null

const person = (sure: boolean): Guess => ({ kind: 'person', sure })
const place = (sure: boolean): Guess => ({ kind: 'place', sure })

const rules: readonly Rule[] = [
  // KESTERHAVEN, March 13 (MNA) — ; MOSCOW (AP) —
  ({ before, after }) =>
    before.length === 0 &&
    /^[,(—–]$/.test(after[0]?.surface ?? '') &&
    after.some((word) => /^(?:—|–|--)$/.test(word.surface)) &&
    after
      .slice(
        0,
        after.findIndex((word) => /^(?:—|–|--)$/.test(word.surface)),
      )
      .every((word) => word.pos !== 'VERB' && word.pos !== 'AUX')
      ? place(true)
      : null,
  // envoy Steve Witkoff
  ({ before, words }) => (roles.has(before.at(-1)?.lower ?? '') && words.length > 1 ? person(true) : null),
  // Ann Lowe, 33,
  ({ after: [comma, age, next] }) =>
    comma?.surface === ',' && /^\d{1,2}$/.test(age?.surface ?? '') && next?.surface === ','
      ? person(true)
      : null,
  // Gov. Ann Lowe of Arden
  ({ before, words }) =>
    before.at(-1)?.lower === 'of' && before.at(-2)?.pos === 'PROPN' && words.length < 3 ? place(false) : null,
  // Oksana Bondar, a physics teacher
  ({ words, after }) =>
    after[0]?.surface === ',' && isRolePhrase(after.slice(1)) ? person(words.length > 1) : null,
  // Trump told; not `the Lowe Group told`
  ({ words, before, after: [verb, second] }) => {
    const actual = verb?.pos === 'ADV' || verb?.pos === 'AUX' ? second : verb
    const article = before.at(-1)?.lower === 'the'
    const last = words.at(-1)?.lower ?? ''
    // `New Yorkers know`
    const many = /[^s]s$/u.test(last) && actual?.lower === actual?.lemma
    if (actual?.pos !== 'VERB' || !personVerbs.has(actual.lemma) || article || many) return null
    return organisationHeads.has(last) ? null : person(false)
  },
  // said Bondar.
  ({ before, after: [next] }) =>
    personVerbs.has(before.at(-1)?.lemma ?? '') && /^[.,”"]$/.test(next?.surface ?? '')
      ? person(false)
      : null,
  // Trump’s son-in-law
  ({ after: [mark, noun] }) =>
    /^['’]s?$/.test(mark?.surface ?? '') && belongings.has(noun?.lower ?? '') ? person(false) : null,
  // Trump, facing his Cabinet
  ({ after: [comma, verb, next] }) =>
    comma?.surface === ',' &&
    verb?.lower.endsWith('ing') === true &&
    ['his', 'her'].includes(next?.lower ?? '')
      ? person(false)
      : null,
  // the fall of Pokrovsk
  ({ before, words }) =>
    before.at(-1)?.lower === 'of' && beforeOfPlace.has(before.at(-2)?.lower ?? '') && words.length < 3
      ? place(false)
      : null,
  // in Pokrovsk; not `in Zika funding`
  ({ before, words, after }) =>
    !['NOUN', 'PROPN'].includes(after[0]?.pos ?? '') &&
    ['in', 'near', 'outside', 'across', 'throughout'].includes(before.at(-1)?.lower ?? '') &&
    words.length < 3
      ? place(false)
      : null,
  // at Novo-Ogaryovo,
  ({ before, words, after: [next] }) =>
    before.at(-1)?.lower === 'at' && isOneWord(words) && !["'s", '’s'].includes(next?.surface ?? '')
      ? place(false)
      : null,
  // from Boca Raton, Florida
  ({ before, after: [comma, next] }) =>
    before.length > 0 &&
    comma?.surface === ',' &&
    next !== undefined &&
    isPlaceWord(next) &&
    isPlaceBefore(before)
      ? place(false)
      : null,
]

export function guessByContext(candidate: Candidate): Guess | null {
  for (const rule of rules) {
    const guess = rule(candidate)
    if (guess) return guess
  }
  return null
}

function isOneWord(words: readonly TaggedWord[]): boolean {
  return words.length === 1 || words[1]?.surface === '-'
}

function isPlaceBefore(before: readonly TaggedWord[]): boolean {
  return ['at', 'from', 'to', 'around', 'of', 'for'].includes(before.at(-1)?.lower ?? '')
}

function isPlaceWord(word: TaggedWord): boolean {
  return knownPlace(word.surface) !== null || cities.has(word.lower)
}

/** `a physics teacher`, `the former chief negotiator`. */
function isRolePhrase(words: readonly TaggedWord[]): boolean {
  const end = words.findIndex((word) => !['DET', 'ADJ', 'NOUN', 'PROPN'].includes(word.pos))
  return words.slice(0, end < 0 ? words.length : end).some((word) => roles.has(word.lower))
}

export type Kind = Entity['kind']
export type Guess = { readonly kind: Kind; readonly sure: boolean }
