/** The words of an article in order, each marked whether it stands inside quotation marks. For shared copy. */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import { bearsClaims } from '../model/article.js'
import type { Span } from '../model/span.js'
import { mergeSpans } from '../text/spans.js'
import { tokenize, type Token } from '../text/tokens.js'

export type CopyToken = Token & { readonly quoted: boolean }

export function copyTokens(article: AnnotatedArticle): CopyToken[] {
  const quoted = mergeSpans([
    ...quotationMarks(article),
    ...article.quotes.filter((quote) => quote.kind === 'direct').flatMap((quote) => quote.content),
  ])
  let at = 0
  return article.blocks
    .filter((block) => bearsClaims(block.kind))
    .flatMap((block) => tokenize(article.text, block.start, block.end))
    .sort((a, b) => a.start - b.start)
    .map((token) => {
      while (at < quoted.length && (quoted[at]?.end ?? 0) <= token.start) at++
      return { ...token, quoted: (quoted[at]?.start ?? Infinity) <= token.start }
    })
}

/** What stands between opening and closing double quotation marks, block by block; an unclosed one runs to its end. */
function quotationMarks(article: AnnotatedArticle): Span[] {
  const spans: Span[] = []
  for (const block of article.blocks) {
    let open = -1
    for (let i = block.start; i < block.end; i++) {
      const mark = article.text.charAt(i)
      if (open < 0 ? mark === '“' || mark === '"' || mark === '«' : false) open = i
      else if (open >= 0 && (mark === '”' || mark === '"' || mark === '»')) {
        spans.push({ start: open, end: i + 1 })
        open = -1
      }
    }
    if (open >= 0) spans.push({ start: open, end: block.end })
  }
  return spans
}
