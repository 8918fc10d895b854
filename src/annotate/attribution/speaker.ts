/**
 * In:    attributions of one article in text order, its words and entities.
 * Out:   for each the person or body that speaks: the name in the source, the person a role or pronoun stands for, the
 *        body a spokesman speaks for.
 * Never: guesses: a pronoun with two candidates, an unnamed official, a crowd stay unresolved (null).
 */
import type { Entity, Speaker } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import { firstEndingAfter, overlap } from '../../text/spans.js'
import { roles } from '../../english/roles.js'
import { hiddenNouns } from '../../english/source-nouns.js'
import { Referents } from './referents.js'
import { type Person, personsOf } from './speaker-roles.js'
import type { Word } from './words.js'

export type Utterance = {
  readonly source: readonly Span[]
  readonly content: readonly Span[]
  readonly cue: readonly Span[]
}

type Scene = {
  readonly words: readonly Word[]
  readonly entities: readonly Entity[]
  readonly persons: readonly Person[]
  readonly referents: Referents
}

const linking = /^(?:of|for|from|with|to|by|at|in|on|against|about|behind)$/u
const longestRole = 8
/** Words between a name and the relative clause that speaks of it. */
const longestAside = 10

export function speakersOf(
  utterances: readonly Utterance[],
  words: readonly Word[],
  entities: readonly Entity[],
  quoted: readonly Span[] = [],
): readonly (Speaker | null)[] {
  const persons = personsOf(words, entities)
  const sources = utterances.flatMap(({ source }) => source).sort((a, b) => a.start - b.start)
  const referents = new Referents(words, persons, sources, quoted)
  const scene: Scene = { words, entities: entities.filter(isNamed), persons, referents }
  return utterances.map(({ source, content }) => (source[0] ? speakerOf(scene, source[0], content) : null))
}

function speakerOf(scene: Scene, source: Span, content: readonly Span[]): Speaker | null {
  const first = firstEndingAfter(scene.words, source.start)
  const inside = scene.words.slice(first, firstEndingAfter(scene.words, source.end - 1) + 1)
  const only = inside.length <= 2 ? inside.find(({ pos }) => pos === 'PRON') : undefined
  if (only && /^(?:who|whom|which|that)$/u.test(only.lower)) return relative(scene, first)
  if (only && inside.length === 1 && only.lower.endsWith('self')) return relative(scene, first)
  if (only && !only.lower.endsWith('self'))
    return /^(?:he|she)$/u.test(only.lower)
      ? asSpeaker(scene.referents.pronoun(only, afterColon(scene, content)))
      : null
  return (
    named(scene, source, inside) ?? role(scene, source, inside) ?? byPrintedName(inside) ?? unnamed(inside)
  )
}

/** What is said proper: in `Berg differed: it was worth it, she said` not the words before the colon. */
function afterColon({ words }: Scene, content: readonly Span[]): readonly Span[] {
  return content.map(({ start, end }) => {
    const inside = words.slice(firstEndingAfter(words, start), firstEndingAfter(words, end))
    const colon = inside.find(({ surface }) => surface === ':')
    return { start: colon?.end ?? start, end }
  })
}

function asSpeaker(person: Person | null): Speaker | null {
  return person ? { entity: person.entity.id, name: person.entity.name } : null
}

/**
 * "Bloomberg, who added", "Elise Laurent, 31, who", "Piet Kramer, the dead man's brother, who": the name before it, an
 * aside read over.
 */
function relative({ words, persons }: Scene, at: number): Speaker | null {
  const last = words[at - 1]?.lower === ',' ? at - 2 : at - 1
  const endsAt = (i: number): Person | undefined =>
    persons.find(({ entity }) => entity.mentions.some(({ end }) => end === words[i]?.end))
  for (let i = last; i > 0 && last - i <= longestAside; i--) {
    const { pos, lower } = words[i] ?? {}
    const one = i === last || words[i + 1]?.lower === ',' ? endsAt(i) : undefined
    if (one) return asSpeaker(one)
    if (last === at - 1 || pos === 'VERB' || pos === 'AUX' || pos === 'CCONJ' || lower === '.') return null
  }
  return null
}

