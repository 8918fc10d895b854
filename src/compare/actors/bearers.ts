/** The bearers of names in one report: its entities, and speakers whom no entity stands for. */
import type { Entity, Speaker } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import { genderOfName } from '../../english/known-words.js'
import { isRelation, type Node, type Tree } from '../../english/parse/tree.js'
import { parsePersonName, surnameKey, type PersonName } from '../../english/names.js'
import { knownPlace } from '../../english/places.js'
import { nameWords } from '../../english/speakers.js'
import { partyBehind } from '../../english/party-behind.js'
import { ranks, addressOfMen, addressOfWomen } from '../../english/roles.js'
import { fold } from '../../text/fold.js'
import { sortedBy } from '../../text/order.js'
import { romanise } from '../../text/romanise.js'
import type { ArticleView } from '../../likeness/view.js'
import { once } from '../../text/once.js'
import { descriptionsOf, type Description } from './descriptions.js'
import { referenceAt, type Reference } from './references.js'

/** What a report says somebody is, in base forms in lower case. */
export type Described = {
  /** The office itself: the word that the others hang on, or the title. "Aide to the president" is no president. */
  readonly offices: ReadonlySet<string>
  /** All words, the office and its rank among them. */
  readonly words: ReadonlySet<string>
}

export type Bearer = {
  readonly view: ArticleView
  /** Id of the entity; null for a speaker who is known by the printed words of a source alone. */
  readonly entity: string | null
  readonly kind: Entity['kind']
  /** The fullest name the report gives. */
  readonly name: string
  /** The same in Latin letters, folded. */
  readonly key: string
  readonly person: PersonName
  /** Key of the family name. */
  readonly family: string
  readonly mentions: readonly Span[]
  /** Where the report prints the name, in text order. */
  readonly references: readonly Reference[]
  readonly descriptions: ReadonlyMap<Reference, readonly Description[]>
  /** Forms of address and titles right before its mentions, lower case: "president", "mr". */
  readonly titles: ReadonlySet<string>
  /** By each title and apposition. */
  readonly described: readonly Described[]
  /** By given name or form of address. */
  readonly gender: 'he' | 'she' | null
}

export const bearersOf = once((view: ArticleView): readonly Bearer[] => {
  const { entities, quotes } = view.article
  const named = entities.map(({ id, kind, name, mentions }) => bearer(view, id, kind, name, mentions))
  const printed = quotes.flatMap(({ speaker, source }) =>
    speaker?.entity === null && nameWords(speaker.name).length > 0 && source.length > 0
      ? [bearer(view, null, 'other', speaker.name, source)]
      : [],
  )
  return sortedBy([...named, ...together(printed)], ({ mentions, name }) => [mentions[0]?.start ?? 0, name])
})

function bearer(
  view: ArticleView,
  entity: string | null,
  kind: Entity['kind'],
  name: string,
  mentions: readonly Span[],
): Bearer {
  const latin = romanise(name)
  const person = parsePersonName(latin)
  const references = mentions.flatMap((span) => referenceAt(view, span, 'name') ?? [])
  const descriptions = new Map(references.map((one) => [one, descriptionsOf(one)]))
  const titles = new Set(references.flatMap(({ title }) => title ?? []))
  return {
    view,
    entity,
    kind,
    name,
    key: keyOf(name),
    person,
    family: surnameKey(person.surname),
    mentions,
    references,
    descriptions,
    titles,
    described: [...descriptions].flatMap(([reference, said]) => describedBy(reference, said)),
    gender: genderOfName(person.given[0] ?? '') ?? addressed(titles),
  }
}

/** A title with the words of rank before it ("former Gov."), and each apposition; both with where he or she is of. */
function describedBy(reference: Reference, said: readonly Description[]): readonly Described[] {
  const { title } = reference
  const party = partyBehind(reference.view.text, reference.end)
  const of = [...homeOf(reference), ...(party?.words ?? [])]
  const before = said.flatMap(({ kind, lemmas }) => (kind === 'adjective' ? [...lemmas] : []))
  const offices = title === null ? [] : title.split(' ')
  const ranked = new Set([...offices, ...before.filter((word) => ranks.has(word)), ...of])
  return [
    ...(title === null ? [] : [{ offices: new Set(offices), words: ranked }]),
    ...(party === null ? [] : [{ offices: new Set([party.party]), words: new Set(of) }]),
    ...said
      .filter(({ kind }) => kind === 'apposition')
      .map(({ head, lemmas }) => ({ offices: new Set([head.lemma]), words: new Set([...lemmas, ...of]) })),
  ]
}

/** "Ann Lowe of Texas", "Texas Gov. Ann Lowe": names beside the name, a place right before its title. */
function homeOf({ view, tree, heads: [head], start, end }: Reference): readonly string[] {
  const beside = (head ? tree.children(head) : [])
    .filter((node) => node.pos === 'PROPN' && (node.start >= end || node.end <= start) && isHome(tree, node))
    .flatMap((node) => tree.under(node, ({ pos }) => pos !== 'PROPN').map(({ lower }) => lower))
  return [...beside, ...placeBefore(view.text, start)]
}

function placeBefore(text: string, start: number): readonly string[] {
  const parts = text
    .slice(Math.max(0, start - 40), start)
    .split(/[ \n]/u)
    .slice(-3, -1)
  const place = [parts.join(' '), parts.at(-1) ?? ''].find(
    (one) => /^\p{Lu}/u.test(one) && knownPlace(one) !== null,
  )
  return place === undefined ? [] : place.toLowerCase().split(' ')
}

function isHome(tree: Tree, node: Node): boolean {
  if (isRelation(node.label, 'compound') || node.label === 'nmod:poss' || node.label === 'nmod:desc')
    return true
  return (
    isRelation(node.label, 'nmod') &&
    tree.by(node, 'case').some(({ lower }) => lower === 'of' || lower === 'from')
  )
}

function addressed(titles: ReadonlySet<string>): Bearer['gender'] {
  const [he, she] = [addressOfMen, addressOfWomen].map((forms) =>
    [...titles].some((title) => forms.has(title)),
  )
  return he === she ? null : he ? 'he' : 'she'
}

/** The bearer whom a speaker was resolved to, or whose printed name the source is. */
export function bearerOfSpeaker(view: ArticleView, speaker: Speaker | null): Bearer | undefined {
  if (!speaker) return undefined
  const { byEntity, byKey } = lookUp(view)
  return speaker.entity === null ? byKey.get(keyOf(speaker.name)) : byEntity.get(speaker.entity)
}

const lookUp = once((view: ArticleView) => {
  const bearers = bearersOf(view)
  return {
    byEntity: new Map(bearers.map((one) => [one.entity, one])),
    byKey: new Map(bearers.flatMap((one) => (one.entity === null ? [[one.key, one] as const] : []))),
  }
})

function keyOf(name: string): string {
  return fold(romanise(name)).replace(/^the /u, '')
}

/** Sources printed alike are one speaker. */
function together(bearers: readonly Bearer[]): readonly Bearer[] {
  const found = new Map<string, Bearer>()
  for (const one of bearers) {
    const known = found.get(one.key)
    found.set(one.key, known ? { ...known, mentions: [...known.mentions, ...one.mentions] } : one)
  }
  return [...found.values()]
}
