/** Who the trees say tells: the word that heads a source, the subject of a cue, and what kind of thing it is. No name is resolved. */
import type { Entity, Quote } from '../../../model/annotation.js'
import type { Span } from '../../../model/span.js'
import { isCalendarWord } from '../../../english/calendar.js'
import { commonestKind, isPersonNoun } from '../../../english/nouns.js'
import { organisationHeads } from '../../../english/organisations.js'
import { isRelation, type Node, type Tree } from '../../../english/parse/tree.js'
import { argumentsOf } from '../../../english/propositions/arguments.js'
import { roles } from '../../../english/roles.js'
import {
  bodyNouns,
  crowdNouns,
  documentNouns,
  hiddenNouns,
  speechVerbs,
  stanceOf,
} from '../../../english/telling-verbs.js'
import { contains, firstEndingAfter } from '../../../text/spans.js'
import type { Found, Word, WordRange } from '../reading.js'

export type Trees = { readonly words: readonly Word[]; readonly trees: readonly Tree[] }

export function wordsIn(words: readonly Word[], span: Span): readonly Word[] {
  return words.slice(firstEndingAfter(words, span.start), firstEndingAfter(words, span.end - 1) + 1)
}

export function nodeOf({ trees }: Trees, word: Word): Node | undefined {
  return trees[word.sentence]?.nodes[word.index]
}

/** The verb of a cue, or its last word. */
export function cueWord(inside: readonly Word[]): Word | undefined {
  return inside.findLast(({ pos }) => pos === 'VERB') ?? inside.findLast(({ pos }) => pos !== 'PUNCT')
}

/** An attribution as it is weighed: its source's head, whom the tree has for its teller. */
export type Credit = Pick<Quote, 'kind' | 'confidence' | 'cueLemma'> & {
  readonly cue: Word | undefined
  readonly inside: readonly Word[]
  readonly head: Word
  readonly headKind: HeadKind
  readonly tellers: readonly Teller[]
  /** Not found beside the cue, but by the tree. */
  readonly byTree: boolean
}

export type Utterance = Pick<Quote, 'kind' | 'confidence' | 'cueLemma' | 'source' | 'cue' | 'content'> & {
  readonly parent?: string | undefined
  readonly byTree: boolean
}

export function creditOf(trees: Trees, entities: readonly Entity[], utterance: Utterance): Credit | null {
  const [source] = utterance.source
  if (!source) return null
  const inside = wordsIn(trees.words, source)
  const cue = cueWord(utterance.cue.flatMap((part) => wordsIn(trees.words, part)))
  const tellers = cue ? tellersOf(trees, cue) : []
  const head = headOf(inside, tellers)
  const { kind, confidence, cueLemma, byTree } = utterance
  return head
    ? { kind, confidence, cueLemma, byTree, cue, inside, head, headKind: kindOfHead(head, entities), tellers }
    : null
}

export type Teller = Span & { readonly head: Span; readonly shared: boolean; readonly isName: boolean }

/** Who does what the cue says: the subject of a verb, whom coordinated and lower verbs share it with; the owner of a noun. */
export function tellersOf(trees: Trees, cue: Word): readonly Teller[] {
  const tree = trees.trees[cue.sentence]
  const node = nodeOf(trees, cue)
  if (!tree || !node) return []
  if (node.pos === 'NOUN')
    return tree.by(node, 'nmod:poss').map((owner) => ({
      start: owner.start,
      end: owner.end,
      head: owner,
      shared: false,
      isName: owner.pos === 'PROPN',
    }))
  return argumentsOf(tree, node).flatMap(({ role, start, end, head: { start: at }, shared = false }) => {
    const head = tree.nodes.find((one) => one.start === at)
    if (role !== 'subject' || !head) return []
    const paper = shared ? paperAbove(tree, head) : undefined
    const told = paper ?? head
    return [{ start: Math.min(start, told.start), end, head: told, shared, isName: told.pos === 'PROPN' }]
  })
}

/** "Letters to Lowe saying": the letters say it. */
function paperAbove(tree: Tree, node: Node): Node | undefined {
  const above = isRelation(node.label, 'nmod') ? tree.headOf(node) : undefined
  return above && documentNouns.has(above.lemma) ? above : undefined
}

