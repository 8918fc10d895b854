/** For each person the words of titles and appositions beside the name: "Kremlin aide", "the president", "Ms.". */
import {
  addressOfMen,
  addressOfWomen,
  titleWords,
  undotted,
  genderOfRole,
  ranks,
  roles,
  widerRoles,
} from '../../../english/roles.js'
import type { Entity } from '../../../model/annotation.js'
import type { Span } from '../../../model/span.js'
import { genderOfName } from '../../../english/known-words.js'
import { countryOfDemonym, knownPlace } from '../../../english/places.js'
import { isNoun } from '../../../english/nouns.js'
import { organisationHeads } from '../../../english/organisations.js'
import { bodyNouns, speechVerbs } from '../../../english/telling-verbs.js'
import { firstEndingAfter } from '../../../text/spans.js'
import type { Word } from '../reading.js'

export type Person = {
  readonly entity: Entity
  /** Lower-case words of titles and appositions. */
  readonly described: ReadonlySet<string>
  readonly gender: 'she' | 'he' | null
}

const mostDescribing = 8

export function personsOf(words: readonly Word[], entities: readonly Entity[]): readonly Person[] {
  return entities
    .filter((entity) => entity.kind === 'person' || (entity.kind === 'other' && actsAsPerson(words, entity)))
    .map((entity) => {
      const described = new Set<string>()
      for (const mention of entity.mentions)
        for (const word of descriptions(words, mention)) described.add(word)
      return { entity, described, gender: genderOf(entity, described) ?? ownPronoun(words, entity) }
    })
}

/** A name of no known kind that says something, has an age, a title or a role beside it. */
function actsAsPerson(words: readonly Word[], entity: Entity): boolean {
  if (countryOfDemonym(entity.name) !== null || /\p{Ll}s$|^\p{Lu}-/u.test(entity.name)) return false
  return entity.mentions.some((mention) => {
    if (descriptions(words, mention).length > 0) return true
    const [next, afterNext] = words.slice(
      firstEndingAfter(words, mention.end),
      firstEndingAfter(words, mention.end) + 2,
    )
    if (next?.lower === ',' && /^[1-9]\d$/u.test(afterNext?.surface ?? '')) return true
    return next?.pos === 'VERB' && speechVerbs.has(next.lemma)
  })
}

function genderOf(entity: Entity, described: ReadonlySet<string>): Person['gender'] {
  for (const word of described) {
    if (addressOfWomen.has(undotted(word)) || genderOfRole(word) === 'she') return 'she'
    if (addressOfMen.has(undotted(word)) || genderOfRole(word) === 'he') return 'he'
  }
  const names = entity.name.split(' ')
  const given = names.length > 1 ? (names[0] ?? '').toLowerCase() : ''
  return genderOfName(given)
}

/** "Lowe said she", "Lowe says that she": whom the article itself speaks of so. */
function ownPronoun(words: readonly Word[], { mentions }: Entity): Person['gender'] {
  const found = mentions.flatMap((mention): ('he' | 'she')[] => {
    const at = firstEndingAfter(words, mention.end)
    const [verb, next, afterNext] = words.slice(at, at + 3)
    const pronoun = next?.lower === 'that' ? afterNext : next
    const isSaid = verb !== undefined && speechVerbs.has(verb.lemma) && pronoun?.sentence === verb.sentence
    if (!isSaid) return []
    return pronoun.lower === 'she' ? ['she'] : pronoun.lower === 'he' ? ['he'] : []
  })
  const [first] = found
  return found.every((one) => one === first) ? (first ?? null) : null
}

