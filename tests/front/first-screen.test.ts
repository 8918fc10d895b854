/** `agreement` and `front` of the Report: what the views open with, for programs. */
import { describe, expect, it } from 'vitest'
import { Report } from '../../src/model/report.js'
import { withFirstScreen } from '../../src/front/first-screen.js'
import { withoutText } from '../../src/report/without-text.js'
import { agreement } from '../../src/front/agreement.js'
import { blocksOf } from '../../src/print/blocks.js'
import { ferryReport } from '../report/fixture.js'

const report = withFirstScreen(ferryReport)

describe('the first screen in the report', () => {
  it('names the findings of the three blocks, and no other', () => {
    const shown = blocksOf(report.findings).front.flatMap(({ findings }) => findings.map(({ id }) => id))
    expect(report.front).toHaveLength(shown.length)
    expect(new Set(report.front)).toEqual(new Set(shown))
    expect(shown.length).toBeGreaterThan(0)
  })

  it('gives the columns that the views call told by all, with who tells them and who could not be searched', () => {
    const { lines, ofAll } = agreement(ferryReport)
    const columns = lines.map(({ column }) => column)
    expect(ofAll).toBe(true)
    expect(report.agreement?.map(({ column }) => column)).toEqual(columns.map(({ id }) => id))
    for (const { column, articles, unknown } of report.agreement ?? []) {
      const cells = columns.find(({ id }) => id === column)?.cells ?? {}
      expect(articles.every((id) => cells[id]?.state === 'present')).toBe(true)
      expect(articles.length).toBeGreaterThan(1)
      const others = report.articles.map(({ id }) => id).filter((id) => !articles.includes(id))
      expect([...unknown].sort()).toEqual(others.sort())
    }
  })

  it('gives no agreement where the most widely told is not told by all', () => {
    const [column] = ferryReport.claims
    const [alone = ''] = ferryReport.independence.groups.find(
      ([id = '', ...others]) => others.length === 0 && column?.cells[id]?.state === 'present',
    ) ?? ['']
    if (!column || alone === '') throw new Error('the fixture has no such column')
    const absent = { state: 'absent', confidence: 1, nearest: null } as const
    const claims = [{ ...column, cells: { ...column.cells, [alone]: absent } }]
    expect(withFirstScreen({ ...ferryReport, claims, quotes: [] }).agreement).toEqual([])
  })

  it('keeps labels short where texts are left out', () => {
    for (const { label } of withoutText(report).agreement ?? []) expect(label.length).toBeLessThanOrEqual(40)
  })

  it('may be missing: reports of earlier versions are read all the same', () => {
    expect(Report.safeParse(ferryReport).success).toBe(true)
    expect(ferryReport).not.toHaveProperty('front')
  })
})
