/**
 * articles.csv: one row for each article: where it is from, how much of it could be read, how much was found in it.
 *
 * In: a Report. Out: CSV. Never: words of an article beside its headline.
 */
import type { Report } from '../model/report.js'
import { passageText } from '../view/passage.js'
import { groupNumbers } from './cells-csv.js'
import { several, writeCsv, type CsvValue } from './csv.js'

/** Stable: columns are only ever added at the end. */
export const articleColumns = [
  'article_id',
  'outlet',
  'url',
  'published_at',
  'source_sha256',
  'independence_group',
  'source',
  'headline',
  'language',
  'completeness',
  'reasons',
  'sentences',
  'quotes',
  'claims',
  'findings',
] as const

export type ArticleRow = Readonly<Record<(typeof articleColumns)[number], CsvValue>>

export function articlesCsv(report: Report): string {
  return writeCsv(articleColumns, articleRows(report))
}

export function articleRows(report: Report): readonly ArticleRow[] {
  const groups = groupNumbers(report)
  return report.articles.map((article): ArticleRow => {
    const { state, reasons } = article.completeness
    return {
      article_id: article.id,
      outlet: article.outlet.name,
      url: article.url,
      published_at: article.publishedAt,
      source_sha256: article.sha256,
      independence_group: groups.get(article.id) ?? null,
      source: article.source,
      headline: article.headline ? passageText(article, [article.headline]) : null,
      language: article.language,
      completeness: state,
      reasons: several(reasons),
      sentences: article.sentences.length,
      quotes: article.quotes.length,
      claims: article.claims.length,
      findings: report.findings.filter(({ articles }) => articles.includes(article.id)).length,
    }
  })
}
