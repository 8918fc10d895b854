/** Why an article's silence says nothing: the reason of an `unknown` cell, or null when its silence counts; and the issue that says so. */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Issue } from '../model/issue.js'
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

/** Some passages of the article were not compared (text/limits.ts). */
export function tooManyPassages({ id, source }: AnnotatedArticle): Issue {
  return {
    code: 'too-many-passages',
    severity: 'warning',
    stage: 'align',
    source,
    article: id,
    message:
      `${source}: more of its passages are like those of another source than in any report, and some were not compared; ` +
      `what this text does not tell counts as unknown. Check that the source is the article alone.`,
  }
}
