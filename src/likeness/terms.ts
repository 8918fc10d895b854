/**
 * The content words of a text as terms to look for, and how near two are. Weights come from the background table in the
 * package, never from the event.
 */
import { background } from '../text/background.js'
import { stem } from '../text/stem.js'
import { levels } from './levels.js'
import { nearness, type Stem } from './nearness.js'
import { quantise } from '../text/quantise.js'
import type { Word } from './view.js'
import { contentKey } from '../english/concepts.js'
import { kept } from '../text/grouped.js'

/** A content word as a thing to look for. */
export type Term = Stem & {
  readonly key: string
  readonly weight: number
  /** Printed with a capital. */
  readonly proper: boolean
}

/** Rare words weigh at most this much, so that one name does not decide alone. */
const heaviest = 8

const terms = new Map<string, Term>()
const termLimit = 100_000

/**
 * The term of a word. Terms are kept for the whole process, so a term hangs on these two alone: what is compared next
 * must not depend on what was compared before.
 */
export function termOf(word: Pick<Word, 'norm' | 'proper'>): Term {
  return kept(terms, word.proper ? `^${word.norm}` : word.norm, () => makeTerm(word), termLimit)
}

/** The content words of a passage as terms, each key once; function words left out. */
export function termsOf(words: readonly Word[]): readonly Term[] {
  return [...new Map(words.flatMap((word) => (word.key === '' ? [] : [[word.key, termOf(word)]]))).values()]
}

function makeTerm({ norm, proper }: Pick<Word, 'norm' | 'proper'>): Term {
  const stemmed = stem(norm)
  const row = background().rowOf(stemmed)
  const weight = Math.min(heaviest, background().weightOf(row))
  return { key: contentKey(norm), stem: stemmed, row, weight, proper }
}

const cache = new Map<number, number>()
const cacheLimit = 2_000_000
/** Rows with a vector are fewer than this: a pair of rows is one small integer. */
const rowLimit = 32_768

/** 1 for one stem or one thesaurus concept, else how near the two are (nearness.ts). */
export function likeness(a: Term, b: Term): number {
  if (a === b || a.key === b.key) return 1
  const low = Math.min(a.row, b.row)
  const high = Math.max(a.row, b.row)
  if (low < 0 || high >= rowLimit) return measured(a, b)
  return kept(cache, low * rowLimit + high, () => measured(a, b), cacheLimit)
}

function measured(a: Term, b: Term): number {
  const near = nearness(a, b)
  return near < levels.term ? 0 : quantise(near)
}
