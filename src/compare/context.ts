/**
 * What all lenses look things up in, built once for an event.
 *
 * In:    the annotated articles and their Alignment.
 * Out:   a Context: a view of every article (likeness/view.ts), and who counts as an independent text.
 * Never: depends on the order in which the articles were given.
 */
import { relatedArticles } from '../likeness/columns.js'
import { createView, viewsOf, type ArticleView } from '../likeness/view.js'
import type { Alignment } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import { limitMovedBy, type Limit } from './thresholds.js'

/** What a comparison and its re-runs have in common. What is worked out for pairs of things hangs on it (text/once.ts). */
export type Event = {
  /** All reports of the event, also one that a re-run leaves out. */
  readonly views: readonly ArticleView[]
  readonly alignment: Alignment
  readonly view: (article: string) => ArticleView | undefined
}

export type Context = {
  readonly event: Event
  readonly views: readonly ArticleView[]
  readonly alignment: Alignment
  readonly view: (article: string) => ArticleView | undefined
  /** How many independent texts stand behind these articles. */
  readonly texts: (articles: readonly string[]) => number
  /** Number of independent texts among all articles that belong to the event. */
  readonly allTexts: number
  /** The text that quotations are checked against: no report, in no count, not among `views`. */
  readonly reference: ArticleView | null
  /** A threshold as it holds in this run (see thresholds.ts). */
  readonly limit: Limit
}

/** The Context of the comparison itself. */
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
  return contextOf(
    { views, alignment, view: (id) => byId.get(id) },
    { views, alignment, reference: source, moved: 1 },
  )
}

/** The Context of a re-run: with another alignment of the same event, or its thresholds moved by a factor. */
export function rerunOf(
  { event, alignment: before, reference }: Context,
  { alignment = before, moved = 1 }: { readonly alignment?: Alignment; readonly moved?: number },
): Context {
  const related = relatedArticles(alignment)
  const views = event.views.filter((view) => related.has(view.id))
  return contextOf(event, { views, alignment, reference, moved })
}

function contextOf(
  event: Event,
  {
    views,
    alignment,
    reference,
    moved,
  }: Pick<Context, 'views' | 'alignment' | 'reference'> & { readonly moved: number },
): Context {
  const here = new Set([...views.map((view) => view.id), ...(reference ? [reference.id] : [])])
  const group = new Map(
    alignment.independence.groups.flatMap((ids, index) => ids.map((id) => [id, index] as const)),
  )
  const texts = (ids: readonly string[]): number =>
    new Set(ids.filter((id) => id !== reference?.id).map((id) => group.get(id) ?? id)).size
  return {
    event,
    views,
    alignment,
    reference,
    view: (id) => (here.has(id) ? event.view(id) : undefined),
    texts,
    allTexts: texts(views.map((view) => view.id)),
    limit: limitMovedBy(moved),
  }
}

/** It has no outlet, and is called by its file. */
function referenceName({ source }: AnnotatedArticle): string {
  return `the reference (${source.split('/').at(-1) ?? source})`
}
