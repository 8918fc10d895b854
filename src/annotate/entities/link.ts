/**
 * Mentions of one thing brought together: surnames to full names, acronyms to what they stand for, spellings of a place.
 *
 * In:    candidates with their guesses, in text order.
 * Out:   groups with a kind and mentions.
 * Never: joins two people who share a surname and differ in the first name.
 */
import type { Span } from '../../model/span.js'
import { parsePersonName, samePerson, surnameKey } from '../../text/names.js'
import { organisationKey, sameOrganisation } from '../../text/organisations.js'
import { placeKey } from '../../text/places.js'
import { fold } from '../../text/fold.js'
import type { Guess, Kind } from './kinds.js'

export type Mention = Span & {
  readonly name: string
  readonly guess: Guess
  readonly titled: boolean
  readonly opens: boolean
}

export type Group = { kind: Kind; sure: boolean; readonly names: Set<string>; readonly mentions: Mention[] }

/** Full names first: a surname may come before them (in a headline) and still belongs to them. */
export function link(mentions: readonly Mention[]): Group[] {
  const groups: Group[] = []
  const passes: ((mention: Mention) => boolean)[] = [
    (mention) => mention.guess.sure && !isShort(mention),
    (mention) => !isShort(mention),
    (mention) => mention.guess.sure,
    () => true,
  ]
  const done = new Set<Mention>()
  for (const inPass of passes)
    for (const mention of mentions) {
      if (done.has(mention) || !inPass(mention)) continue
      done.add(mention)
      place(groups, mention)
    }
  return groups
}

function isShort(mention: Mention): boolean {
  return !/[\s-]/.test(mention.name)
}

function place(groups: Group[], mention: Mention): void {
  const home = findHome(groups, mention)
  if (!home) {
    groups.push({
      kind: mention.guess.kind,
      sure: mention.guess.sure,
      names: new Set([mention.name]),
      mentions: [mention],
    })
    return
  }
  home.mentions.push(mention)
  home.names.add(mention.name)
  if (!home.sure && (mention.guess.sure || home.kind === 'other')) {
    home.kind = mention.guess.kind
    home.sure = mention.guess.sure
  }
}

/** The group a mention belongs to: the same words, then by kind; of several people the one named last before it. */
function findHome(groups: readonly Group[], mention: Mention): Group | undefined {
  const key = fold(mention.name)
  const same = groups.find(
    (group) => [...group.names].some((name) => fold(name) === key) && compatible(group, mention),
  )
  if (same) return same
  const fits = groups.filter((group) => compatible(group, mention) && matches(group, mention))
  return nearestBefore(fits, mention)
}

function compatible(group: Group, mention: Mention): boolean {
  if (group.kind === mention.guess.kind) return true
  return !(group.sure && mention.guess.sure)
}

function matches(group: Group, mention: Mention): boolean {
  const names = [...group.names]
  switch (group.kind) {
    case 'person':
      return (group.sure || mention.guess.kind !== 'place') && matchesPerson(names, mention)
    case 'organisation':
      return names.some((name) => sameOrganisation(name, mention.name) || isFirstWord(name, mention.name))
    case 'place':
      return mention.guess.kind === 'place' && names.some((name) => placeKey(name) === placeKey(mention.name))
    case 'other':
      return false
  }
}

/** A bare surname or first name, or a full name that may be the same person's. */
function matchesPerson(names: readonly string[], mention: Mention): boolean {
  if (mention.guess.kind === 'organisation' && mention.guess.sure) return false
  if (isShort(mention)) {
    const key = surnameKey(mention.name)
    return names.some((name) => {
      const person = parsePersonName(name)
      if (surnameKey(person.surname) === key) return person.suffix === null || !mention.titled
      return !mention.titled && person.given.length > 0 && person.given[0] === fold(mention.name)
    })
  }
  return (
    mention.guess.kind === 'person' && names.some((name) => /\s/.test(name) && samePerson(name, mention.name))
  )
}

/** `Goldman` for Goldman Sachs. Common first words (`National`, `First`) never come alone as a name of that body. */
function isFirstWord(name: string, short: string): boolean {
  return (
    !/\s/.test(short) &&
    short.length > 3 &&
    organisationKey(name).startsWith(`${fold(short)} `) &&
    !/^(?:national|first|new|united|american|european|international|general|royal|world|north|south|east|west)$/i.test(
      short,
    )
  )
}

function nearestBefore(groups: readonly Group[], mention: Mention): Group | undefined {
  let best: Group | undefined
  let bestPlace = -Infinity
  for (const group of groups) {
    const before = Math.max(
      ...group.mentions.map((other) => (other.start < mention.start ? other.start : -other.start)),
    )
    if (before > bestPlace) {
      best = group
      bestPlace = before
    }
  }
  return best
}
