/** Why an article's silence says nothing: the reason of an `unknown` cell, or null when its silence counts. */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import { isAnalysed } from '../text/analysed-language.js'
import { metLimit } from '../text/limits.js'

/** Of an article that holds too much of one thing for all of it to be looked at (text/limits.ts). */
export const tooDense = 'too-dense'

export function unknownReason(article: AnnotatedArticle): string | null {
  if (article.completeness.state === 'unreadable' || article.text.trim() === '') return 'unreadable'
  if (!isAnalysed(article.language)) return 'language'
  if (article.completeness.state === 'truncated') return 'truncated'
  if (metLimit(article.issues)) return tooDense
  return null
}
