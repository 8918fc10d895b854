/**
 * The order of the inputs changes nothing but the order of `articles`; two copies give no difference; an unrelated
 * article changes nothing among the others (product rule 6), on whole events.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import type { AnnotatedArticle } from '../../src/model/annotated-article.js'
import type { Cell } from '../../src/model/alignment.js'
import type { Report } from '../../src/model/report.js'
import { compareAll, compareSample, readSample, readText, samples } from '../support/event.js'

const unrelated = `Pumpkin festival draws record crowd

The annual pumpkin festival in the village of Tarn drew a record crowd of 3,400 visitors, organisers said.

“We have never baked so many pies,” said Olive Marrow, who chairs the committee.`

describe.each(samples)('%s', (sample) => {
  let articles: readonly AnnotatedArticle[]
  let report: Report

  beforeAll(async () => {
    articles = await readSample(sample)
    report = await compareSample(sample)
  })

  test('has something to say', () => {
    expect(report.claims.length).toBeGreaterThan(20)
    expect(report.findings.length).toBeGreaterThan(0)
  })

  test('the order of inputs changes only the order of articles', () => {
    const order = [...articles.slice(2), ...articles.slice(0, 2)].reverse()
    expect(withoutOrder(compareAll(order, report.event.title))).toEqual(withoutOrder(report))
  })

  test('two copies of one article give no difference', () => {
    for (const article of articles.slice(0, 3)) {
      const twice = compareAll([article, { ...article, source: `${article.source} (copy)` }])
      expect(twice.findings).toEqual([])
      expect(twice.independence.groups).toHaveLength(1)
    }
  })

  test('an unrelated article changes no link, cell state or finding among the others', async () => {
    const stranger = await readText('pumpkins.txt', unrelated)
    const more = compareAll([...articles, stranger])
    const ids = new Set(articles.map((article) => article.id))
    expect(links(more, ids)).toEqual(links(report, ids))
    // Their order may change: salience counts how many of all texts tell a thing.
    const findings = ({ findings: all }: Report): string[] =>
      all
        .filter(({ articles: about }) => !about.includes(stranger.id))
        .map(({ id, severity }) => `${id} ${severity}`)
        .sort()
    expect(findings(more)).toEqual(findings(report))
  })
})

/** Articles keep the inputs' order, and issues follow them: both are compared as sets. */
function withoutOrder(report: Report) {
  const sorted = (values: readonly unknown[]): string[] => values.map((value) => JSON.stringify(value)).sort()
  return { ...report, articles: sorted(report.articles), issues: sorted(report.issues) }
}

/** Which articles stand in which state in each column that one of `ids` tells. */
function links(report: Report, ids: ReadonlySet<string>): string[] {
  return [...report.claims, ...report.quotes]
    .map((column) => Object.entries<Cell>(column.cells).filter(([id]) => ids.has(id)))
    .filter((cells) => cells.some(([, cell]) => cell.state === 'present'))
    .map((cells) =>
      cells
        .map(([id, cell]) =>
          cell.state === 'present'
            ? `${id}:${cell.mentions.map(({ ref }) => ref).join('+')}`
            : `${id}:${cell.state}`,
        )
        .join(' | '),
    )
    .sort()
}
