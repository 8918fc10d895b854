/** An article as a person reads it in an expected file: what is known, what was found, each block, each removed piece. */
import type { Article } from '../../src/model/article.js'

export function renderArticle(article: Article): string {
  const { completeness } = article
  return [
    `outlet: ${article.outlet.name}`,
    `bylines: ${article.bylines.join('; ')}`,
    `published: ${article.publishedAt ?? '-'}`,
    `modified: ${article.modifiedAt ?? '-'}`,
    `address: ${article.url ?? '-'}`,
    `credit: ${article.credit ?? '-'}`,
    ...(article.section ? [`section: ${article.section}`] : []),
    `language: ${article.language}`,
    `completeness: ${[completeness.state, ...completeness.reasons].join(' ')}`,
    `issues: ${article.issues.map(({ code, severity }) => `${code} (${severity})`).join(', ')}`,
    '',
    ...article.blocks.map(({ kind, start, end }) => `[${kind}] ${article.text.slice(start, end)}`),
    '',
    ...article.removed.map(({ rule, text }) => `removed by ${rule}: ${text}`),
    '',
  ].join('\n')
}
