/** What a candidate name is, by rules in order of trust: lists, the name's own last word, the words around it. */
import {
  groupWords,
  beforeOfPlace,
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
  if (lowers.every(isDescriptor)) return null
  if (candidate.titled) return sure('person')
  const listed = byList(name)
  if (listed) return listed
  // 117th Street
  if (lowers.length === 1 && /^\d+(?:st|nd|rd|th)$/u.test(candidate.before.at(-1)?.lower ?? '')) return null
  if (organisationHeads.has(last) && lowers.length > 1) return sure('organisation')
  if (placeHeads.has(last) && lowers.length > 1) return sure('place')
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

const shortNames = new Set(nicknameGroups.flat())

function isAcronym({ words }: Candidate): boolean {
  return words.length === 1 && /^\p{Lu}[\p{Lu}\d&.-]{1,5}$/u.test(words[0]?.surface ?? '')
}

function isPlainAcronym(word: TaggedWord | undefined, lower: string): boolean {
  return word !== undefined && plainAcronyms.has(lower) && word.surface === word.surface.toUpperCase()
}

function byList(name: string): Guess | null {
  const bare = name.replace(/^the /, '').replace(/\.$/, '')
  // `Apple`, `Meta`, `Guardian`: words, too.
  if (knownOrganisations.has(bare.replaceAll('.', '')))
    return commonWords.has(bare) ? unsure('organisation') : sure('organisation')
  const place = knownPlace(bare)
  if (place) return place.kind === 'country' ? sure('place') : unsure('place')
  if (cities.has(bare)) return unsure('place')
  return organisations.has(bare) ? unsure('organisation') : null
}

/** `the Russians` are a group somebody may quote; `Russian` is an adjective and no name. */
function byDemonym(candidate: Candidate, bare: string): Guess | null {
  const next = candidate.after[0]
  return bare.endsWith('s') && next?.pos !== 'NOUN' ? sure('other') : null
}

function byShape(candidate: Candidate, lowers: readonly string[]): Guess {
  const [only] = candidate.words
  if (lowers.length === 1 && only) {
    if (givenNames.has(only.lower) || familyNames.has(only.lower)) return unsure('person')
    return unsure('other')
  }
  const common = lowers.filter((word) => commonWords.has(word)).length
  const plain = candidate.words.every((word) =>
    /^\p{Lu}[\p{Ll}'’-]+$|^\p{Lu}\.?$|^(?:al|bin|de|van|von|der)$|^-$|^(?:Mc|Mac|O['’]|De|Le|La)\p{Lu}\p{Ll}+$/u.test(
      word.surface,
    ),
  )
  if (plain && lowers.length <= 3 && common === 0) return unsure(isOfThing(candidate) ? 'other' : 'person')
  return unsure('other')
}

/** `a gray Veltra Corsin`: what has an article before it is nobody. */
function isOfThing({ before, words }: Candidate): boolean {
  const article = before.findLast(({ pos }) => pos !== 'ADJ')
  return words.length > 1 && ['a', 'an'].includes(article?.lower ?? '')
}

type Rule = (candidate: Candidate) => Guess | null

const person = (sure: boolean): Guess => ({ kind: 'person', sure })
const place = (sure: boolean): Guess => ({ kind: 'place', sure })

const rules: readonly Rule[] = [
  // KESTERHAVEN, March 13 (MNA) — ; MOSCOW (AP) —
  ({ before, after }) =>
    before.length === 0 &&
    /^[,(—–―]$/.test(after[0]?.surface ?? '') &&
    after.some((word) => /^(?:—|–|―|--)$/.test(word.surface))
      ? place(true)
      : null,
  // envoy Steve Witkoff
  ({ before, words }) => (roles.has(before.at(-1)?.lower ?? '') && words.length > 1 ? person(true) : null),
  // Ann Lowe, 33
  ({ after: [comma, age] }) =>
    comma?.surface === ',' && /^\d{1,2}$/.test(age?.surface ?? '') ? person(true) : null,
  // Gov. Ann Lowe of Arden
  ({ before, words }) =>
    before.at(-1)?.lower === 'of' && before.at(-2)?.pos === 'PROPN' && words.length < 3 ? place(false) : null,
  // Oksana Bondar, a physics teacher
  ({ words, after }) =>
    after[0]?.surface === ',' && isRolePhrase(after.slice(1)) ? person(words.length > 1) : null,
  // Trump told
  ({ after: [verb] }) => (verb?.pos === 'VERB' && personVerbs.has(verb.lemma) ? person(false) : null),
  // said Bondar.
  ({ before, after: [next] }) =>
    personVerbs.has(before.at(-1)?.lemma ?? '') && /^[.,”"]$/.test(next?.surface ?? '')
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
  ({ before, words }) => (before.at(-1)?.lower === 'at' && isOneWord(words) ? place(false) : null),
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

/** `a physics teacher`, `the former chief negotiator`. */
function isRolePhrase(words: readonly TaggedWord[]): boolean {
  const end = words.findIndex((word) => !['DET', 'ADJ', 'NOUN', 'PROPN'].includes(word.pos))
  return words.slice(0, end < 0 ? words.length : end).some((word) => roles.has(word.lower))
}

export type Kind = Entity['kind']
export type Guess = { readonly kind: Kind; readonly sure: boolean }
