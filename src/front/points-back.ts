/** Whether a passage begins with a pronoun before any name, or tells that somebody spoke and not what: alone it is not understood. */
import { pointing, thirdPerson } from '../english/function-words.js'
import { isTooLong, readingOf } from '../english/reading.js'
import type { Span } from '../model/span.js'
import { overlap } from '../text/spans.js'
import type { Article } from './event.js'

/** "The mayor asked on Tuesday": who spoke, and nothing of what was said. */
export function isTag({ quotes }: Article, part: Span): boolean {
  const isIn = (spans: readonly Span[]): boolean => spans.some((span) => overlap(span, part) > 0)
  return quotes.some(({ cue, content }) => isIn(cue) && !isIn(content))
}

/** "If we don't get it": what, is said in words that are not shown; "said Ann Lee, the mayor": so is what she said. */
export function pointsBack(article: Article, part: Span): boolean {
  if (isTag(article, part)) return true
  const nodes = article.sentences
    .filter((sentence) => overlap(sentence, part) > 0)
    .flatMap((sentence) => (isTooLong(sentence) ? [] : readingOf(article).tree(sentence).nodes))
    .filter((node) => overlap(node, part) > 0)
  const named = nodes.findIndex(({ pos }) => pos === 'NOUN' || pos === 'PROPN')
  if (named < 0) return true
  const before = nodes.slice(0, named)
  return before.some(({ lower, pos }) => thirdPerson.has(lower) || (pos === 'PRON' && pointing.has(lower)))
}
