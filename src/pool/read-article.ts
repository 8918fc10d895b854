/** Articles as the program handles them: their JSON, which it does not look into, beside the little it needs to know. */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Article } from '../model/article.js'
import type { Stage } from '../model/issue.js'
import { textId } from '../text/hash.js'
import { termsOf } from '../text/terms.js'
import type { ReadArticle } from '../model/pool-job.js'

export function readArticle(article: AnnotatedArticle): ReadArticle {
  const { source, sha256: bytes, completeness, issues, text, headline, outlet, publishedAt } = article
  return {
    source,
    sha256: bytes,
    completeness,
    issues,
    words: text.split(/\s+/u).filter(Boolean).length,
    outlet: outlet.name,
    headline: headline === null ? null : text.slice(headline.start, headline.end).slice(0, 200),
    publishedAt,
    text: text === '' ? null : textId(text),
    terms: termsOf(text),
    json: JSON.stringify(article),
  }
}

/** An article without words, annotated without the stage: there is nothing to find. */
export function unannotated(article: Article): AnnotatedArticle {
  return { ...article, sentences: [], entities: [], quantities: [], quotes: [], marked: [], claims: [] }
}

/** The article as one that cannot be read: it keeps its place, its cells are unknown, and an issue says why. */
export function withoutWords(
  article: AnnotatedArticle,
  stage: Stage,
  { code, message }: { readonly code: string; readonly message: string },
): AnnotatedArticle {
  const { id, source, issues } = article
  const issue = {
    code,
    severity: 'error',
    stage,
    source,
    article: id,
    message: `${source}: ${message}`,
  } as const
  return {
    ...unannotated({ ...article, headline: null, text: '', blocks: [] }),
    completeness: { state: 'unreadable', reasons: [code] },
    issues: [...issues, issue],
  }
}
