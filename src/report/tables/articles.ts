/**
 * articles.csv: one row for each article: where it is from, how much of it could be read, how much was found in it.
 *
 * Never: words of an article beside its headline.
 */
import type { Completeness } from '../../model/article.js'
import type { Finding } from '../../model/comparison.js'
import { passageText } from '../../print/passage.js'
import { articleColumns, articlesOf, type OfArticle } from './article-columns.js'
import { list, oneOf, text, whole, type Column } from './column.js'
import { table } from './table.js'

type OfReadArticle = OfArticle & { readonly findings: readonly Finding[] }

const completeness: readonly Completeness['state'][] = ['complete', 'truncated', 'unreadable']

const columns: readonly Column<OfReadArticle>[] = [
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
