/**
 * For each attribution, in text order, the person or body that speaks: the name in the source, whom a role or pronoun stands for, the
 * body a spokesman speaks for. Never a guess: a pronoun with two candidates, an unnamed official, a crowd are null.
 */
import type { Entity, Speaker } from '../../../model/annotation.js'
import type { Span } from '../../../model/span.js'
import { isCalendarWord } from '../../../english/calendar.js'
import { firstOrSecondPerson } from '../../../english/function-words.js'
import { isRelation, type Node } from '../../../english/parse/tree.js'
import { roles, titleWords, undotted } from '../../../english/roles.js'
import { hiddenPhrases, vagueNouns } from '../../../english/telling-verbs.js'
import { contains, firstEndingAfter, overlap } from '../../../text/spans.js'
import type { Word } from '../reading.js'
import {
  besideHead,
  creditOf,
  headOf,
  kindOfHead,
  nodeOf,
  ownerOf,
  singularOf,
  wordsIn,
  type HeadKind,
  type Teller,
  type Trees,
  type Utterance,
} from './heads.js'
import { type Person, personsOf } from './persons.js'
import { Referents } from './referents.js'
import { surenessOf } from './sureness.js'

type Scene = Trees & {
  readonly entities: readonly Entity[]
  readonly persons: readonly Person[]
  readonly referents: Referents
}

/** What is read of a source before anybody is looked for. */
type Source = {
  readonly span: Span
  readonly inside: readonly Word[]
  readonly head: Word
  readonly kind: HeadKind
  readonly content: readonly Span[]
}

const linking = /^(?:of|for|from|with|to|by|at|in|on|against|about|behind|like)$/u
const longestRole = 8
/** Credited is who is likely the one that tells: a wrong speaker is worse than none. */
const leastSure = 0.55
/** Sentences between two utterances of one speaker of whom only the first names him. */
const sentencesBack = 1
/** Between a statement and what else stands in it. */
const statementsBack = 4

export function speakersOf(
  utterances: readonly Utterance[],
  trees: Trees,
  entities: readonly Entity[],
  quoted: readonly Span[] = [],
): { readonly speakers: readonly (Speaker | null)[]; readonly pronouns: Referents['pronouns'] } {
  const { words } = trees
  const persons = personsOf(words, entities)
  const sources = utterances.flatMap(({ source }) => source).sort((a, b) => a.start - b.start)
  const referents = new Referents(words, persons, sources, quoted)
  const scene: Scene = { ...trees, entities, persons, referents }
  const found: (Speaker | null)[] = []
  let before: Before = { speaker: null, cue: undefined, end: 0 }
  for (const utterance of utterances) {
    const source = sourceOf(scene, utterance)
    const isRead = source && !isCutOff(quoted, source.span, utterance.content)
    const by = {
      read: () => source && speakerOf(scene, source),
      before: () => source && goingOn(scene, source, before),
    }
    const isMore = continuing.has(utterance.cueLemma ?? '')
    const speaker = isRead ? (isMore ? (by.before() ?? by.read()) : (by.read() ?? by.before())) : null
    found.push(speaker)
    const [cue] = utterance.cue
    if (utterance.parent === undefined && cue) before = { speaker, cue, end: lastEnd(utterance.content, cue) }
  }
  return { speakers: found, pronouns: referents.pronouns }
}

function sourceOf(scene: Scene, utterance: Utterance): Source | null {
  const [span] = utterance.source
  const credit = creditOf(scene, scene.entities, utterance)
  if (!span || !credit || surenessOf(credit) < leastSure) return null
  const { content } = utterance
  const { inside, head, headKind: kind, tellers } = credit
  if (kind !== 'who') return { span, inside, head, kind, content }
  const meant = antecedentOf(scene, span, head, tellers)
  const who = meant && kindOfHead(meant.head, scene.entities)
  // No place is a "who".
  return meant && who && who !== 'place name' ? { ...meant, kind: who, content } : null
}

/** "Democrats who say": the one spoken of; the noun right before, where the tree hangs the clause on nothing. */
function antecedentOf(
  scene: Scene,
  who: Span,
  head: Word,
  tellers: readonly Teller[],
): Pick<Source, 'span' | 'inside' | 'head'> | null {
  const whom = tellers.find((teller) => teller.head.end <= who.start || teller.head.start >= who.end)
  const inside = whom ? wordsIn(scene.words, whom) : []
  const antecedent = whom && headOf(inside, [whom])
  if (antecedent) return { span: whom, inside, head: antecedent }
  const before = beforeRelative(scene, head)
  return before ? { span: before, inside: [before], head: before } : null
}

