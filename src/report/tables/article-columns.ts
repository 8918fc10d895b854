/** The columns that say which article a row is about, alike in all tables; and what they take. */
import type { InspectedArticle, Report } from '../../model/report.js'
import type { Span } from '../../model/span.js'
import { text, time, whole, type Column } from './column.js'

export type OfArticle = {
  readonly article: InspectedArticle
  /** Number of its independence group, from 1. */
  readonly group: number | undefined
}

export const articleColumns: readonly Column<OfArticle>[] = [
  text('article_id', 'id of the article, from its bytes', ({ article }) => article.id),
  text('outlet', 'name of the outlet', ({ article }) => article.outlet.name),
  text('url', 'address, if there is one', ({ article }) => article.url),
  time('published_at', 'ISO 8601 with offset, as the page gives it', ({ article }) => article.publishedAt),
  text('source_sha256', 'SHA-256 of the bytes the article was read from', ({ article }) => article.sha256),
  whole(
    'independence_group',
    'number of the group of articles that are one text, from 1',
    ({ group }) => group,
  ),
]

/** All articles in input order. */
export function articlesOf({ articles, independence }: Report): readonly OfArticle[] {
  const groups = new Map(
    independence.groups.flatMap((ids, index) => ids.map((id) => [id, index + 1] as const)),
  )
  return articles.map((article) => ({ article, group: groups.get(article.id) }))
}

/** `12-40`, `55-80` */
export function spanWords(spans: readonly Span[]): readonly string[] {
  return spans.map(({ start, end }) => `${start}-${end}`)
}
