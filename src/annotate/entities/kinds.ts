/** What a candidate name is, by rules in order of trust: lists, the name's own last word, the words around it. */
import {
  groupWords,
  beforeOfPlace,
  belongings,
  personVerbs,
  nicknameGroups,
  cities,
  commonWords,
  familyNames,
  givenNames,
  organisations,
} from '../../english/known-words.js'
import type { TaggedWord } from '../../english/parse/tree.js'
import { countryOfDemonym, knownPlace } from '../../english/places.js'
import {
  knownOrganisations,
  organisationHeads,
  placeHeads,
  plainAcronyms,
} from '../../english/organisations.js'
import { isDescriptor } from './name-words.js'
import type { Candidate } from './runs.js'
import { roles } from '../../english/roles.js'
import type { Entity } from '../../model/annotation.js'

const sure = (kind: Kind): Guess => ({ kind, sure: true })
const unsure = (kind: Kind): Guess => ({ kind, sure: false })

/** Null: no name at all. */
export function guessKind(candidate: Candidate): Guess | null {
  const lowers = candidate.words.map((word) => word.lower)
  const name = lowers.join(' ').replace(/ - /g, '-')
  const first = lowers[0] ?? ''
  const last = lowers.at(-1) ?? ''
  if (lowers.length === 1 && isPlainAcronym(candidate.words[0], last)) return null
  if (groupWords.has(name)) return byDemonym(candidate, name)
  const demonym = countryOfDemonym(name) !== null && !knownPlace(name)
  if (demonym) return byDemonym(candidate, name)
  if (candidate.words.every((word) => /^\p{Lu}\.?$/u.test(word.surface))) return null
  if (lowers.every((word) => isDescriptor(word) && !familyNames.has(word) && !knownOrganisations.has(word)))
    return null
  const listed = byList(candidate, name)
  if (listed) return listed
  // 117th Street
  if (lowers.length === 1 && /^\d+(?:st|nd|rd|th)$/u.test(candidate.before.at(-1)?.lower ?? '')) return null
  if (candidate.titled) return sure('person')
  if (organisationHeads.has(last) && lowers.length > 1) return sure('organisation')
  if ((placeHeads.has(last) || mounts.has(first)) && lowers.length > 1) return sure('place')
  if (lowers.includes('of') && organisationHeads.has(lowers[lowers.indexOf('of') - 1] ?? ''))
    return sure('organisation')
  if (lowers.length > 1 && isGivenName(first) && !lowers.slice(1).every((word) => commonWords.has(word)))
    return sure('person')
  if (isAcronym(candidate)) return unsure('organisation')
  return guessByContext(candidate) ?? byShape(candidate, lowers)
}

function isGivenName(lower: string): boolean {
  return givenNames.has(lower) || shortNames.has(lower)
}

/** Mt Corrin, and its hut. */
const mounts = new Set(['mt', 'mt.', 'mount'])

const shortNames = new Set(nicknameGroups.flat())

function isAcronym({ words }: Candidate): boolean {
  return words.length === 1 && /^\p{Lu}[\p{Lu}\d&.-]{1,5}$/u.test(words[0]?.surface ?? '')
}

function isPlainAcronym(word: TaggedWord | undefined, lower: string): boolean {
  return word !== undefined && plainAcronyms.has(lower) && word.surface === word.surface.toUpperCase()
}

function byList(candidate: Candidate, name: string): Guess | null {
  const bare = name.replace(/^the /, '').replace(/\.$/, '')
  const surface = candidate.words.map((word) => word.surface).join(' ')
  const dotless = bare.replace(/\./g, '')
  const isAcronym = /^[\p{Lu}.]+$/u.test(surface)
  if (!candidate.titled && knownOrganisations.has(isAcronym ? dotless : bare)) {
    // `Apple`, `Meta`, `Guardian`: words, too; a capital inside a sentence is enough, at its head it is not.
    return commonWords.has(bare) || candidate.before.length === 0
      ? unsure('organisation')
      : sure('organisation')
  }
  if (candidate.titled) return null
  const place = knownPlace(bare)
  if (place)
    return surface === 'Us'
      ? null
      : place.kind === 'country' || place.kind === 'capital'
        ? sure('place')
        : unsure('place')
  if (cities.has(bare) && !givenNames.has(bare)) return unsure('place')
  if (organisations.has(bare) && bare.length > 3 && !givenNames.has(bare)) return unsure('organisation')
  return null
}

/** `the Russians` are a group somebody may quote; `Russian` is an adjective and no name. */
function byDemonym(candidate: Candidate, bare: string): Guess | null {
  const next = candidate.after[0]
  const plural = bare.endsWith('s') && !bare.endsWith('ss')
  if (plural && next?.pos !== 'NOUN') return sure('other')
  return null
}

function byShape(candidate: Candidate, lowers: readonly string[]): Guess {
  const [only] = candidate.words
  if (lowers.length === 1 && only) {
    if (givenNames.has(only.lower) || familyNames.has(only.lower)) return unsure('person')
    return unsure('other')
  }
  if (isGivenName(lowers[0] ?? '') && familyNames.has(lowers.at(-1) ?? '')) return unsure('person')
  const common = lowers.filter((word) => commonWords.has(word)).length
  const plain = candidate.words.every((word) =>
    /^\p{Lu}[\p{Ll}'’-]+$|^\p{Lu}\.?$|^(?:al|bin|de|van|von|der)$|^-$|^(?:Mc|Mac|O['’]|De|Le|La)\p{Lu}\p{Ll}+$/u.test(
      word.surface,
    ),
  )
  if (plain && lowers.length <= 3 && common === 0) return unsure(isOfThing(candidate) ? 'other' : 'person')
  return unsure('other')
}

/** `a gray Veltra Corsin`, `his 2013 Veltra Corsin`: what has an article or a number before it is nobody. */
function isOfThing({ before, words }: Candidate): boolean {
  const article = before.findLast(({ pos }) => pos !== 'ADJ')
  return (
    words.length > 1 &&
    (/^\d/u.test(before.at(-1)?.surface ?? '') || ['a', 'an'].includes(article?.lower ?? ''))
  )
}

type Rule = (candidate: Candidate) => Guess | null

const person = (sure: boolean): Guess => ({ kind: 'person', sure })
const place = (sure: boolean): Guess => ({ kind: 'place', sure })

const rules: readonly Rule[] = [
  // KESTERHAVEN, March 13 (MNA) — ; MOSCOW (AP) —
  ({ before, after }) =>
    before.length === 0 &&
    /^[,(—–―]$/.test(after[0]?.surface ?? '') &&
    after.some((word) => /^(?:—|–|―|--)$/.test(word.surface)) &&
    after
      .slice(
        0,
        after.findIndex((word) => /^(?:—|–|―|--)$/.test(word.surface)),
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

function guessByContext(candidate: Candidate): Guess | null {
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
