/** articles.csv: one row for each article: where it is from, how much of it could be read, how much was found in it. */
import type { Article, Completeness } from '../../model/article.js'
import type { Finding } from '../../model/comparison.js'
import { passageText } from '../../print/passage.js'
import { list, oneOf, text, whole, type Column, table, time } from './table.js'
import type { InspectedArticle, Report } from '../../model/report.js'
import type { Span } from '../../model/span.js'

/** What these columns ask of an article: a study keeps no more of it. */
export type Listed = Omit<
  Article,
  'bylines' | 'modifiedAt' | 'fetchedAt' | 'section' | 'removed' | 'issues'
> &
  Pick<InspectedArticle, 'excerpts'>

export type OfArticle<Article = InspectedArticle> = {
  readonly article: Article
  /** Number of its independence group, from 1. */
  readonly group: number | undefined
}

/** The columns that say which article a row is about, alike in all tables. */
export const articleColumns: readonly Column<OfArticle<Listed>>[] = [
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

type OfReadArticle = OfArticle & { readonly findings: readonly Finding[] }

const completeness: readonly Completeness['state'][] = ['complete', 'truncated', 'unreadable']

/** What can be said of an article before anything is looked for in it. */
export const readColumns: readonly Column<OfArticle<Listed>>[] = [
  ...articleColumns,
  text('source', 'what was given: the address or the file', ({ article }) => article.source),
  text('headline', 'the headline, if one was found', ({ article }) =>
    article.headline ? passageText(article, [article.headline]) : null,
  ),
  text(
    'language',
    'code of the language, `und` where it could not be told',
    ({ article }) => article.language,
  ),
  oneOf(
    completeness,
    'completeness',
    '`complete`, `truncated` (a part is missing), `unreadable` (nothing could be used)',
    ({ article }) => article.completeness.state,
  ),
]

const columns: readonly Column<OfReadArticle>[] = [
  ...readColumns,
  list('reasons', 'why it is not complete', ({ article }) => article.completeness.reasons),
  whole('sentences', 'how many sentences were read', ({ article }) => article.sentences.length),
  whole('quotes', 'how many attributions, the rows of quotes.csv', ({ article }) => article.quotes.length),
  whole('claims', 'how many claims', ({ article }) => article.claims.length),
  whole('findings', 'how many findings are about it', ({ findings }) => findings.length),
]

export const articles = table({
  name: 'articles',
  row: 'One row for each article, in input order, those that could not be read included.',
  columns,
  key: ['article_id'],
  of: (report): readonly OfReadArticle[] =>
    articlesOf(report).map((one) => ({
      ...one,
      findings: report.findings.filter(({ articles }) => articles.includes(one.article.id)),
    })),
})
