/**
 * In:    attributions of one article in text order, its words and entities.
 * Out:   for each the person or body that speaks: the name in the source, the person a role or pronoun stands for, the
 *        body a spokesman speaks for.
 * Never: guesses: a pronoun with two candidates, an unnamed official, a crowd stay unresolved (null).
 */
import type { Entity, SourceClass, Speaker } from '../../../model/annotation.js'
import type { Span } from '../../../model/span.js'
import { contains, firstEndingAfter, overlap } from '../../../text/spans.js'
import { roles } from '../../../english/roles.js'
import { hiddenNouns, crowdNouns, vagueNouns, stanceOf } from '../../../english/telling-verbs.js'
import { looksTitled } from '../../entities/name-words.js'
import { Referents } from './referents.js'
import { type Person, personsOf } from './persons.js'
import type { Word } from '../reading.js'
import { isPersonNoun } from '../../../english/nouns.js'
import { isCalendarWord } from '../../../english/calendar.js'

type Utterance = {
  readonly sourceClass?: SourceClass | undefined
  readonly cueLemma: string | null
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

const linking = /^(?:of|for|from|with|to|by|at|in|on|against|about|behind|like)$/u
const longestRole = 8
const sentencesBack = 1
/** Words between a name and the relative clause that speaks of it. */
const longestAside = 14

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
  const found: (Speaker | null)[] = []
  for (const utterance of utterances) {
    const [source] = utterance.source
    const isRead = source && !isCutOff(quoted, source, utterance.content)
    found.push(
      isRead ? (speakerOf(scene, source, utterance) ?? goingOn(scene, source, found.at(-1) ?? null)) : null,
    )
  }
  return found
}

/** "“…,” Lowe said. “…,” he added": the one who spoke right before, a sentence or two away. */
function goingOn({ words, persons, referents }: Scene, source: Span, before: Speaker | null): Speaker | null {
  const [word, more] = words.slice(firstEndingAfter(words, source.start), firstEndingAfter(words, source.end))
  const person = persons.find(({ entity }) => entity.id === before?.entity)
  if (!word || more || !person || !/^(?:he|she)$/u.test(word.lower) || referents.isStranger(word)) return null
  const named = person.entity.mentions.findLast(({ end }) => end <= word.start)
  const sentence = named ? words[firstEndingAfter(words, named.start)]?.sentence : undefined
  const isNear = sentence !== undefined && word.sentence - sentence <= sentencesBack
  return isNear && (person.gender === null || person.gender === word.lower) ? before : null
}

/** Who is named inside a quotation does not say what stands in another one. */
function isCutOff(quoted: readonly Span[], source: Span, content: readonly Span[]): boolean {
  const own = quoted.find((piece) => contains(piece, source))
  return (
    own !== undefined &&
    content.some((span) => quoted.some((piece) => piece !== own && overlap(piece, span) > 0))
  )
}

function speakerOf(scene: Scene, source: Span, utterance: Utterance): Speaker | null {
  const first = firstEndingAfter(scene.words, source.start)
  const inside = scene.words.slice(first, firstEndingAfter(scene.words, source.end - 1) + 1)
  const only = inside.length <= 2 ? inside.find(({ pos }) => pos === 'PRON') : undefined
  if (only && /^(?:who|whom|which|that)$/u.test(only.lower)) return relative(scene, first)
  if (only && inside.length === 1 && only.lower.endsWith('self')) return relative(scene, first)
  if (only && !only.lower.endsWith('self'))
    return /^(?:he|she)$/u.test(only.lower)
      ? asSpeaker(scene.referents.pronoun(only, afterColon(scene, utterance.content)))
      : null
  return (
    named(scene, source, inside) ??
    role(scene, source, inside) ??
    printedSpeaker(inside, utterance, isTitled(scene.words, inside))
  )
}

