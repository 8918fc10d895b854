/**
 * Asked: what somebody wants to know of a report, and how the report answers.
 *
 * In:    the words, an annotated article; how a text becomes one.
 * Out:   a CheckedQuotation or a FoundStatement.
 * Never: knows another report: every answer rests on one.
 */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Asked, CheckedQuotation, FoundStatement } from '../model/asked.js'
import type { RawPage } from '../model/raw-page.js'
import { askedPage, askedText } from './asked-text.js'
import { checkQuotation } from './quotation.js'
import { findStatement } from './statement.js'

export type Answer = CheckedQuotation | FoundStatement

export function ask(
  asked: Asked,
  articles: readonly AnnotatedArticle[],
  read: (page: RawPage) => AnnotatedArticle,
): readonly Answer[] {
  const text = askedText(read(askedPage(asked)), asked)
  return articles.map((article) =>
    asked.for === 'quotation' ? checkQuotation(text, asked.saidBy, article) : findStatement(text, article),
  )
}
