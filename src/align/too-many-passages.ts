/** In: an article some of whose passages were not compared (text/limits.ts). Out: the issue that says so. */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Issue } from '../model/issue.js'

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
