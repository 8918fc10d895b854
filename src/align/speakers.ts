/** Whether two quotations are credited to the same speaker, by the words of the names. */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Quote } from '../model/annotation.js'
import { sliceSpans } from '../text/spans.js'
import { tokenize } from '../text/tokens.js'

const titles = new Set(
  `president prime minister secretary state chief executive governor senator chancellor foreign spokesman spokeswoman
  spokesperson director professor doctor king queen general judge mayor chairman chairwoman deputy leader the of`.split(
    /\s+/u,
  ),
)

/** Name words of the speaker, or of the source as printed when nobody was resolved: capitalised, titles left out. */
export function speakerNames(article: AnnotatedArticle, quote: Quote): ReadonlySet<string> {
  const printed = quote.speaker?.name ?? sliceSpans(article.text, quote.source)
  return new Set(
    tokenize(printed)
      .filter((token) => /^\p{Lu}/u.test(printed.slice(token.start, token.end)))
      .map((token) => token.norm)
      .filter((norm) => norm.length > 1 && !titles.has(norm)),
  )
}

/** 1 when the names share a word, -1 when both are known and share none, 0 otherwise. */
export function speakerAgreement(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  return [...a].some((name) => b.has(name)) ? 1 : -1
}
