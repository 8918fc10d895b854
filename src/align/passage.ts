/**
 * A passage made ready for comparing: its matter words by number and weight, names, numbers and days, negation, and the
 * words around it.
 *
 * In:    an article's text and a span of it.
 * Out:   a Passage. Weights come from the background table alone.
 * Never: knows another article.
 */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Quantity } from '../model/annotation.js'
import type { Span } from '../model/span.js'
import { overlap } from '../text/spans.js'
import { tokenize } from '../text/tokens.js'
import { functionWords } from './function-words.js'
import type { Lexicon } from './lexicon.js'

export type Passage = Span & {
  /** Numbers of its matter words in the lexicon, sorted, each once. */
  readonly words: Int32Array
  /** Weight of each word, times how often it stands there (at most twice). */
  readonly weights: Float64Array
  readonly total: number
  readonly norm: number
  readonly negated: boolean
  readonly quantities: readonly Quantity[]
}

const negation =
  /\b(?:not|no|never|nothing|nobody|none|neither|nor|without|cannot)\b|n['’]t\b|\b(?:refus|reject|den(?:y|ie)|rule[sd]? out|fail)/iu

/** The passage that `spans` of the article cover. */
export function passage(article: AnnotatedArticle, spans: readonly Span[], lexicon: Lexicon): Passage {
  const start = Math.min(...spans.map((span) => span.start))
  const end = Math.max(...spans.map((span) => span.end))
  const words = spans.flatMap((span) => matterWords(article.text, span))
  const quantities = article.quantities.filter((quantity) =>
    spans.some((span) => overlap(span, quantity) > 0),
  )
  return {
    ...weigh(words, lexicon),
    start,
    end,
    quantities,
    negated: spans.some((span) => negation.test(article.text.slice(span.start, span.end))),
  }
}

export function matterWords(text: string, span: Span): string[] {
  return tokenize(text, span.start, span.end)
    .map((token) => token.norm)
    .filter((norm) => !functionWords.has(norm))
}

export function weigh(
  norms: readonly string[],
  lexicon: Lexicon,
): Pick<Passage, 'words' | 'weights' | 'total' | 'norm'> {
  const counts = new Map<number, number>()
  for (const norm of norms) {
    const id = lexicon.idOf(norm)
    counts.set(id, Math.min(2, (counts.get(id) ?? 0) + 1))
  }
  // By stem, not by number: numbers follow the order in which articles were read.
  const ids = [...counts.keys()].sort((a, b) => (lexicon.stemOf(a) < lexicon.stemOf(b) ? -1 : 1))
  const weights = ids.map((id) => lexicon.weight(id) * Math.sqrt(counts.get(id) ?? 1))
  return {
    words: Int32Array.from(ids),
    weights: Float64Array.from(weights),
    total: weights.reduce((sum, weight) => sum + weight, 0),
    norm: Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)),
  }
}
