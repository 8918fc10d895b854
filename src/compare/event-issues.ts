/**
 * Event issues: what stands in the way of comparing these articles at all.
 *
 * In:    the annotated articles and their Alignment.
 * Out:   issues: `nothing-comparable` (an error: there is no comparison), `unrelated`, `same-text`, each with its remedy.
 * Never: lets "could not compare" read as "no difference".
 */
import type { Alignment } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import { relatedArticles } from '../likeness/columns.js'
import type { Issue } from '../model/issue.js'
import { byKeys } from '../text/order.js'

/** `passedOver`: ids of reports some of whose passages were not compared. */
export function eventIssues(
  articles: readonly AnnotatedArticle[],
  alignment: Alignment,
  passedOver: ReadonlySet<string> = new Set(),
): Issue[] {
  const canonical = [...articles].sort(byKeys((article) => article.id))
  const readable = canonical.filter((article) => article.claims.length > 0)
  if (readable.length < 2)
    return [
      issue(
        'nothing-comparable',
        'error',
        null,
        `Nothing to compare: a comparison needs two readable reports in English, and ${count(readable.length)} of ${articles.length} could be compared. What is wrong stands beside each source.`,
      ),
    ]

  const related = relatedArticles(alignment)
  if (related.size === 0)
    return [
      issue(
        'nothing-comparable',
        'error',
        null,
        `Nothing to compare: no passage of one report was found in another, so these ${readable.length} reports may not be about the same event. Check that the sources belong together.`,
      ),
    ]

  return [
    ...readable
      .filter((article) => !related.has(article.id))
      .map((article) =>
        issue(
          'unrelated',
          'warning',
          article,
          `${article.source}: no passage of this report was found in any other. It may be about another event; if so, leave it out.`,
        ),
      ),
    ...repeatedTexts(readable),
    ...readable.filter(({ id }) => passedOver.has(id)).map(tooManyDetails),
  ]
}

function tooManyDetails(article: AnnotatedArticle): Issue {
  return issue(
    'too-many-details',
    'warning',
    article,
    `${article.source}: its numbers or verbs are more than in any report, or stand in sentences longer than any; some were not held against those of another report, so differences may be missing. Check that the source is the article alone.`,
  )
}

function repeatedTexts(articles: readonly AnnotatedArticle[]): Issue[] {
  const first = new Map<string, AnnotatedArticle>()
  return articles.flatMap((article) => {
    const earlier = first.get(article.text)
    if (earlier)
      return [
        issue(
          'same-text',
          'info',
          article,
          `${article.source}: the text is the same as that of ${earlier.source}. The two count as one independent text.`,
        ),
      ]
    first.set(article.text, article)
    return []
  })
}

function count(number: number): string {
  return number === 0 ? 'none' : String(number)
}

function issue(
  code: string,
  severity: Issue['severity'],
  article: AnnotatedArticle | null,
  message: string,
): Issue {
  return {
    code,
    severity,
    stage: 'compare',
    source: article?.source ?? null,
    article: article?.id ?? null,
    message,
  }
}