/** The name that heads the source: not one behind a preposition, before a possessive mark or before a role. */
function named(scene: Scene, source: Span, inside: readonly Word[]): Speaker | null {
  const inSource = scene.entities.flatMap((entity) =>
    entity.mentions.filter((mention) => overlap(mention, source) > 0).map((mention) => ({ entity, mention })),
  )
  inSource.sort((a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end)
  let body: Entity | undefined
  const roleAt = inside.find((word) => roles.has(singularOf(word.lower)))
  for (const { entity, mention } of inSource) {
    const before = inside.findLast((word) => word.end <= mention.start)
    const after = inside.find((word) => word.start >= mention.end)
    const beforeThe = before?.lower === 'the' ? inside[inside.indexOf(before) - 1] : before
    const dependent = linking.test(beforeThe?.lower ?? '')
    // "Okafor's" before a noun of telling is a source by itself
    const possessive = after !== undefined && after !== inside.at(-1) && /^['’]s?$/u.test(after.surface)
    const modifies =
      after !== undefined && /^(?:NOUN|PROPN|ADJ)$/u.test(after.pos) && !after.lower.endsWith('self')
    if (!dependent && !possessive && !modifies && (entity.kind !== 'other' || !isGroup(entity))) {
      if (entity.kind === 'person' || !roleAt) return { entity: entity.id, name: entity.name }
    }
    if (entity.kind === 'organisation' || entity.kind === 'place') body ??= entity
  }
  const speaksFor = roleAt && /^spokes|^representative$|^official$/u.test(singularOf(roleAt.lower))
  return speaksFor && body?.kind === 'organisation' ? { entity: body.id, name: body.name } : null
}

/** "the Kremlin aide": the one person the article has described so before, or the most salient of several. */
function role({ referents }: Scene, source: Span, inside: readonly Word[]): Speaker | null {
  const [opens] = inside
  if (!opens || inside.length > longestRole || !/^(?:the|his|her|their|its)$/u.test(opens.lower)) return null
  if (inside.some((word, i) => linking.test(word.lower) && inside[i - 1]?.lower !== 'head')) return null
  return asSpeaker(referents.role(source.start, inside))
}

/** A name that no entity stands for goes by its printed words. */
function byPrintedName(inside: readonly Word[]): Speaker | null {
  const names = inside.filter(({ lower }) => !lower.endsWith('self'))
  const all = names.length > 0 && names.length <= 4 && names.every(isName)
  return all ? { entity: null, name: printed(names) } : null
}

function isName({ pos, surface, lower }: Word): boolean {
  return (
    pos === 'PROPN' &&
    /^\p{Lu}./u.test(surface) &&
    !roles.has(singularOf(lower)) &&
    !/\p{Ll}s$/u.test(surface)
  )
}

function printed(words: readonly Word[]): string {
  return words
    .map((word, i) => (i > 0 && word.start > (words[i - 1]?.end ?? 0) ? ' ' : '') + word.surface)
    .join('')
}

/**
 * "a European Union diplomat", "another man", "Weiner's lawyer": one person whom the article does not name goes by the
 * printed words.
 */
function unnamed(inside: readonly Word[]): Speaker | null {
  const [opens] = inside
  const one = opens !== undefined && /^(?:a|an|one|another)$/u.test(opens.lower)
  if (one ? !inside.some(isRole) : !isTheirs(inside)) return null
  const comma = inside.findIndex((word) => word.lower === ',')
  const shown = comma > 0 ? inside.slice(0, comma) : inside
  return { entity: null, name: printed(shown) }
}

/** A name, its possessive mark and the role of one person in small letters (a headline's capitals tell nothing), no more. */
function isTheirs(inside: readonly Word[]): boolean {
  const mark = inside.findIndex(({ surface }) => /^['’]s?$/u.test(surface))
  const [role] = inside.slice(-1)
  const between = inside.slice(mark + 1, -1)
  return (
    mark > 0 &&
    inside.length <= longestRole &&
    role !== undefined &&
    isRole(role) &&
    role.surface === role.lower &&
    inside.slice(0, mark).every(({ pos }) => pos === 'PROPN') &&
    between.every(({ pos }) => /^(?:NOUN|PROPN|ADJ)$/u.test(pos))
  )
}

function isRole({ lower }: Word): boolean {
  return roles.has(lower)
}

function singularOf(lower: string): string {
  return lower.endsWith('men') ? lower.slice(0, -3) + 'man' : lower.replace(/s$/u, '')
}

/** Not a word for unnamed people with a capital at the head of a sentence (`Sources said`). */
function isNamed({ name }: Entity): boolean {
  return !hiddenNouns.has(singularOf(name.toLowerCase()))
}

/** "the Russians", "Democrats": a crowd. */
function isGroup({ name }: Entity): boolean {
  return /\p{Ll}s$/u.test(name)
}
