/**
 * How near two words are: 1 for one stem or one thesaurus concept, the vectors' cosine where both have one and it says
 * something, else 0. Word weights come from the background table in the package, never from the event.
 */
import { background } from '../../text/background.js'
import { stem } from '../../text/stem.js'
import { quantise } from '../../text/quantise.js'
import type { Word } from '../context.js'

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

export function termOf(word: Word): Term {
  const stemmed = stem(word.norm)
  const row = background().rowOf(stemmed)
  const weight = Math.min(heaviest, background().weightOf(row))
  return { key: word.key, stem: stemmed, row, weight, proper: word.proper }
}

const cache = new Map<number, number>()
const cacheLimit = 2_000_000

export function likeness(a: Term, b: Term): number {
  if (a.key === b.key || a.stem === b.stem) return 1
  if (a.row < 0 || b.row < 0) return 0
  const at = Math.min(a.row, b.row) * 65536 + Math.max(a.row, b.row)
  const known = cache.get(at)
  if (known !== undefined) return known
  const cosine = background().cosine(a.row, b.row)
  const value = cosine < floor ? 0 : quantise(Math.min(1, cosine))
  if (cache.size >= cacheLimit) cache.clear()
  cache.set(at, value)
  return value
}
