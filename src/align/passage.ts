/**
 * A passage made ready for comparing: its matter words by number and weight, its mean vector, names, numbers, days,
 * negation, and the words around it.
 *
 * In:    a text and spans of it; optionally what the rest of its article shows (see article-words.ts).
 * Out:   a Passage. Weights come from the background table and from its own article.
 * Never: knows another article.
 */
import type { Span } from '../model/span.js'
import { tokenize } from '../text/tokens.js'
import type { ArticleWords } from './article-words.js'
import type { Lexicon } from '../likeness/lexicon.js'
import { matterWords } from '../english/matter-words.js'
import { plainFacts, type PlainFacts } from './plain-facts.js'

/** Words with weights: numbers in the lexicon, each once, in the order of their keys; keys and weights beside them. */
export type WeightedWords = {
  readonly words: Int32Array
  readonly keys: Float64Array
  readonly weights: Float64Array
  readonly total: number
  readonly norm: number
}

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

/** Words with the weights given, in the order of their keys. */
export function weighted(
  entries: readonly (readonly [id: number, weight: number])[],
  lexicon: Lexicon,
): WeightedWords {
  // By key, not by number: numbers follow the order in which articles were read.
  const sorted = [...entries].sort((a, b) => lexicon.key(a[0]) - lexicon.key(b[0]))
  const weights = sorted.map(([, weight]) => weight)
  return {
    words: Int32Array.from(sorted, ([id]) => id),
    keys: Float64Array.from(sorted, ([id]) => lexicon.key(id)),
    weights: Float64Array.from(weights),
    total: weights.reduce((sum, weight) => sum + weight, 0),
    norm: Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)),
  }
}