/** In a line where most longer words have a capital. */
function isTitled(words: readonly Word[], inside: readonly Word[]): boolean {
  const { sentence } = inside[0] ?? { sentence: -1 }
  let from = firstEndingAfter(words, inside[0]?.start ?? 0)
  while (words[from - 1]?.sentence === sentence) from--
  const rest = words.slice(from + 1).findIndex((word) => word.sentence !== sentence)
  return looksTitled(words.slice(from, rest < 0 ? words.length : from + 1 + rest))
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
 * "Bloomberg, who added", "Elise Laurent, 31, who", "Piet Kramer, a former mayor and preacher who": the name before it, an
 * aside read over.
 */
function relative({ words, entities, persons }: Scene, at: number): Speaker | null {
  const last = words[at - 1]?.lower === ',' ? at - 2 : at - 1
  const named = (i: number): Entity | undefined =>
    [...persons.map(({ entity }) => entity), ...entities.filter(({ kind }) => kind === 'organisation')].find(
      ({ mentions }) => mentions.some(({ end }) => end === words[i]?.end),
    )
  for (let i = last; i > 0 && last - i <= longestAside; i--) {
    const { pos, lower } = words[i] ?? {}
    const one = i === last || isAside(words, i, last) ? named(i) : undefined
    if (one) return { entity: one.id, name: one.name }
    if (pos === 'VERB' || pos === 'AUX' || lower === '.') return null
    if (pos === 'CCONJ' && words[i - 1]?.lower === ',') return null
  }
  return null
}

/** A comma behind word `i`, and an aside up to word `last`: an age, a noun phrase that begins with an article or an owner. */
function isAside(words: readonly Word[], i: number, last: number): boolean {
  const [comma, first] = words.slice(i + 1, i + 3)
  if (comma?.lower !== ',' || i + 2 > last) return false
  return words[last + 1]?.lower === ',' || first?.pos === 'DET'
}

/** The name that heads the source: not one behind a preposition, before a possessive mark or before a role. */
function named(scene: Scene, source: Span, inside: readonly Word[]): Speaker | null {
  const inSource = scene.entities.flatMap((entity) =>
    entity.mentions.filter((mention) => overlap(mention, source) > 0).map((mention) => ({ entity, mention })),
  )
  inSource.sort((a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end)
  let body: Entity | undefined
  const roleAt = inside.find(
    (word) => roles.has(singularOf(word.lower)) && !inSource.some(({ mention }) => contains(mention, word)),
  )
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

/** Not a word for unnamed people with a capital at the head of a sentence (`Sources said`). */
function isNamed({ name }: Entity): boolean {
  return !hiddenNouns.has(singularOf(name.toLowerCase()))
}

/** "the Russians", "Democrats": a crowd. */
function isGroup({ name }: Entity): boolean {
  return /\p{Ll}s$/u.test(name)
}

type Named = Span & Speaker

export function spokenWith(
  text: string,
  sources: readonly Span[],
  speaker: Speaker,
  entities: readonly Entity[],
): readonly Speaker[] {
  const names = sources.flatMap((source) => namesIn(source, entities))
  const first = names.findIndex(({ entity }) => entity === speaker.entity)
  if (speaker.entity === null || first < 0) return []
  const joined: Named[] = []
  for (let at = first + 1; at < names.length; at++) {
    const [before, name] = [names[at - 1], names[at]]
    if (!before || !name || !joins.test(text.slice(before.end, name.start))) break
    joined.push(name)
  }
  const last = joined.at(-1)
  const from = names[first]
  if (!last || !from || !/(?:\band\b|&)/u.test(text.slice(from.end, last.start))) return []
  const others = new Map(joined.map(({ entity, name }) => [entity, { entity, name }]))
  others.delete(speaker.entity)
  return [...others.values()]
}

/** A comma, "and", both; an article or one word of a title behind. */
const joins = /^(?:,| and|, and| &)\s(?:the\s|\p{Lu}\p{Ll}{1,11}\.?\s)?$/u

/** People and bodies, the longest where two names stand in one place. */
function namesIn(source: Span, entities: readonly Entity[]): readonly Named[] {
  const all = entities
    .filter(({ kind }) => kind === 'person' || kind === 'organisation')
    .flatMap(({ id, name, mentions }) =>
      mentions
        .filter((mention) => contains(source, mention))
        .map(({ start, end }): Named => ({ start, end, entity: id, name })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end)
  return all.filter((one, at) => !all.slice(0, at).some((other) => contains(other, one)))
}

// ---- printed speakers

type Credit = { readonly sourceClass?: SourceClass | undefined; readonly cueLemma: string | null }

const longestPhrase = 12
const ends =
  /^(?:of|for|from|with|to|by|at|in|on|against|about|behind|under|near|after|who|whom|whose|which|that|,|–|—|\()$/u
const indefinite = /^(?:a|an|one|another|some|many|most|several|others)$/u

function printedSpeaker(inside: readonly Word[], credit: Credit, titled: boolean): Speaker | null {
  const words = (titled ? null : printedName(inside)) ?? described(inside, credit)
  return words ? { entity: null, name: printed(words) } : null
}

/** A name that no entity stands for. */
function printedName(inside: readonly Word[]): readonly Word[] | null {
  const names = inside.filter(({ lower }) => !lower.endsWith('self'))
  return names.length > 0 && names.length <= 4 && names.every(isName) ? names : null
}

function isName({ pos, surface, lower }: Word): boolean {
  return (
    pos === 'PROPN' &&
    /^\p{Lu}[^'’]/u.test(surface) &&
    !roles.has(singularOf(lower)) &&
    !/\p{Ll}s$/u.test(surface)
  )
}

/** The noun phrase up to its first comma; of one behind "a" only a person. */
function described(inside: readonly Word[], credit: Credit): readonly Word[] | null {
  const phrase = until(inside, ends)
  const [opens] = phrase
  const head = phrase.at(-1)
  if (!opens || !head || phrase.length > longestPhrase || !/^(?:NOUN|PROPN|ADJ)$/u.test(head.pos)) return null
  if (phrase.some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return null
  const isMeant = indefinite.test(opens.lower) ? isPerson(head) : isTold(phrase, head, credit)
  return isMeant ? withoutTime(until(inside, /^[,(]$/u)) : null
}

/** Of papers one that tells, and says more of itself than "the statement": that is somebody's. */
function isTold(phrase: readonly Word[], { lower }: Word, { sourceClass, cueLemma }: Credit): boolean {
  switch (sourceClass) {
    case 'document':
      return (
        stanceOf(cueLemma ?? '') !== null &&
        !records.test(lower) &&
        (phrase.length > 2 || lower !== 'statement')
      )
    case 'role':
    case 'organisation':
    case 'named':
      return phrase.length > 1
    case 'collective':
      return !vagueNouns.has(singularOf(lower))
    case 'anonymous':
    case 'pronoun':
    case undefined:
      return false
  }
}

/** In these others are heard. */
const records = /^(?:video|tape|footage|recording|interview|transcript|camera|photo|picture)s?$/u

function isPerson({ lower, surface }: Word): boolean {
  if (crowdNouns.has(lower) || hiddenNouns.has(lower) || /[^s]s$|men$|people$/u.test(lower)) return false
  return roles.has(lower) || (surface === lower && isPersonNoun(lower))
}

function until(words: readonly Word[], end: RegExp): readonly Word[] {
  const stop = words.findIndex(({ lower }, i) => i > 0 && end.test(lower))
  return stop > 0 ? words.slice(0, stop) : words
}

/** Not "a staffer on Friday". */
function withoutTime(words: readonly Word[]): readonly Word[] {
  const at = words.findIndex(({ lower }, i) => lower === 'on' && isCalendarWord(words[i + 1]?.lower ?? ''))
  return at > 0 ? words.slice(0, at) : words
}

function printed(words: readonly Word[]): string {
  return words
    .map((word, i) => (i > 0 && word.start > (words[i - 1]?.end ?? 0) ? ' ' : '') + word.surface)
    .join('')
}

function singularOf(lower: string): string {
  return lower.endsWith('men') ? lower.slice(0, -3) + 'man' : lower.replace(/s$/u, '')
}
