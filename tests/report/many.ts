/** A report of many articles with long names and long words, all of one column, some lost: for layout. */
import type { Cell, ClaimColumn } from '../../src/model/alignment.js'
import type { Report } from '../../src/model/report.js'
import { itemAt } from '../../src/text/item-at.js'
import { ferryReport, find, fronted, makeArticle } from './fixture.js'

const words = 'The ferry line stopped all sailings'

/** `others`: statements that every text makes besides, in sentences of their own. */
export function manyReport(size: number, others: readonly string[] = []): Report {
  const articles = Array.from({ length: size }, (_, index) =>
    makeArticle({
      outlet: `The ${'Halden Sound '.repeat(1 + (index % 3))}Gazette ${index + 1}`,
      url: `https://gazette-${index}.example/${'a-long-path/'.repeat(12)}`,
      publishedAt: `2031-05-13T${String(index % 24).padStart(2, '0')}:00:00Z`,
      blocks: [
        `Strike ${index}`,
        [words, ...others].map((one) => `${one} on day ${index}.`).join(' '),
        `Donaudampfschifffahrtsgesellschaftskapitänswitwe${'n'.repeat(400)}.`,
      ],
    }),
  )
  const cells = articles.map((article, index): [string, Cell] => {
    if (index % 4 === 1) return [article.id, { state: 'absent', confidence: 0.8, nearest: null }]
    if (index % 4 === 2) return [article.id, { state: 'unknown', reason: 'truncated' }]
    const span = find(article, words)
    const mention = {
      ref: `${article.id}-c1`,
      ...span,
      spans: [span],
      voice: 'own' as const,
      source: [],
      cue: [],
      speaker: null,
      hedged: false,
    }
    return [
      article.id,
      {
        state: 'present',
        form: 'verbatim',
        stance: 'asserts',
        certainty: 'plain',
        mentions: [mention],
        confidence: 0.9,
      },
    ]
  })
  const [first] = articles
  if (!first) throw new Error('at least one article')
  const column = {
    id: 'cc-many',
    label: words,
    salience: 0.9,
    texts: size,
    cells: Object.fromEntries(cells),
    fullest: { article: first.id, spans: [find(first, words)] },
  }
  const evidence = articles.map((article) => ({
    article: article.id,
    ...find(article, words),
    role: 'value' as const,
  }))
  const side = (value: string) => ({
    value,
    articles: articles.map((article) => article.id),
    texts: size,
    source: null,
    voice: 'own' as const,
    certainty: 'plain' as const,
  })
  return fronted({
    ...ferryReport,
    complete: true,
    issues: [],
    articles,
    independence: { groups: articles.map((article) => [article.id]), shared: [] },
    claims: [column],
    quotes: [],
    findings: [
      {
        id: 'f-many',
        kind: 'conflict',
        severity: 'fact',
        articles: articles.map((article) => article.id),
        column: column.id,
        evidence,
        confidence: 0.9,
        salience: 0.9,
        detail: { type: 'date', grade: 'differ', positions: [side('one day'), side('another day')] },
        sentence: 'Reports differ on the day.',
      },
    ],
    facts: [],
    positions: [],
    profiles: [],
  })
}

/** Twenty reports, eighty claims told in fifteen of them. */
export function largeReport(): Report {
  const labels = Array.from({ length: 80 }, (_, index) => `The harbour closed pier ${index + 101}`)
  const report = manyReport(20, labels)
  const [first] = report.claims
  if (!first) throw new Error('fixture changed')
  const claims = labels.map((label, index): ClaimColumn => ({
    ...first,
    id: `cc-many-${index}`,
    label,
    texts: 1 + (index % 20),
    cells: Object.fromEntries(
      report.articles.map((article, place): [string, Cell] => {
        const cell = itemAt(Object.values(first.cells), place)
        if (cell.state !== 'present') return [article.id, cell]
        if ((place + index) % 3 === 0)
          return [article.id, { state: 'absent', confidence: 0.8, nearest: null }]
        const span = find(article, label)
        const mentions = cell.mentions.map((mention) => ({ ...mention, ...span, spans: [span] }))
        return [article.id, { ...cell, mentions }]
      }),
    ),
  }))
  return fronted({ ...report, claims })
}
