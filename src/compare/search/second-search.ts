/**
 * The second, looser search: before an absence is published, tries to find the thing after all.
 *
 * In:    an article and what is looked for (passages that tell it elsewhere).
 * Out:   the passage that comes closest, and how close: 0..1, the weighted share of the sought content words (by stem
 *        or thesaurus concept) that the passage holds. A passage is a sentence, a headline or a list item, read
 *        together with the one before it so that a pronoun finds its name.
 * Never: weighs by what other articles say, so that an added article changes nothing.
 */
import type { Span } from '../../model/span.js'
import { quantise } from '../../text/quantise.js'
import { wordsIn, type ArticleView } from '../context.js'

export type Needle = ReadonlyMap<string, number>

export type Found = { readonly score: number; readonly span: Span }

type Passage = { readonly span: Span; readonly keys: ReadonlySet<string> }

type Haystack = { readonly passages: readonly Passage[]; readonly spread: ReadonlyMap<string, number> }

const haystacks = new WeakMap<ArticleView, Haystack>()

function haystackOf(view: ArticleView): Haystack {
  const known = haystacks.get(view)
  if (known) return known
  const passages = view.sentences.map(({ start, end }) => ({
    span: { start, end },
    keys: new Set(wordsIn(view, { start, end }).flatMap((word) => (word.key === '' ? [] : [word.key]))),
  }))
  const spread = new Map<string, number>()
  for (const { keys } of passages) for (const key of keys) spread.set(key, (spread.get(key) ?? 0) + 1)
  const made = { passages, spread }
  haystacks.set(view, made)
  return made
}

/** What a passage is about: its content words, weighted down where its own article repeats them all the time. */
export function needleOf(view: ArticleView, spans: readonly Span[]): Needle {
  const { spread } = haystackOf(view)
  const needle = new Map<string, number>()
  for (const span of spans) {
    for (const word of wordsIn(view, span)) {
      if (word.key !== '') needle.set(word.key, rarity(spread.get(word.key) ?? 1))
    }
  }
  return needle
}

function rarity(sentences: number): number {
  return 1 / (1 + Math.log(Math.max(1, sentences)))
}

/** Share of a word's weight that it is worth in the sentence before. */
const carriedOver = 0.5

export function closest(view: ArticleView, needles: readonly Needle[]): Found | null {
  const { passages, spread } = haystackOf(view)
  let best: Found | null = null
  for (const needle of needles) {
    if (needle.size === 0) continue
    const weights = [...needle].map(
      ([key, weight]) => [key, Math.min(weight, rarity(spread.get(key) ?? 1))] as const,
    )
    const total = weights.reduce((sum, [, weight]) => sum + weight, 0)
    passages.forEach((passage, index) => {
      const before = passages[index - 1]?.keys
      let hit = 0
      for (const [key, weight] of weights) {
        if (passage.keys.has(key)) hit += weight
        else if (before?.has(key)) hit += weight * carriedOver
      }
      const score = quantise(hit / total)
      if (score > 0 && (best === null || score > best.score)) best = { score, span: passage.span }
    })
  }
  return best
}
