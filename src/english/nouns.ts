/** What kind of thing a noun names: WordNet 3.1, as data/english/nouns.txt holds it. */
import { wordFile } from './word-lists.js'
import { kept } from '../text/grouped.js'

type Noun = {
  /** Lexicographer files of the three commonest senses. */
  readonly files: readonly number[]
  readonly kinds: readonly NounKind[]
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
  const files = (line.split(' ')[1] ?? '').split(',').map(Number)
  return { files, kinds: [...new Set(files.flatMap((file) => kinds.get(file) ?? []))] }
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

export function isPersonNoun(lemma: string): boolean {
  const files = nounOf(lemma)?.files ?? []
  return files[0] === 18 || (files[1] === 18 && files[2] === 18)
}
