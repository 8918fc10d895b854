/**
 * Mentions of one thing brought together: surnames to full names, acronyms to what they stand for, spellings of a place. Never joins two
 * people of other first names, or whom forms of address or kinship tell apart ("Mr. Lowe" and "his wife, Ann Lowe").
 */
import type { Span } from '../../model/span.js'
import {
  isNumeral,
  samePersonName,
  parsePersonName,
  surnameKey,
  type PersonName,
} from '../../english/names.js'
import { sameOrganisation, acronymOf, organisationKey } from '../../english/organisations.js'
import type { Guess, Kind } from './kinds.js'
import { genderOfName, commonFirstWords } from '../../english/known-words.js'
import { addressOfMen, addressOfWomen, relativeWords } from '../../english/roles.js'
import type { TaggedWord } from '../../english/parse/tree.js'
import type { Candidate } from './runs.js'
import { fold } from '../../text/fold.js'
import { placeKey } from '../../english/places.js'

export type Mention = Span & {
  readonly name: string
  readonly guess: Guess
  readonly titled: boolean
  readonly opens: boolean
  readonly bearing: Bearing
}

export type Group = {
  kind: Kind
  sure: boolean
  readonly names: Set<string>
  readonly forms: NameForms[]
  readonly mentions: Named[]
}

type Named = Mention & { readonly forms: NameForms }

/** Full names first: a surname may come before them (in a headline) and still belongs to them. */
const passes: readonly ((mention: Named) => boolean)[] = [
  (mention) => mention.guess.sure && !mention.forms.short,
  (mention) => !mention.guess.sure && !mention.forms.short,
  (mention) => mention.guess.sure && mention.forms.short,
  (mention) => !mention.guess.sure && mention.forms.short,
]

export function link(mentions: readonly Mention[]): Group[] {
  const known = new Map<string, NameForms>()
  const named = mentions.map((mention): Named => {
    const forms = known.get(mention.name) ?? nameForms(mention.name)
    known.set(mention.name, forms)
    return { ...mention, forms }
  })
  const groups: Group[] = []
  const index = new Map<string, Group[]>()
  for (const inPass of passes) for (const mention of named.filter(inPass)) settle(groups, index, mention)
  return groups
}

/** Many things under one key are a list of namesakes (or a hostile page): the first ones are kept. */
const namesakes = 50

function settle(groups: Group[], index: Map<string, Group[]>, mention: Named): void {
  let home = findHome(index, mention)
  if (!home) {
    home = { kind: mention.guess.kind, sure: mention.guess.sure, names: new Set(), forms: [], mentions: [] }
    groups.push(home)
  }
  home.mentions.push(mention)
  if (!home.names.has(mention.name)) {
    home.names.add(mention.name)
    home.forms.push(mention.forms)
    for (const key of registered(mention.forms)) {
      const list = index.get(key)
      if (!list) index.set(key, [home])
      else if (list.length < namesakes && !list.includes(home)) list.push(home)
    }
  }
  if (!home.sure && (mention.guess.sure || home.kind === 'other')) {
    home.kind = mention.guess.kind
    home.sure = mention.guess.sure
  }
}

/** The group a mention belongs to: the same words, else by kind; of several the one named last before it. */
function findHome(index: ReadonlyMap<string, readonly Group[]>, mention: Named): Group | undefined {
  const candidates = new Set(sought(mention.forms).flatMap((key) => index.get(key) ?? []))
  const open = [...candidates].filter((group) => compatible(group, mention))
  const same = open.find((group) => group.forms.some((forms) => forms.key === mention.forms.key))
  return (
    same ??
    nearestBefore(
      open.filter((group) => matches(group, mention) && !isOtherBearer(group, mention)),
      mention,
    )
  )
}

function compatible(group: Group, mention: Named): boolean {
  return (
    group.kind === mention.guess.kind || !(group.sure && mention.guess.sure) || isBornByPerson(group, mention)
  )
}

/** `Fox`, `Bloomberg`: a body's name that a person of this text has for a family name. */
function isBornByPerson({ kind, forms }: Group, mention: Named): boolean {
  return (
    kind === 'person' &&
    mention.guess.kind === 'organisation' &&
    mention.forms.short &&
    !/^\p{Lu}+$/u.test(mention.name) &&
    forms.some(({ short, surname }) => !short && surname === mention.forms.surname)
  )
}

function matches(group: Group, mention: Named): boolean {
  switch (group.kind) {
    case 'person':
      return (group.sure || mention.guess.kind !== 'place') && matchesPerson(group, mention)
    case 'organisation':
      return group.forms.some(
        (forms) =>
          sameOrganisation(forms.name, mention.name) ||
          (mention.forms.short && forms.firstWord === mention.forms.key && mention.guess.kind !== 'place'),
      )
    case 'place':
      return (
        mention.guess.kind === 'place' && group.forms.some((forms) => forms.place === mention.forms.place)
      )
    case 'other':
      return false
  }
}

