/** Why an article's silence says nothing: the reason of an `unknown` cell, or null when its silence counts. */
import type { AnnotatedArticle } from '../model/annotated-article.js'

export function unknownReason(article: AnnotatedArticle): string | null {
  if (article.completeness.state === 'unreadable' || article.text.trim() === '') return 'unreadable'
  if (article.language !== 'en' && article.language !== 'und') return 'language'
  if (article.completeness.state === 'truncated') return 'truncated'
  return null
}
