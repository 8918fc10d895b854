import { describe, expect, it } from 'vitest'
import type { Cell, ClaimColumn } from '../../src/model/alignment.js'
import type { Report } from '../../src/model/report.js'
import { agreement as agreementOf } from '../../src/front/agreement.js'
import { titleOf } from '../../src/front/event.js'
import { extent } from '../../src/print/extent.js'
import { linkedIn } from '../../src/print/rows.js'
import { articles, ferryReport } from '../report/fixture.js'

/** What leads in, and the lines: what all tell, or else most. */
function agreement(report: Report) {
  const { agreement: lines, telling } = agreementOf(report)
  return { sentence: telling.sentence, lines: lines.length > 0 ? lines : telling.most }
}

const withCell = (report: Report, article: string, cell: Cell): Report => ({
  ...report,
  claims: report.claims.map((column, index) =>
    index === 0 ? { ...column, cells: { ...column.cells, [article]: cell } } : column,
  ),
})

describe('agreement', () => {
  it('names what every independent text tells, and does not ask the source that was lost', () => {
    const { sentence, lines } = agreement(ferryReport)
    expect(sentence).toBe('All 3 independent texts tell:')
    expect(lines.map(({ column }) => column)).toEqual(['cc-sailings00001'])
  })

  it('names once what two columns tell in the same words', () => {
    const [claim] = ferryReport.claims
    if (!claim) throw new Error('fixture changed')
    const claims = [claim, { ...claim, id: 'cc-again' }]
    const { lines } = agreement({ ...ferryReport, claims, quotes: [] })
    expect(lines.map(({ column }) => column)).toEqual(['cc-again'])
  })

  it('counts shared copy once: one of two copies telling it is enough', () => {
    const report = withCell(ferryReport, articles.wireCopy.id, {
      state: 'absent',
      confidence: 1,
      nearest: null,
    })
    expect(agreement(report).lines).toHaveLength(1)
  })

  it('says so when a text breaks off before it could tell', () => {
    const report = withCell(ferryReport, articles.inland.id, { state: 'unknown', reason: 'truncated' })
    expect(agreement(report).sentence).toMatch(
      /^All independent texts that could be searched for it, 2 of 3, tell:/,
    )
  })

  it('takes it for no agreement when most texts could not be searched', () => {
    const unknown = { state: 'unknown', reason: 'too-early' } as const
    const [column] = ferryReport.claims
    if (!column) throw new Error('fixture changed')
    const present = [articles.courier.id, articles.wireCopy.id]
    const cells = Object.fromEntries(
      Object.entries(column.cells).map(([id, cell]) => [id, present.includes(id) ? cell : unknown]),
    )
    const report = { ...ferryReport, quotes: [], claims: [{ ...column, cells, texts: 2 }] }
    const { sentence, lines } = agreement(report)
    expect(sentence).toMatch(/^No one statement could be matched in all 3 texts/)
    expect(lines).toEqual([])
  })

  it('takes no denial and no other value for agreement', () => {
    const cell = ferryReport.claims[0]?.cells[articles.tide.id]
    if (cell?.state !== 'present') throw new Error('fixture changed')
    const report = withCell({ ...ferryReport, quotes: [] }, articles.tide.id, { ...cell, stance: 'denies' })
    expect(agreement(report).sentence).toMatch(/^No one statement could be matched in all 3 texts/)
  })

  it('does not say that all tell what they differ on', () => {
    const [column] = ferryReport.claims
    const [fact] = ferryReport.facts
    const [value] = fact?.values ?? []
    if (!column || !fact || !value) throw new Error('fixture changed')
    const told = (text: string): Report => ({
      ...ferryReport,
      quotes: [],
      facts: [{ ...fact, grade: 'differ', values: [{ ...value, text }] }],
    })
    const words = column.label.split(' ').slice(1, 3).join(' ')
    expect(agreement(told(words.toUpperCase())).lines).toEqual([])
    expect(agreement(told(words.slice(1))).lines.map((line) => line.column)).toEqual([column.id])
    const agreed = { ...told(words), facts: [{ ...fact, grade: 'compatible' as const }] }
    expect(agreement(agreed).lines.map((line) => line.column)).toEqual([column.id])
  })

  it('asks no text in another language, and says so', () => {
    const inSpanish = (ids: readonly string[]): Report => ({
      ...ferryReport,
      articles: ferryReport.articles.map((article) =>
        ids.includes(article.id) ? { ...article, language: 'es' } : article,
      ),
    })
    const one = withCell(inSpanish([articles.inland.id]), articles.inland.id, {
      state: 'unknown',
      reason: 'language',
    })
    expect(agreement(one).sentence).toBe('Both independent texts tell:')
    expect(extent(one)).toMatch(
      /^5 reports, 1 of them could not be read, 1 of them not in English and not compared, 2 independent texts,/,
    )
    const all = inSpanish(ferryReport.articles.map(({ id }) => id))
    expect(agreement(all).sentence).toMatch(/^No text that could be read is in English/)
  })

  it('says of which day reports without a time tell, where they are of two', () => {
    const untimed = {
      ...ferryReport,
      event: { ...ferryReport.event, from: null, to: null },
      newsDays: { [articles.courier.id]: 'Monday', [articles.tide.id]: 'Sunday' },
    }
    expect(extent(untimed)).toMatch(/times of publication not given; news of Monday \(.\), of Sunday \(.\)$/)
    const same = { ...untimed, newsDays: { [articles.courier.id]: 'Monday', [articles.tide.id]: 'Monday' } }
    expect(extent(same)).toMatch(/times of publication not given$/)
  })

  it('tells what reports credit as the words of the one whom all credit, and else not', () => {
    const [column] = ferryReport.claims
    if (!column) throw new Error('fixture changed')
    const told = (voice: 'own' | 'attributed', names: readonly (string | null)[] = []) => {
      const cells = Object.entries(column.cells).map(([id, cell], index) => {
        if (cell.state !== 'present') return [id, cell] as const
        const name = names[index % names.length] ?? null
        const speaker = name === null ? null : { entity: `${id}-e1`, name }
        return [
          id,
          { ...cell, mentions: cell.mentions.map((mention) => ({ ...mention, voice, speaker })) },
        ] as const
      })
      const claim: ClaimColumn = { ...column, cells: Object.fromEntries<Cell>(cells) }
      return agreement({ ...ferryReport, quotes: [], claims: [claim] }).lines.map(({ label }) => label)
    }
    const [own = ''] = told('own')
    expect(told('attributed', ['Mara Holt', 'Holt'])).toEqual([`Mara Holt: ${own}`])
    expect(told('attributed', ['Mara Holt', 'Ann Lowe'])).toEqual([])
    expect(told('attributed', ['Mara Holt', null])).toEqual([])
    expect(told('attributed')).toEqual([])
  })

  it('is silent on what a report is not surely linked to', () => {
    const cell = ferryReport.claims[0]?.cells[articles.tide.id]
    if (cell?.state !== 'present') throw new Error('fixture changed')
    const report = withCell({ ...ferryReport, quotes: [] }, articles.tide.id, { ...cell, confidence: 0.6 })
    expect(agreement(report).lines).toEqual([])
  })

  it('claims nothing on one report, one text, or none', () => {
    const one = { ...ferryReport, articles: ferryReport.articles.slice(0, 1) }
    expect(agreement(one).sentence).toMatch(/^One report alone/)
    const copies = {
      ...ferryReport,
      independence: { groups: [[articles.courier.id, articles.wireCopy.id]], shared: [] },
    }
    expect(agreement(copies).sentence).toMatch(/^There is one independent text/)
    const none = { ...ferryReport, independence: { groups: [[articles.lost.id]], shared: [] } }
    expect(agreement(none).sentence).toMatch(/^No source could be read/)
  })
})

it.each([
  ['and there was no breakthrough', 'There was no breakthrough'],
  ['that the dam had been inspected', 'The dam had been inspected'],
  ['that is how it went', 'That is how it went'],
  ['“so far,” he said', '“so far,” he said'],
  ['andere Worte', 'Andere Worte'],
  ['and', 'And'],
])('calls the column of “%s” %s', (label, title) => {
  expect(titleOf(label)).toBe(title)
})

it('tells reports and independent texts apart', () => {
  const [column] = ferryReport.claims
  if (!column) throw new Error('fixture changed')
  expect(linkedIn(ferryReport, column)).toBe('linked in 4 of 5 reports, 3 independent texts')
})