/** "Ann Lowe, who": the noun right before, where the tree hangs the clause on nothing. */
function beforeRelative({ words }: Scene, who: Word): Word | undefined {
  const at = firstEndingAfter(words, who.start)
  const before = words[words[at - 1]?.lower === ',' ? at - 2 : at - 1]
  return before?.sentence === who.sentence && /^(?:NOUN|PROPN)$/u.test(before.pos) ? before : undefined
}

/** `end`: where what he said ends, or who said it stands. */
type Before = { readonly speaker: Speaker | null; readonly cue: Span | undefined; readonly end: number }

/** "He continued": the one who spoke before. */
const continuing: ReadonlySet<string> = new Set(['add', 'continue'])

const lastEnd = (content: readonly Span[], cue: Span): number =>
  Math.max(cue.end, ...content.map(({ end }) => end))

/** The one who spoke right before goes on, where nobody else is known for "he": "“…,” Lowe said. “…,” he added". */
function goingOn(scene: Scene, source: Source, { speaker, cue, end }: Before): Speaker | null {
  const { words, persons } = scene
  const { head, inside, kind, content } = source
  if (!speaker || !cue) return null
  const at = firstEndingAfter(words, cue.start)
  const spoke = words[at]?.sentence ?? -Infinity
  if (kind === 'document' && inside.length === 2 && inside[0]?.lower === 'the')
    return head.sentence - spoke <= statementsBack &&
      words.slice(at).some(({ sentence, lower }) => sentence === spoke && lower === head.lower)
      ? speaker
      : null
  const ended = words[firstEndingAfter(words, end - 1)]?.sentence ?? -Infinity
  if (kind !== 'he' || inside.length !== 1 || head.sentence - ended > sentencesBack) return null
  const person = persons.find(({ entity }) => entity.id === speaker.entity)
  if (!person || (person.gender !== null && person.gender !== head.lower)) return null
  const isAnother = persons.some(
    (other) =>
      other !== person &&
      other.gender !== opposite(head.lower) &&
      other.entity.mentions.some(
        (mention) =>
          mention.start > cue.end &&
          mention.end <= head.start &&
          !content.some((part) => contains(part, mention)),
      ),
  )
  return isAnother ? null : speaker
}

function opposite(pronoun: string): 'he' | 'she' {
  return pronoun === 'he' ? 'she' : 'he'
}

/** Who is named inside a quotation does not say what stands in another one. */
function isCutOff(quoted: readonly Span[], source: Span, content: readonly Span[]): boolean {
  const own = quoted.find((piece) => contains(piece, source))
  return (
    own !== undefined &&
    content.some((span) => quoted.some((piece) => piece !== own && overlap(piece, span) > 0))
  )
}

function speakerOf(scene: Scene, source: Source): Speaker | null {
  switch (source.kind) {
    case 'he':
      return asSpeaker(scene.referents.pronoun(source.head, source.content))
    case 'they':
    case 'it':
    case 'who':
    case 'pronoun':
      return null
    case 'person name':
    case 'body name':
    case 'place name':
    case 'other name':
    case 'name':
    case 'role':
    case 'person':
    case 'crowd':
    case 'hidden':
    case 'body':
    case 'document':
    case 'word':
    case 'time':
    case 'event':
    case 'thing':
    case 'none':
      return (
        named(scene, source) ??
        inApposition(scene, source) ??
        role(scene, source) ??
        byPartOfName(scene, source) ??
        ownerAsSpeaker(scene, source) ??
        printedSpeaker(scene, source)
      )
  }
}

function asSpeaker(person: Person | null): Speaker | null {
  if (!person) return null
  const { id, name } = person.entity
  return { entity: id === '' ? null : id, name }
}

/** The name that heads the source or stands beside its head; the body for which a spokesman speaks. */
function named(scene: Scene, { head, span }: Source): Speaker | null {
  const heads = [head, ...besideHead(scene, head)]
  const next = scene.words[firstEndingAfter(scene.words, head.end)]
  const found = scene.entities.filter(({ mentions }) =>
    mentions.some(
      (mention) =>
        heads.some((word) => contains(mention, word)) || (next?.start === mention.start && isTitle(head)),
    ),
  )
  const isAtHead = ({ mentions }: Entity): boolean => mentions.some((mention) => contains(mention, head))
  const people = found.filter(({ kind }) => kind === 'person')
  const one = nameAtEnd(scene, span) ?? people.find(isAtHead) ?? people[0] ?? found.find(isAtHead)
  if (one && (one.kind !== 'other' || !isGroup(one))) return { entity: one.id, name: one.name }
  if (!/^spokes|^representative$|^official$/u.test(singularOf(head.lower))) return null
  const body = scene.entities.find(
    ({ kind, mentions }) => kind === 'organisation' && mentions.some((mention) => overlap(mention, span) > 0),
  )
  return body ? { entity: body.id, name: body.name } : null
}

