/** A passage ready for comparing: its matter words by number and weight, mean vector, names, numbers, days, negation, surroundings. */
import type { Span } from '../model/span.js'
import { tokenize } from '../text/tokens.js'
import type { ArticleWords } from './article-words.js'
import type { Lexicon } from '../likeness/lexicon.js'
import { weighted, type WeightedWords } from '../likeness/weighted-words.js'
import { matterWords } from '../english/function-words.js'
import { plainFacts, type PlainFacts } from './plain-facts.js'

export type Passage = Span & {
  /** Weights from the background table alone. */
  readonly plain: WeightedWords
  /** Weights lowered for words that the article uses all over: its topic, not this passage's matter. */
  readonly own: WeightedWords
  /** Mean of the words' vectors by their own weights, length 1 (or 0). */
  readonly vector: Float64Array
  readonly facts: PlainFacts
}

export function passage(
  text: string,
  spans: readonly Span[],
  lexicon: Lexicon,
  article?: ArticleWords,
): Passage {
  const tokens = spans.flatMap((span) => tokenize(text, span.start, span.end))
  const facts = plainFacts(text, tokens, article?.names)
  const norms = matterWords(tokens)
  const own = weigh(norms, lexicon, article?.damping)
  return {
    start: Math.min(...spans.map((span) => span.start)),
    end: Math.max(...spans.map((span) => span.end)),
    plain: weigh(norms, lexicon),
    own,
    vector: lexicon.meanVector(own),
    facts,
  }
}

function weigh(
  norms: readonly string[],
  lexicon: Lexicon,
  damping?: ReadonlyMap<number, number>,
): WeightedWords {
  const counts = new Map<number, number>()
  for (const norm of norms) {
    const id = lexicon.idOf(norm)
    counts.set(id, Math.min(2, (counts.get(id) ?? 0) + 1))
  }
  return weighted(
    [...counts].map(([id, count]) => [id, lexicon.weight(id) * Math.sqrt(count) * (damping?.get(id) ?? 1)]),
    lexicon,
  )
}
