/** What kind of thing a noun names, and how near two nouns are: WordNet 3.1, as data/english/nouns.txt holds it. */
import { background } from '../text/background.js'
import { stem } from '../text/stem.js'
import { wordFile } from './word-lists.js'
import { kept } from '../text/grouped.js'

type Noun = {
  /** Lexicographer files of the three commonest senses. */
  readonly files: readonly number[]
  readonly kinds: readonly NounKind[]
  readonly synsets: ReadonlySet<string>
  readonly first: string
  readonly above: ReadonlySet<string>
}

let lines: ReadonlyMap<string, string> | undefined
const read = new Map<string, Noun>()

/** Of the table's words few are ever asked for: a line is read when it is. */
function nounOf(word: string): Noun | undefined {
  const line = tableLines().get(word)
  return line === undefined ? undefined : kept(read, word, () => nounIn(line))
}

function tableLines(): ReadonlyMap<string, string> {
  lines ??= new Map(
    wordFile('nouns.txt')
      .lines('nouns')
      .map((line) => [line.split(' ', 1)[0] ?? '', line]),
  )
  return lines
}

function nounIn(line: string): Noun {
  const [, files = '', synsets = '', above = ''] = line.split(' ')
  const own = synsets.split(',')
  return {
    files: files.split(',').map(Number),
    kinds: [...new Set(files.split(',').flatMap((file) => kinds.get(Number(file)) ?? []))],
    synsets: new Set(own),
    first: own[0] ?? '',
    above: new Set(above === '-' ? [] : above.split(',')),
  }
}

/** Lexicographer files by the kinds that matter here. */
const kinds: ReadonlyMap<number, NounKind> = new Map([
  [18, 'person'],
  [14, 'group'],
  [4, 'event'],
  [11, 'event'],
  [26, 'event'],
  [22, 'event'],
  [28, 'time'],
  [15, 'place'],
  [10, 'word'],
  [9, 'idea'],
  [21, 'thing'],
  [6, 'thing'],
])

type NounKind = 'person' | 'group' | 'event' | 'place' | 'word' | 'idea' | 'thing' | 'time'

/** Whether the table holds a word, in lower case, as the base form of a noun. */
export function isNoun(word: string): boolean {
  return tableLines().has(word)
}

/** Kinds of the commonest senses, the commonest first; empty for words WordNet has not. */
export function kindsOf(lemma: string): readonly NounKind[] {
  return nounOf(lemma)?.kinds ?? []
}

/** The kind of the commonest sense; undefined where that is none of these. */
export function commonestKind(lemma: string): NounKind | undefined {
  return kinds.get(nounOf(lemma)?.files[0] ?? -1)
}

/** An act, what is planned or said of it, and how it ends are named by one another's nouns ("plan", "offer"). */
function families(lemma: string): readonly string[] {
  return kindsOf(lemma).map((kind) => (kind === 'word' || kind === 'idea' ? 'event' : kind))
}

export function isPersonNoun(lemma: string): boolean {
  const files = nounOf(lemma)?.files ?? []
  return files[0] === 18 || (files[1] === 18 && files[2] === 18)
}

/** Cosines from which on two nouns are near: with a synset in common or one above the other; under one; by use alone. */
const close = { linked: 0.25, siblings: 0.5, alone: 0.62 } as const

/**
 * `same`: one synset in their commonest sense. `near`: a kind in common, and linked in WordNet or used alike (cosine).
 * Null: neither.
 */
export function relation(a: string, b: string): 'same' | 'near' | null {
  if (a === b) return 'same'
  const key = a < b ? `${a} ${b}` : `${b} ${a}`
  return kept(relations, key, () => relate(a, b), mostRelations)
}

const relations = new Map<string, 'same' | 'near' | null>()
const mostRelations = 200_000

function relate(a: string, b: string): 'same' | 'near' | null {
  const one = nounOf(a)
  const other = nounOf(b)
  if (!one || !other) return null
  if (one.first === other.first) return 'same'
  if (!families(a).some((family) => families(b).includes(family))) return null
  const cosine = cosineOf(a, b)
  const linked =
    meets(one.synsets, other.synsets) || meets(one.above, other.synsets) || meets(one.synsets, other.above)
  if (linked && cosine >= close.linked) return 'near'
  if (meets(one.above, other.above) && cosine >= close.siblings) return 'near'
  return cosine >= close.alone ? 'near' : null
}

function meets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((item) => b.has(item))
}

export function cosineOf(a: string, b: string): number {
  const rows = background()
  return rows.cosine(rows.rowOf(stem(a)), rows.rowOf(stem(b)))
}