/** The word that the others of a source hang on: the tree’s teller, else the first that hangs on nothing inside; of a clause its subject. */
export function headOf(inside: readonly Word[], tellers: readonly Teller[]): Word | undefined {
  const told = inside.find((word) => tellers.some(({ head }) => head.start === word.start))
  if (told) return told
  const [first] = inside
  const from = first?.index ?? 0
  const tops = inside.filter(
    ({ pos, head, sentence }) =>
      pos !== 'PUNCT' && sentence === first?.sentence && (head < from || head >= from + inside.length),
  )
  const isOwner = ({ index }: Word): boolean => /^['’]s?$/u.test(inside[index - from + 1]?.lower ?? '')
  const top = tops.find((word) => isNominal(word) && !isOwner(word)) ?? tops.find(isNominal) ?? tops[0]
  if (!top || isNominal(top)) return top
  // "Said Ann Lowe, an aide, when it was over": a name before a comma is easily read as who is spoken to.
  const under = (label: string): Word | undefined =>
    inside.find((word) => word.head === top.index && isRelation(word.label, label))
  return under('vocative') ?? under('nsubj') ?? top
}

function isNominal({ pos }: Word): boolean {
  return pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON'
}

/** Words that name one thing with the head: "Ann Lowe", "the mayor, Ann Lowe"; of "a former mayor" behind a name that name. */
export function besideHead(trees: Trees, head: Word): readonly Node[] {
  const tree = trees.trees[head.sentence]
  const node = nodeOf(trees, head)
  if (!tree || !node) return []
  const above = isRelation(node.label, 'appos') ? tree.headOf(node) : undefined
  return [...(above ? [above] : []), ...tree.by(node, 'flat', 'appos', 'nmod:desc')]
}

/** The source of a cue with none right beside it, by the tree, in words’ numbers: "Lowe came in and said"; of two tellers both. */
export function sourceByTree(
  trees: Trees,
  item: Pick<Found, 'content' | 'cue' | 'source'>,
): WordRange | null {
  const { words } = trees
  const { source, content } = item
  const cue = item.cue && cueWord(words.slice(item.cue.from, item.cue.to))
  const tellers = cue ? tellersOf(trees, cue) : []
  const places = tellers.map(({ head }) => firstEndingAfter(words, head.start))
  if (source) {
    const isJoined = words[source.from - 1]?.lower === 'and' && places.includes(source.from - 2)
    return isJoined
      ? { from: source.from - 2, to: source.to }
      : (roundSource(trees, source, tellers) ?? nearer(trees, source, tellers, item.cue) ?? source)
  }
  const [at] = places
  const [teller] = tellers
  if (!cue || !teller || at === undefined || content.some(({ from, to }) => from <= at && at < to))
    return null
  const isSaid = stanceOf(cue.lemma) !== null && cue.pos === 'VERB' && (cue.tag !== 'VBN' || !teller.shared)
  if (!isSaid || words[at]?.pos === 'DET') return null
  const isPart = (word: Word | undefined): boolean =>
    word !== undefined && word.pos !== 'PUNCT' && teller.start <= word.start && word.end <= teller.end
  let from = at
  while (isPart(words[from - 1])) from--
  let to = at + 1
  while (isPart(words[to])) to++
  return { from, to }
}

/** "A letter to Lowe says": of a subject of which the source found is a part, the whole. */
function roundSource({ words }: Trees, source: WordRange, tellers: readonly Teller[]): WordRange | undefined {
  const [teller, second] = tellers
  if (!teller || second || teller.shared) return undefined
  const at = firstEndingAfter(words, teller.head.start)
  const from = firstEndingAfter(words, teller.start)
  const head = words[at]
  const isRound = head !== undefined && from <= at && at < source.from && source.from - from < longestBefore
  const isPlain = words.slice(from, source.from).every(({ pos }) => pos !== 'PUNCT')
  if (!isRound || !isPlain || head.pos !== 'NOUN' || nounKind(head) === 'time') return undefined
  return { from, to: source.to }
}

const longestBefore = 9

/** "Some praised the plan, but Lowe said": the subject beside the verb, where a clause of its own parts it from the source found. */
function nearer(
  { words }: Trees,
  source: WordRange,
  tellers: readonly Teller[],
  cue: WordRange | null,
): WordRange | undefined {
  const [teller, second] = tellers
  const lemma = cue && cueWord(words.slice(cue.from, cue.to))?.lemma
  if (!lemma || !speechVerbs.has(lemma) || !teller?.isName || second || teller.shared) return undefined
  const from = firstEndingAfter(words, teller.start)
  const at = firstEndingAfter(words, teller.head.start)
  const isBetween = source.to <= from && at < cue.from && !isCalendarWord(words[at]?.lower ?? '')
  const isApart = words.slice(source.to, from).some(({ pos }) => pos === 'VERB')
  return isBetween && isApart
    ? { from, to: Math.min(cue.from, firstEndingAfter(words, teller.end - 1) + 1) }
    : undefined
}

/** The owner of what is written or said: "Lowe's letter". */
export function ownerOf(trees: Trees, head: Word): Word | undefined {
  const tree = trees.trees[head.sentence]
  const node = nodeOf(trees, head)
  const owner = tree && node ? tree.by(node, 'nmod:poss')[0] : undefined
  if (owner) return trees.words[firstEndingAfter(trees.words, owner.start)]
  let at = firstEndingAfter(trees.words, head.start) - 1
  while (/^(?:NOUN|ADJ)$/u.test(trees.words[at]?.pos ?? '')) at--
  return trees.words[at]?.tag === 'POS' ? trees.words[at - 1] : undefined
}

export const headKinds = [
  'person name', 'body name', 'place name', 'other name', 'name', 'he', 'they', 'it', 'who', 'pronoun',
  'role', 'person', 'crowd', 'hidden', 'body', 'document', 'word', 'time', 'event', 'thing', 'none',
] as const // prettier-ignore
export type HeadKind = (typeof headKinds)[number]

export function kindOfHead(head: Word, entities: readonly Entity[]): HeadKind {
  const named = entities.filter(({ mentions }) => mentions.some((mention) => contains(mention, head)))
  const one = named.find(({ kind }) => kind === 'person') ?? named[0]
  const { pos, lower } = head
  if (isCalendarWord(lower)) return 'time'
  if (one) return nameKinds[one.kind]
  if (pos === 'PRON' || pos === 'DET') return pronounKind(lower)
  return nounKind(head)
}

const nameKinds = {
  person: 'person name',
  organisation: 'body name',
  place: 'place name',
  other: 'other name',
} as const

function pronounKind(lower: string): HeadKind {
  if (/^(?:s?he|his|her|him)$/u.test(lower)) return 'he'
  if (/^(?:they|them|their|both|all)$/u.test(lower)) return 'they'
  if (/^its?$/u.test(lower)) return 'it'
  if (/^(?:who|whom|that|which|whose)$/u.test(lower)) return 'who'
  return crowdNouns.has(lower) ? 'crowd' : 'pronoun'
}

function nounKind({ pos, lower, lemma }: Word): HeadKind {
  const noun = pos === 'PROPN' ? singularOf(lower) : lemma.toLowerCase()
  if (hiddenNouns.has(noun)) return 'hidden'
  if (roles.has(noun)) return 'role'
  if (documentNouns.has(noun)) return 'document'
  if (crowdNouns.has(lower)) return 'crowd'
  if (organisationHeads.has(noun) || bodyNouns.has(noun)) return 'body'
  if (isPersonNoun(noun)) return 'person'
  switch (commonestKind(noun)) {
    case 'person':
      return 'person'
    case 'group':
      return 'body'
    case 'word':
      return 'word'
    case 'event':
    case 'idea':
      return 'event'
    case 'time':
      return 'time'
    case 'place':
    case 'thing':
      return 'thing'
    case undefined:
      return pos === 'PROPN' ? 'name' : 'none'
  }
}

export function singularOf(lower: string): string {
  return lower.endsWith('men') ? `${lower.slice(0, -3)}man` : lower.replace(/(?<=[^s])s$/u, '')
}
