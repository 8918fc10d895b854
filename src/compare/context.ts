/** What all lenses look things up in, built once for an event. */
import { relatedArticles } from '../likeness/columns.js'
import { createView, viewsOf, type ArticleView } from '../likeness/view.js'
import type { Alignment } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'

export type Context = {
  readonly views: readonly ArticleView[]
  readonly alignment: Alignment
  readonly view: (article: string) => ArticleView | undefined
  /** How many independent texts stand behind these articles. */
  readonly texts: (articles: readonly string[]) => number
  /** Number of independent texts among all articles that belong to the event. */
  readonly allTexts: number
  /** The text that quotations are checked against: no report, in no count, not among `views`. */
  readonly reference: ArticleView | null
}

export function createContext(
  articles: readonly AnnotatedArticle[],
  alignment: Alignment,
  reference: AnnotatedArticle | null = null,
): Context {
  const related = relatedArticles(alignment)
  const unique = new Map(articles.map((article) => [article.id, article]))
  const views = viewsOf([...unique.values()].filter((article) => related.has(article.id)))
  const source = reference ? createView(reference, referenceName(reference)) : null
  const byId = new Map([...views, ...(source ? [source] : [])].map((view) => [view.id, view]))
  const group = new Map(
    alignment.independence.groups.flatMap((ids, index) => ids.map((id) => [id, index] as const)),
  )
  const texts = (ids: readonly string[]): number =>
    new Set(ids.filter((id) => id !== source?.id).map((id) => group.get(id) ?? id)).size
  return {
    views,
    alignment,
    reference: source,
    view: (id) => byId.get(id),
    texts,
    allTexts: texts(views.map((view) => view.id)),
  }
}

/** It has no outlet, and is called by its file. */
function referenceName({ source }: AnnotatedArticle): string {
  return `the reference (${source.split('/').at(-1) ?? source})`
}
