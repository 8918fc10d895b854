/**
 * How near two words are: 1 for one stem or one thesaurus concept, the vectors' cosine where both have one and it says
 * something, else 0. Word weights come from the background table in the package, never from the event.
 */
import { background } from '../text/background.js'
import { stem } from '../text/stem.js'
import { quantise } from '../text/quantise.js'
import type { Word } from './view.js'
import { contentKey } from '../english/concepts.js'

/** A content word as a thing to look for. */
export type Term = {
  readonly key: string
  readonly stem: string
  readonly row: number
  readonly weight: number
  /** Printed with a capital. */
  readonly proper: boolean
}

/** Below this cosine two words say nothing of each other. */
const floor = 0.5
/** Rare words weigh at most this much, so that one name does not decide alone. */
const heaviest = 8

const terms = new Map<string, Term>()
const termLimit = 100_000

/**
 * The term of a word. Terms are kept for the whole process, so a term hangs on these two alone: what is compared next
 * must not depend on what was compared before.
 */
export function termOf(word: Pick<Word, 'norm' | 'proper'>): Term {
  const id = word.proper ? `^${word.norm}` : word.norm
  const known = terms.get(id)
  if (known) return known
  if (terms.size >= termLimit) terms.clear()
  const made = makeTerm(word)
  terms.set(id, made)
  return made
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

export function likeness(a: Term, b: Term): number {
  if (a === b || a.key === b.key || a.stem === b.stem) return 1
  const low = Math.min(a.row, b.row)
  const high = Math.max(a.row, b.row)
  if (low < 0 || high >= rowLimit) return 0
  const at = low * rowLimit + high
  const known = cache.get(at)
  if (known !== undefined) return known
  const cosine = background().cosine(low, high)
  const value = cosine < floor ? 0 : quantise(Math.min(1, cosine))
  if (cache.size >= cacheLimit) cache.clear()
  cache.set(at, value)
  return value
}