/** A family name alone is not hers whom the report introduces as somebody's wife, nor his where the text says "Mrs." with it. */
function isOtherBearer(group: Group, { forms, bearing }: Named): boolean {
  const full = group.mentions.filter((one) => one.name.includes(' '))
  if (!forms.short || full.length === 0 || !full.some((one) => one.forms.surname === forms.surname))
    return false
  const gender = genderOfName(full[0]?.forms.person.given[0] ?? '')
  if (bearing.address !== null && gender !== null) return bearing.address !== gender
  return full.some((one) => one.bearing.isRelative)
}

/** A bare surname or first name, or a full name that may be the same person's. */
function matchesPerson(group: Group, mention: Named): boolean {
  if (mention.guess.kind === 'organisation' && mention.guess.sure && !isBornByPerson(group, mention))
    return false
  const names = group.forms
  const { forms, titled, guess } = mention
  if (!forms.short)
    return (
      guess.kind === 'person' &&
      names.some((name) => !name.short && samePersonName(name.person, forms.person))
    )
  return names.some(({ person, surname }) =>
    surname === forms.surname
      ? person.suffix === null || isNumeral(person.suffix) || !titled
      : !titled && person.given.length > 0 && person.given[0] === forms.key,
  )
}

function nearestBefore(groups: readonly Group[], mention: Mention): Group | undefined {
  let best: Group | undefined
  let bestPlace = -Infinity
  for (const group of groups) {
    const last = group.mentions.reduce(
      (place, other) => Math.max(place, other.start < mention.start ? other.start : -other.start),
      -Infinity,
    )
    if (last > bestPlace) {
      best = group
      bestPlace = last
    }
  }
  return best
}

type Bearing = {
  readonly address: 'he' | 'she' | null
  /** "his wife, Ann Lowe", "first lady Ann Lowe": the family name alone is somebody else's. */
  readonly isRelative: boolean
}

export function bearingOf({ before, after }: Pick<Candidate, 'before' | 'after'>): Bearing {
  const last = before.filter(({ lower }) => lower !== '.').at(-1)
  const address = last === undefined ? '' : last.lower.replace(/\.$/u, '')
  return {
    address: addressOfMen.has(address)
      ? 'he'
      : addressOfWomen.has(address) && !isFirstLady(before)
        ? 'she'
        : null,
    isRelative: hasRelative(before.slice(-2)) || (after[0]?.lower === ',' && hasRelative(after.slice(1, 4))),
  }
}

function hasRelative(words: readonly TaggedWord[]): boolean {
  return isFirstLady(words) || words.some(({ lower }) => relativeWords.has(lower))
}

function isFirstLady(words: readonly TaggedWord[]): boolean {
  return words.some(({ lower }, i) => lower === 'first' && words[i + 1]?.lower === 'lady')
}

type NameForms = {
  readonly name: string
  readonly key: string
  /** One word without a hyphen. */
  readonly short: boolean
  readonly person: PersonName
  readonly surname: string
  readonly organisation: string
  readonly acronym: string | null
  readonly place: string
  /** First word of an organisation's name, when it may stand for the whole. */
  readonly firstWord: string | null
}

function nameForms(name: string): NameForms {
  const person = parsePersonName(name)
  const organisation = organisationKey(name)
  const [first = ''] = organisation.split(' ')
  const short = !/[\s-]/.test(name)
  return {
    name,
    key: fold(name),
    short,
    person,
    surname: surnameKey(person.surname),
    organisation,
    acronym: acronymOf(name),
    place: placeKey(name),
    firstWord: !short && first.length > 3 && !commonFirstWords.has(first) ? first : null,
  }
}

/** Everything a group with this name can be found under. */
function registered(forms: NameForms): string[] {
  const [given] = forms.person.given
  return [
    `= ${forms.key}`,
    `surname ${forms.surname}`,
    `organisation ${forms.organisation}`,
    `place ${forms.place}`,
    ...(given === undefined ? [] : [`given ${given}`]),
    ...(forms.acronym === null ? [] : [`acronym ${forms.acronym}`]),
    ...(forms.firstWord === null ? [] : [`first ${forms.firstWord}`]),
  ]
}

/** Everything under which a mention with this name looks for its group. */
function sought(forms: NameForms): string[] {
  return [
    `= ${forms.key}`,
    `surname ${forms.surname}`,
    `organisation ${forms.organisation}`,
    `place ${forms.place}`,
    ...(forms.acronym === null ? [] : [`organisation ${forms.acronym}`]),
    ...(forms.short ? [`given ${forms.key}`, `acronym ${forms.key}`, `first ${forms.key}`] : []),
  ]
}
