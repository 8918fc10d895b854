/**
 * In:    attributions of one article in text order, its words and entities.
 * Out:   for each the person or body that speaks: the name in the source, the person a role or pronoun stands for, the
 *        body a spokesman speaks for.
 * Never: guesses: a pronoun with two candidates, an unnamed official, a crowd stay unresolved (null).
 */
import type { Entity, Speaker } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import { contains, overlap } from '../../text/spans.js'
import { roles } from '../data/roles.js'
import { lowerBound, type Person, personsOf } from './speaker-roles.js'
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
}

const leaders = ['president', 'premier', 'minister', 'chancellor']
const singular = new Set(['he', 'she'])
const linking = /^(?:of|for|from|with|to|by|at|in|on|against|about|behind)$/u

export function speakersOf(
  utterances: readonly Utterance[],
  words: readonly Word[],
  entities: readonly Entity[],
): readonly (Speaker | null)[] {
  const scene: Scene = { words, entities, persons: personsOf(words, entities) }
  const resolved: (Speaker | null)[] = []
  let previous: { speaker: Speaker; sentence: number; block: number } | undefined
  for (const utterance of utterances) {
    const source = utterance.source[0]
    const speaker = source ? speakerOf(scene, source, previous) : null
    resolved.push(speaker)
    const at = words[lowerBound(words, (source ?? utterance.cue[0] ?? utterance.content[0])?.start ?? 0)]
    if (speaker && at) previous = { speaker, sentence: at.sentence, block: at.block }
  }
  return resolved
}

type Previous = { readonly speaker: Speaker; readonly sentence: number; readonly block: number } | undefined

function speakerOf(scene: Scene, source: Span, previous: Previous): Speaker | null {
  const first = lowerBound(scene.words, source.start)
  const inside = scene.words.slice(first, lowerBound(scene.words, source.end - 1) + 1)
  const only = inside.length <= 2 ? inside.find(isPlainPronoun) : undefined
  if (only) return singular.has(only.lower) ? pronoun(scene, only, previous) : null
  return named(scene, source, inside) ?? byRole(scene, source, inside) ?? unnamed(inside)
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
    const possessive = after !== undefined && /^['’]s?$/u.test(after.surface)
    const modifies =
      after !== undefined && /^(?:NOUN|PROPN|ADJ)$/u.test(after.pos) && !after.lower.endsWith('self')
    if (!dependent && !possessive && !modifies && entity.kind !== 'other') {
      if (entity.kind === 'person' || !roleAt) return { entity: entity.id, name: entity.name }
    }
    if (entity.kind === 'organisation' || entity.kind === 'place') body ??= entity
  }
  const speaksFor = roleAt && /^spokes|^representative$|^official$/u.test(singularOf(roleAt.lower))
  return speaksFor && body?.kind === 'organisation' ? { entity: body.id, name: body.name } : null
}

/** "the Kremlin aide": the one person the article has described so before. */
function byRole({ persons }: Scene, source: Pick<Span, 'start'>, inside: readonly Word[]): Speaker | null {
  const [opens] = inside
  if (!opens || !/^(?:the|his|her|their|its)$/u.test(opens.lower)) return null
  const heads = inside.filter(({ pos }) => /^(?:NOUN|PROPN|ADJ)$/u.test(pos)).map((word) => word.lower)
  if (!heads.some((word) => roles.has(word)) || inside.some((word) => linking.test(word.lower))) return null
  const known = persons.filter(
    ({ entity, described }) =>
      heads.every(
        (word) => described.has(word) || (word === 'leader' && leaders.some((role) => described.has(role))),
      ) && entity.mentions.some((mention) => mention.start < source.start),
  )
  const [one] = known
  return one && known.length === 1 ? { entity: one.entity.id, name: one.entity.name } : null
}

/** "a European Union diplomat": one person whom the article does not name goes by the printed words. */
function unnamed(inside: readonly Word[]): Speaker | null {
  const [opens] = inside
  if (!opens || !/^(?:a|an|one)$/u.test(opens.lower) || !inside.some((word) => roles.has(word.lower)))
    return null
  const comma = inside.findIndex((word) => word.lower === ',')
  const shown = comma > 0 ? inside.slice(0, comma) : inside
  const words = shown.map(
    (word, i) => (i > 0 && word.start > (shown[i - 1]?.end ?? 0) ? ' ' : '') + word.surface,
  )
  return { entity: null, name: words.join('') }
}

/**
 * He or she: the speaker just before (same or neighbouring sentence), else the one person named in the sentence or
 * the one before, if the gender allows.
 */
function pronoun(scene: Scene, word: Word, previous: Previous): Speaker | null {
  const fits = (person: Person): boolean => person.gender === null || person.gender === word.lower
  const recent = recentPersons(scene, word).filter(({ person }) => fits(person))
  if (previous && word.sentence - previous.sentence <= 2 && word.block - previous.block <= 1) {
    const speaker = scene.persons.find(({ entity }) => entity.id === previous.speaker.entity)
    const others = recent.filter(({ person }) => person !== speaker && person.gender === word.lower)
    if (speaker && fits(speaker) && (others.length === 0 || previous.block === word.block))
      return previous.speaker
  }
  const sure = recent.filter(({ person }) => person.gender === word.lower)
  const one = [sure, recent].find((list) => list.length === 1)?.[0] ?? recent.find(({ opens }) => opens)
  return one ? { entity: one.person.entity.id, name: one.person.entity.name } : roleBefore(scene, word)
}

/** The person whom the sentence before calls by a role, as its subject: "The mayor came late. “…,” she said." */
function roleBefore(scene: Scene, word: Word): Speaker | null {
  const { words } = scene
  let from = lowerBound(words, word.start)
  while (
    from > 0 &&
    word.sentence - (words[from - 1]?.sentence ?? 0) <= 2 &&
    words[from - 1]?.block === word.block
  )
    from--
  const role = words.findIndex((other, i) => i > from && i <= from + 4 && roles.has(other.lower))
  const inside = role < 0 ? [] : words.slice(from, role + 1)
  const speaker = byRole(scene, { start: words[from]?.start ?? 0 }, inside)
  const person = scene.persons.find(({ entity }) => entity.id === speaker?.entity)
  return person && (person.gender === null || person.gender === word.lower) ? speaker : null
}

type Recent = { readonly person: Person; readonly opens: boolean }

/** Persons named in the sentence of `at` before it, or in the sentence before; `opens`: at its beginning. */
function recentPersons({ words, persons }: Scene, at: Word): Recent[] {
  const here = lowerBound(words, at.start)
  let from = here
  const near = (word: Word | undefined): boolean =>
    word !== undefined && at.sentence - word.sentence <= (word.block === at.block ? 2 : 1)
  while (from > 0 && near(words[from - 1])) from--
  const stretch = { start: words[from]?.start ?? 0, end: at.start }
  return persons.flatMap((person) => {
    const mention = person.entity.mentions.find((span) => contains(stretch, span))
    return mention ? [{ person, opens: lowerBound(words, mention.start) - from <= 4 }] : []
  })
}

function singularOf(lower: string): string {
  return lower.endsWith('men') ? lower.slice(0, -3) + 'man' : lower.replace(/s$/u, '')
}

function isPlainPronoun({ pos, lower }: Word): boolean {
  return pos === 'PRON' && !lower.endsWith('self')
}
