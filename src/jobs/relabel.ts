/**
 * An article read for one source, under the name of another that has the same bytes: source name, outlet and issues
 * follow the source; the text and everything that points into it stay.
 */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Issue } from '../model/issue.js'
import type { Source } from '../model/source.js'

export function relabel(article: AnnotatedArticle, source: Source): AnnotatedArticle {
  const named = (issue: Issue): Issue => ({
    ...issue,
    source: issue.source === null ? null : source.name,
    message: issue.message.startsWith(`${article.source}: `)
      ? source.name + issue.message.slice(article.source.length)
      : issue.message,
  })
  return { ...article, source: source.name, issues: article.issues.map(named) }
}