/** Nouns and titles right before a name, and those of an apposition behind it. */
function descriptions(words: readonly Word[], mention: Span): string[] {
  const first = firstEndingAfter(words, mention.start)
  const last = behindBrackets(words, firstEndingAfter(words, mention.end))
  const found: string[] = []
  let owner = false
  for (let i = first - 1; i >= 0 && i >= first - mostDescribing; i--) {
    const word = words[i]
    if (!word) break
    if (word.sentence !== words[first]?.sentence) break
    if (!describes(word) && !(word.lower === ',' && i === first - 1)) break
    owner ||= isOwnerMark(word)
    if (!owner || !isTitle(word.lower)) found.push(word.lower)
  }
  const follows = words[last]
  if (follows?.lower === ',' && follows.sentence === words[last - 1]?.sentence)
    for (let i = last + 1; i < words.length && i <= last + mostDescribing; i++) {
      const word = words[i]
      if (word?.sentence !== follows.sentence || word.lower === ',') break
      if (!describes(word) && !/^(?:a|an|the|of|for|to|at|his|her)$/u.test(word.lower)) break
      // "the president’s envoy" is no president
      if (isOwnerMark(word)) found.splice(0, found.length, ...found.filter((other) => !isTitle(other)))
      else found.push(word.lower)
    }
  return found.some((word) => isTitle(word)) ? found : found.filter((word) => roles.has(word))
}

/** "Ann Lowe (D-Ohio), chairwoman": from the bracket to what follows it. */
function behindBrackets(words: readonly Word[], at: number): number {
  if (words[at]?.lower !== '(') return at
  const closes = words.slice(at, at + mostDescribing).findIndex(({ lower }) => lower === ')')
  return closes < 0 ? at : at + closes + 1
}

function isTitle(word: string): boolean {
  return roles.has(word) || titleWords.has(undotted(word))
}

function describes({ pos, lower }: Word): boolean {
  return /^(?:NOUN|PROPN|ADJ)$/u.test(pos) || lower === '-' || isOwnerMark({ lower })
}

function isOwnerMark({ lower }: Pick<Word, 'lower'>): boolean {
  return /^['’]s?$/u.test(lower)
}

/** Persons named before `start` whom the article has described by the role in `inside` ("the Kremlin aide"). */
export function byRole(persons: readonly Person[], start: number, inside: readonly Word[]): Person[] {
  const heads = inside.filter(({ pos }) => /^(?:NOUN|PROPN|ADJ)$/u.test(pos)).map(({ lower }) => lower)
  const ofState = /\bhead of (?:state|government)$/u.test(inside.map(({ lower }) => lower).join(' '))
  const office = ofState ? 'leader' : heads.findLast((word) => roles.has(word))
  if (office === undefined) return []
  const holders = persons.filter(
    ({ entity, described }) =>
      entity.mentions.some((mention) => mention.start < start) &&
      [office, ...(widerRoles.get(office) ?? [])].some((word) => described.has(word)) &&
      heads.every((word) => !ranks.has(word) || described.has(word)),
  )
  const others = ofState ? [] : heads.filter((word) => word !== office)
  const nation = others.map(countryOf).find((country) => country !== null)
  const fitting = nation
    ? holders.filter(({ described }) => [...described].some((word) => countryOf(word) === nation))
    : holders.filter(({ described }) => others.every((word) => described.has(word)))
  if (fitting.length > 0) return fitting
  return nation
    ? holders.filter(({ described }) => ![...described].some((word) => countryOf(word) !== null))
    : holders.filter((holder) => !isOtherOffice(holder, office, inside))
}

/** "The budget director" is not a person known as "legislative policy director". */
function isOtherOffice({ described }: Person, office: string, inside: readonly Word[]): boolean {
  const says = (word: string): boolean =>
    word !== office && !isTitle(word) && !organisationHeads.has(word) && !bodyNouns.has(word)
  const told = inside.some(
    ({ pos, lower }, at) =>
      pos === 'NOUN' && says(lower) && !isOwnerMark({ lower: inside[at + 1]?.lower ?? '' }),
  )
  return told && [...described].some((word) => says(word) && isNoun(word))
}

function countryOf(word: string): string | null {
  const place = knownPlace(word)
  return countryOfDemonym(word) ?? (place?.kind === 'state' ? null : (place?.country ?? null))
}
