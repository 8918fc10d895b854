/** A report of many articles with long names and long words, all of one column, some lost: for layout. */
import type { Cell, ClaimColumn } from '../../src/model/alignment.js'
import type { Report } from '../../src/model/report.js'
import { ferryReport, find, fronted, makeArticle } from './fixture.js'

export function manyReport(size: number): Report {
  const words = 'The ferry line stopped all sailings'
  const articles = Array.from({ length: size }, (_, index) =>
    makeArticle({
      outlet: `The ${'Halden Sound '.repeat(1 + (index % 3))}Gazette ${index + 1}`,
      url: `https://gazette-${index}.example/${'a-long-path/'.repeat(12)}`,
      publishedAt: `2031-05-13T${String(index % 24).padStart(2, '0')}:00:00Z`,
      blocks: [
        `Strike ${index}`,
        `${words} on day ${index}. Donaudampfschifffahrtsgesellschaftskapitänswitwe${'n'.repeat(400)}.`,
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
  const report = manyReport(20)
  const [first] = report.claims
  if (!first) throw new Error('fixture changed')
  const claims = Array.from({ length: 80 }, (_, index): ClaimColumn => ({
    ...first,
    id: `cc-many-${index}`,
    label: `${first.label} ${index}`,
    texts: 1 + (index % 20),
    cells: Object.fromEntries(
      Object.entries(first.cells).map(([id, cell], place) => [
        id,
        cell.state === 'present' && (place + index) % 3 === 0
          ? { state: 'absent' as const, confidence: 0.8, nearest: null }
          : cell,
      ]),
    ),
  }))
  return fronted({ ...report, claims })
}
