/**
 * The second, looser search: before an absence is published, tries to find the thing after all.
 *
 * In:    an article and what is looked for (passages that tell it elsewhere).
 * Out:   the passage that comes closest, and how close: 0..1, the weighted share of the sought content words that the
 *        passage holds, by stem, thesaurus concept or nearness of word vectors. A passage is a sentence, a headline or
 *        a list item, read together with the one before it so that a pronoun finds its name.
 * Never: weighs by what other articles say, so that an added article changes nothing.
 */
import type { Span } from '../../model/span.js'
import { quantise } from '../../text/quantise.js'
import { wordsIn, type ArticleView } from '../context.js'
import { likeness, termOf, type Term } from './likeness.js'

/** Terms with their background weight (`full`) beside the one that counts here. */
export type Needle = readonly (Term & { readonly full: number })[]

export type Found = { readonly score: number; readonly span: Span }

type Haystack = {
  readonly passages: readonly { readonly span: Span; readonly terms: readonly Term[] }[]
  /** In how many passages a key stands. */
  readonly spread: ReadonlyMap<string, number>
  /** For a sought stem: the best likeness in each passage. */
  readonly looked: Map<string, Float64Array>
}

const haystacks = new WeakMap<ArticleView, Haystack>()

function haystackOf(view: ArticleView): Haystack {
  const known = haystacks.get(view)
  if (known) return known
  const passages = view.sentences.map(({ start, end }) => ({
    span: { start, end },
    terms: unique(
      wordsIn(view, { start, end })
        .filter((word) => word.key !== '')
        .map(termOf),
    ),
  }))
  const spread = new Map<string, number>()
  for (const { terms } of passages) for (const { key } of terms) spread.set(key, (spread.get(key) ?? 0) + 1)
  const made = { passages, spread, looked: new Map<string, Float64Array>() }
  haystacks.set(view, made)
  return made
}

function unique(terms: readonly Term[]): readonly Term[] {
  return [...new Map(terms.map((term) => [term.key, term])).values()]
}

/** What passages are about: their content words, weighted down where their own article repeats them all the time. */
export function needleOf(view: ArticleView, spans: readonly Span[]): Needle {
  const { spread } = haystackOf(view)
  const words = spans.flatMap((span) => wordsIn(view, span)).filter((word) => word.key !== '')
  return unique(words.map(termOf)).map((term) => ({
    ...term,
    full: term.weight,
    weight: term.weight * rarity(spread.get(term.key) ?? 1),
  }))
}

/** Likeness from which on a word of the article counts as the sought one. */
const sameWord = 0.75

/** Whether an article has a word, or one that stands for it, anywhere. */
export function holds(view: ArticleView, term: Term): boolean {
  return bestLikeness(haystackOf(view), term).some((likeness) => likeness >= sameWord)
}

function rarity(sentences: number): number {
  return 1 / (1 + Math.log(Math.max(1, sentences)))
}

/** Share of a word's weight that it is worth in the passage before. */
const carriedOver = 0.5
/** Added once where a passage holds a sought name that stands in few passages of its article: same actors, same topic. */
const rareNameBonus = 0.12
const rareName = { passages: 2, weight: 6 } as const

export function closest(view: ArticleView, needles: readonly Needle[]): Found | null {
  const haystack = haystackOf(view)
  let best: Found | null = null
  for (const needle of needles) {
    const terms = needle.map((term) => ({
      weight: Math.min(term.weight, Math.max(1, term.weight) * rarity(haystack.spread.get(term.key) ?? 1)),
      at: bestLikeness(haystack, term),
      rare:
        term.proper &&
        term.full >= rareName.weight &&
        (haystack.spread.get(term.key) ?? Infinity) <= rareName.passages,
    }))
    const total = terms.reduce((sum, { weight }) => sum + weight, 0)
    if (total === 0) continue
    haystack.passages.forEach(({ span }, index) => {
      let hit = 0
      for (const { weight, at } of terms) {
        hit += weight * Math.max(at[index] ?? 0, carriedOver * (at[index - 1] ?? 0))
      }
      const named = terms.some(({ rare, at }) => rare && at[index] === 1)
      const score = quantise(Math.min(1, hit / total + (named ? rareNameBonus : 0)))
      if (score > 0 && (best === null || score > best.score)) best = { score, span }
    })
  }
  return best
}

function bestLikeness(haystack: Haystack, sought: Term): Float64Array {
  const known = haystack.looked.get(sought.stem)
  if (known) return known
  const found = Float64Array.from(haystack.passages, ({ terms }) =>
    terms.reduce((best, term) => (best === 1 ? 1 : Math.max(best, likeness(sought, term))), 0),
  )
  haystack.looked.set(sought.stem, found)
  return found
}

/** The best score of the passages that start before an offset; 0 where there is none. */
export function foundBefore(view: ArticleView, needles: readonly Needle[], offset: number): number {
  const haystack = haystackOf(view)
  let best = 0
  for (const needle of needles) {
    const total = needle.reduce((sum, term) => sum + term.weight, 0)
    if (total === 0) continue
    haystack.passages.forEach(({ span }, index) => {
      if (span.start >= offset) return
      const hit = needle.reduce(
        (sum, term) => sum + term.weight * (bestLikeness(haystack, term)[index] ?? 0),
        0,
      )
      best = Math.max(best, quantise(Math.min(1, hit / total)))
    })
  }
  return best
}
