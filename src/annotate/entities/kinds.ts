/**
 * What a candidate name is, by rules in order of trust: lists, the name's own last word, the words around it.
 *
 * In:    a candidate. Out: a kind, and whether the evidence is strong enough to hold for its other mentions.
 * Never: looks at other mentions (see link.ts).
 */
import { groupWords } from '../../english/naming.js'
import type { TaggedWord } from '../../english/parse/tree.js'
import { nicknameGroups } from '../../english/nicknames.js'
import { countryOfDemonym, knownPlace } from '../../english/places.js'
import { cities, commonWords, familyNames, givenNames, organisations } from '../../english/known-words.js'
import {
  knownOrganisations,
  organisationHeads,
  placeHeads,
  plainAcronyms,
} from '../../english/organisation-words.js'
import { guessByContext } from './context.js'
import type { Guess, Kind } from './context.js'
import { isDescriptor } from './descriptors.js'
import type { Candidate } from './runs.js'

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
  if (candidate.titled) return sure('person')
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
  if (plain && lowers.length <= 3 && common === 0) return unsure('person')
  return unsure('other')
}
