/**
 * Asked: what somebody wants to know of a report, and how the report answers.
 *
 * In:    the words, as a text; annotated articles; what a second reader said of their sentences, or null.
 * Out:   a CheckedQuotation or a FoundStatement each.
 * Never: knows another report: every answer rests on one.
 */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Asked, AskedAnswer } from '../model/asked.js'
import type { AskedText } from './asked-text.js'
import { checkQuotation } from './quotation.js'
import { findStatement, judgedStatement, type Second } from './statement.js'

export function ask(
  asked: Asked,
  text: AskedText,
  articles: readonly AnnotatedArticle[],
  second: Second | null,
): readonly AskedAnswer[] {
  return articles.map((article, at) => {
    if (asked.for === 'quotation') return checkQuotation(text, asked.saidBy, article)
    const alone = findStatement(text, article)
    return second === null ? alone : judgedStatement(alone, text, article, at, second)
  })
}
