/** The content words of a text as terms to look for, and how near two are. Weights come from the background table, never the event. */
import { background } from '../text/background.js'
import { stem } from '../text/stem.js'
import { levels, searched } from './levels.js'
import { nearness, type Stem } from './nearness.js'
import { quantise } from '../text/quantise.js'
import { wordsIn, type ArticleView, type Word } from './view.js'
import type { Span } from '../model/span.js'
import { contentKey } from '../english/concepts.js'

/** A content word as a thing to look for. */
export type Term = Stem & {
  readonly key: string
  readonly weight: number
  /** Printed with a capital. */
  readonly proper: boolean
}

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

/** The same of parts of an article. */
export function termsIn(view: ArticleView, spans: readonly Span[]): readonly Term[] {
  return termsOf(spans.flatMap((span) => wordsIn(view, span)))
}

function makeTerm({ norm, proper }: Pick<Word, 'norm' | 'proper'>): Term {
  const stemmed = stem(norm)
  const row = background().rowOf(stemmed)
  const weight = Math.min(searched.heaviest, background().weightOf(row))
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
  const pair = low * rowLimit + high
  const known = cache.get(pair)
  if (known !== undefined) return known
  const value = measured(a, b)
  if (cache.size >= cacheLimit) cache.clear()
  cache.set(pair, value)
  return value
}

function measured(a: Term, b: Term): number {
  const near = nearness(a, b)
  return near < levels.term ? 0 : quantise(near)
}