/** "the Kremlin aide": the one person the article has described so before, or the most salient of several. */
function role({ referents }: Scene, { span, inside }: Source): Speaker | null {
  const [opens] = inside
  if (!opens || inside.length > longestRole || !/^(?:the|his|her|their|its)$/u.test(opens.lower)) return null
  if (inside.some((word, i) => linking.test(word.lower) && inside[i - 1]?.lower !== 'head')) return null
  return asSpeaker(referents.role(span.start, inside))
}

function isTitle({ lower }: Word): boolean {
  return titleWords.has(undotted(lower))
}

/** "The harbour union president Ann Lowe", "the mayor, Ann Lowe": the name that ends the words before a comma, or begins behind it. */
function nameAtEnd({ words, persons }: Scene, span: Span): Entity | undefined {
  const inside = wordsIn(words, span)
  const phrase = until(inside, /^[,(]$/u)
  const behind = inside[phrase.length]?.lower === ',' ? inside[phrase.length + 1] : undefined
  const last = phrase.at(-1)
  return persons.find(({ entity: { mentions } }) =>
    mentions.some(({ start, end }) => {
      if (start === behind?.start) return true
      if (end !== last?.end || start < span.start) return false
      const before = phrase.findLast((word) => word.end <= start)
      return (
        before !== undefined && (roles.has(before.lower) || (phrase[0] !== undefined && isTitle(phrase[0])))
      )
    }),
  )?.entity
}

function until(words: readonly Word[], end: RegExp): readonly Word[] {
  const stop = words.findIndex(({ lower }, i) => i > 0 && end.test(lower))
  return stop > 0 ? words.slice(0, stop) : words
}

/** "Ann Lowe, the council's adviser, said": between commas behind a name. */
function inApposition({ words, persons }: Scene, { span }: Source): Speaker | null {
  const [name, comma] = words.slice(
    Math.max(0, firstEndingAfter(words, span.start) - 2),
    firstEndingAfter(words, span.start),
  )
  const closes = words[firstEndingAfter(words, span.end - 1) + 1]
  if (!name || comma?.lower !== ',' || closes?.lower !== ',') return null
  const one = persons.find(({ entity }) => entity.mentions.some(({ end }) => end === name.end))
  return asSpeaker(one ?? null)
}

/** "the committee": the one body named before that has the word in its name. */
function byPartOfName({ entities }: Scene, { kind, inside, head, span }: Source): Speaker | null {
  if (kind !== 'body' || inside.length !== 2 || inside[0]?.lower !== 'the') return null
  const known = entities.filter(
    ({ kind: what, name, mentions: [first] }) =>
      what === 'organisation' &&
      (first?.start ?? Infinity) < span.start &&
      name
        .toLowerCase()
        .split(/[\s-]+/u)
        .includes(head.lower),
  )
  const [one] = known
  return one && known.length === 1 ? { entity: one.id, name: one.name } : null
}

/** "Lowe's letter said": Lowe; not "Lowe's lawyer", who speaks for himself. */
function ownerAsSpeaker(scene: Scene, { head, kind, content, span }: Source): Speaker | null {
  if (!/^(?:document|word|event|none)$/u.test(kind)) return null
  const owner = ownerOf(scene, head)
  if (!owner || owner.start < span.start) return null
  return /^(?:his|her)$/u.test(owner.lower)
    ? asSpeaker(scene.referents.pronoun(owner, content))
    : named(scene, { head: owner, kind, content, span, inside: [owner] })
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
  const all = sources.flatMap((source) => namesIn(source, entities))
  const names = all.filter(({ end }, at) => !inTitle.test(text.slice(end, all[at + 1]?.start ?? end)))
  const at = names.findIndex(({ entity }) => entity === speaker.entity)
  if (speaker.entity === null || at < 0) return []
  const isJoined = (one: Named | undefined, next: Named | undefined): boolean =>
    one !== undefined && next !== undefined && joins.test(text.slice(one.end, next.start))
  let [from, to] = [at, at]
  while (isJoined(names[from - 1], names[from])) from--
  while (isJoined(names[to], names[to + 1])) to++
  const joined = names.slice(from, to + 1)
  if (!/(?:\band\b|&)/u.test(text.slice(joined[0]?.end, joined.at(-1)?.start))) return []
  const others = new Map(joined.map(({ entity, name }) => [entity, { entity, name }]))
  others.delete(speaker.entity)
  return [...others.values()]
}

/** A comma, "and", both; a place before, an article or a title behind. */
const joins =
  /^(?: of \p{Lu}[\p{L}.]{1,20}(?: \p{Lu}\p{Ll}{1,20})?)?(?:,| and|, and| &)\s(?:the\s)?(?:\p{Lu}\p{Ll}{1,11}\.?\s){0,4}$/u
/** "Senate" of "Senate Leader Ann Lowe". */
const inTitle = /^ (?:\p{Lu}\p{Ll}{1,11}\.? ){1,3}$/u

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

const longestPhrase = 12

/** Who goes by the words printed: a name that no entity stands for, people, a body, a document; never nobody in particular. */
function printedSpeaker(scene: Scene, { head, kind, inside }: Source): Speaker | null {
  if (!speaks[kind] || records.test(head.lower) || head.lower === 'one' || head.surface.length < 2)
    return null
  if (hiddenPhrases.test(printed(inside).toLowerCase())) return null
  // It is somebody's.
  if (head.lower === 'statement' && inside.length === 2) return null
  const phrase = phraseOf(scene, head, inside)
  const [first] = phrase
  if (!first) return null
  // "Letter said": a line that leaves out its articles, or half a phrase.
  if (first === head && head.tag !== 'NNS' && head.surface === head.lower) return null
  // "Your son": of whom, only the one who is quoted knows.
  if (firstOrSecondPerson.has(first.lower) || isNobodyInParticular(head, kind, phrase)) return null
  return { entity: null, name: printed(phrase) }
}

/** In these others are heard. */
const records = /^(?:video|tape|footage|recording|interview|transcript|camera|photo|picture)s?$/u

/** "Some residents", "three officials", "critics": not the same ones from sentence to sentence. */
function isNobodyInParticular(head: Word, kind: HeadKind, phrase: readonly Word[]): boolean {
  const [first] = phrase
  const isCounted = first?.pos === 'NUM' || counts.test(first?.lower ?? '')
  if (head.tag === 'NNS' && isCounted) return true
  const isVague = kind === 'crowd' || (vagueNouns.has(head.lemma) && (kind === 'body' || head.tag === 'NNS'))
  const telling = phrase.filter(
    ({ pos, start }) => /^(?:NOUN|PROPN)$/u.test(pos) || (pos === 'ADJ' && start < head.start),
  )
  return isVague && telling.length < 2 && first?.lower !== 'the'
}

const counts =
  /^(?:some|many|most|several|few|other|others|all|both|more|another|each|no|only|numerous|dozens|hundreds)$/u

/** Kinds of heads that can tell. */
const speaks: Readonly<Record<HeadKind, boolean>> = {
  'person name': true, 'body name': true, 'place name': false, 'other name': true, name: true, he: false, they: false,
  it: false, who: false, pronoun: false, role: true, person: true, crowd: true, hidden: false, body: true, document: true,
  word: true, time: false, event: true, thing: true, none: true,
} // prettier-ignore

/** The head with what stands before it and hangs on it, without clauses, names in apposition and times. */
function phraseOf(scene: Scene, head: Word, inside: readonly Word[]): readonly Word[] {
  const tree = scene.trees[head.sentence]
  const node = nodeOf(scene, head)
  if (!tree || !node) return []
  const under = new Set(
    tree.under(node, (child) => isApart(child) || isCalendarWord(child.lower)).map(({ index }) => index),
  )
  const at = inside.indexOf(head)
  const isPart = (word: Word | undefined): boolean =>
    word !== undefined && (under.has(word.index) || /^(?:-|['’]s?)$/u.test(word.lower))
  let from = at
  while (isPart(inside[from - 1]) || (inside[from - 1]?.pos === 'DET' && from > 0)) from--
  let to = at + 1
  while (isPart(inside[to])) to++
  while (from < at && /^(?:ADP|CCONJ|SCONJ|PUNCT|PART)$/u.test(inside[from]?.pos ?? '')) from++
  while (to > at + 1 && /^(?:PUNCT|PART)$/u.test(inside[to - 1]?.pos ?? '')) to--
  const whole = inside.slice(from, to)
  return whole.length > longestPhrase ? inside.slice(from, at + 1) : whole
}

function isApart({ label, pos }: Node): boolean {
  return (
    (pos === 'PUNCT' && label === 'punct') ||
    ['acl', 'appos', 'parataxis', 'advcl', 'ccomp', 'obl', 'nmod:unmarked', 'nsubj', 'cop', 'aux'].some(
      (name) => isRelation(label, name),
    )
  )
}

function printed(words: readonly Word[]): string {
  return words
    .map((word, i) => (i > 0 && word.start > (words[i - 1]?.end ?? 0) ? ' ' : '') + word.surface)
    .join('')
}
