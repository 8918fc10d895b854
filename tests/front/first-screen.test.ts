/** What the views open with, as fields of the report, for programs. */
import { describe, expect, it } from 'vitest'
import { Report } from '../../src/model/report.js'
import { sortedOf } from '../../src/print/blocks.js'
import { withoutText } from '../../src/report/without-text.js'
import { ferryEvent, ferryReport, fronted } from '../report/fixture.js'

describe('the first screen in the report', () => {
  it('names the findings that stand in front, and no other', () => {
    const shown = sortedOf(ferryReport.findings).front.map(({ id }) => id)
    expect(ferryReport.front).toHaveLength(shown.length)
    expect(new Set(ferryReport.front)).toEqual(new Set(shown))
    expect(shown.length).toBeGreaterThan(0)
  })

  it('gives the columns told by all, with who tells them and who could not be searched', () => {
    const { agreement = [], claims, quotes, articles } = ferryReport
    expect(agreement.length).toBeGreaterThan(0)
    for (const { column, articles: told, unknown } of agreement) {
      const cells = [...claims, ...quotes].find(({ id }) => id === column)?.cells ?? {}
      expect(told.every((id) => cells[id]?.state === 'present')).toBe(true)
      expect(told.length).toBeGreaterThan(1)
      const others = articles.map(({ id }) => id).filter((id) => !told.includes(id))
      expect([...unknown].sort()).toEqual(others.sort())
    }
  })

  it('gives no agreement where the most widely told is not told by all', () => {
    const [column] = ferryEvent.claims
    const [alone = ''] = ferryEvent.independence.groups.find(
      ([id = '', ...others]) => others.length === 0 && column?.cells[id]?.state === 'present',
    ) ?? ['']
    if (!column || alone === '') throw new Error('the fixture has no such column')
    const absent = { state: 'absent', confidence: 1, nearest: null } as const
    const claims = [{ ...column, cells: { ...column.cells, [alone]: absent } }]
    expect(fronted({ ...ferryEvent, claims, quotes: [] }).agreement).toEqual([])
  })

  it('keeps labels short where texts are left out', () => {
    for (const { label } of withoutText(ferryReport).agreement ?? [])
      expect(label.length).toBeLessThanOrEqual(40)
  })

  it('may be missing: reports of earlier versions are read all the same', () => {
    expect(Report.safeParse(ferryEvent).success).toBe(true)
    expect(ferryEvent).not.toHaveProperty('front')
  })
})
