/**
 * What an article as a whole shows about its words: which are names, and which it uses all over.
 *
 * In: an article and its sentences. Out: ArticleWords. Never: knows another article.
 */
import type { Span } from '../model/span.js'
import { tokenize } from '../text/tokens.js'
import type { Lexicon } from '../likeness/lexicon.js'
import { matterWords } from '../english/matter-words.js'
import { plainFacts } from './plain-facts.js'

export type ArticleWords = {
  /** Words printed with a capital inside a sentence somewhere in the article. */
  readonly names: ReadonlySet<string>
  /** By word number: 1 for a word of one sentence, less the more sentences have it. */
  readonly damping: ReadonlyMap<number, number>
}

/** The weight of a word falls with this power of the number of sentences that have it. */
const DAMPING = 0.8

export function articleWords(text: string, sentences: readonly Span[], lexicon: Lexicon): ArticleWords {
  const names = new Set<string>()
  const counts = new Map<number, number>()
  for (const sentence of sentences) {
    const tokens = tokenize(text, sentence.start, sentence.end)
    for (const name of plainFacts(text, tokens).names) names.add(name)
    for (const id of new Set(matterWords(tokens).map((norm) => lexicon.idOf(norm))))
      counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return {
    names,
    damping: new Map([...counts].map(([id, count]) => [id, Math.pow(count, -DAMPING)])),
  }
}
