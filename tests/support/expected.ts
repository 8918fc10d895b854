/** What samples/<event>/expected holds: the views people read, and each article's text with its blocks marked. */
import path from 'node:path'
import type { AnnotatedArticle } from '../../src/model/annotated-article.js'
import { renderMarkdown } from '../../src/print/markdown.js'
import { cells } from '../../src/editions/tables/cells.js'
import { findings } from '../../src/editions/tables/findings.js'
import { quotes } from '../../src/editions/tables/quotes.js'
import { renderTerminal } from '../../src/print/terminal.js'
import { compareSample, readSample } from './event.js'

export type ExpectedFile = { readonly name: string; readonly content: string }

export async function expectedFiles(sample: string): Promise<ExpectedFile[]> {
  const articles = await readSample(sample)
  const report = await compareSample(sample)
  return [
    { name: 'summary.txt', content: renderTerminal(report, { width: 80, colour: false }) },
    { name: 'report.md', content: renderMarkdown(report) },
    { name: 'findings.csv', content: findings.csv(report) },
    { name: 'quotes.csv', content: quotes.csv(report) },
    { name: 'cells.csv', content: cells.csv(report) },
    ...articles.map((article) => ({
      name: `articles/${path.basename(article.source, '.html')}.txt`,
      content: describeArticle(article),
    })),
  ]
}

/** Metadata, then the blocks with their kinds, then what annotate found. */
export function describeArticle(article: AnnotatedArticle): string {
  const slice = ({ start, end }: { start: number; end: number }): string => article.text.slice(start, end)
  return [
    `outlet: ${article.outlet.name}`,
    `by: ${article.bylines.join(', ')}`,
    `published: ${article.publishedAt ?? '-'}`,
    `credit: ${article.credit ?? '-'}`,
    `completeness: ${[article.completeness.state, ...article.completeness.reasons].join(' ')}`,
    '',
    ...article.blocks.map((block) => `[${block.kind}] ${slice(block)}`),
    '',
    ...article.entities.map(
      (entity) =>
        `entity ${entity.kind}: ${entity.name} (${[...new Set(entity.mentions.map(slice))].join(' | ')})`,
    ),
    '',
    ...article.quantities.map(({ kind, value, unit, ...span }) =>
      `quantity ${kind}: ${slice(span)} = ${value} ${unit ?? ''}`.trimEnd(),
    ),
    '',
    ...article.quotes.map(
      ({ kind, content, source, cue, speaker }) =>
        `quote ${kind}: [${content.map(slice).join(' … ')}] {${source.map(slice).join(' … ')}} <${cue.map(slice).join(' … ')}> ${speaker?.name ?? 'unresolved'}`,
    ),
    '',
    ...article.claims.map(
      (claim) =>
        `claim ${claim.voice}${claim.hedged ? ' hedged' : ''}${claim.negated ? ' negated' : ''}: ${slice(claim)}`,
    ),
    '',
  ].join('\n')
}
