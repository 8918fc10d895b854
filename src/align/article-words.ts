/** What an article as a whole shows about its words: which are names, and which it uses all over. */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import { countsOf } from '../text/grouped.js'
import { onceForTwo } from '../text/once.js'
import { tokenize } from '../text/tokens.js'
import type { Lexicon } from '../likeness/lexicon.js'
import { matterWords } from '../english/function-words.js'
import { plainFacts } from './plain-facts.js'

export type ArticleWords = {
  /** Words printed with a capital inside a sentence somewhere in the article. */
  readonly names: ReadonlySet<string>
  /** By word number: 1 for a word of one sentence, less the more sentences have it. */
  readonly damping: ReadonlyMap<number, number>
}

/** The weight of a word falls with this power of the number of sentences that have it. */
const DAMPING = 0.8

export const articleWords = onceForTwo(
  ({ text, sentences }: AnnotatedArticle, lexicon: Lexicon): ArticleWords => {
    const names = new Set<string>()
    const ids = sentences.flatMap(({ start, end }) => {
      const tokens = tokenize(text, start, end)
      for (const name of plainFacts(text, tokens).names) names.add(name)
      return [...new Set(matterWords(tokens).map((norm) => lexicon.idOf(norm)))]
    })
    return {
      names,
      damping: new Map([...countsOf(ids)].map(([id, count]) => [id, Math.pow(count, -DAMPING)])),
    }
  },
)
