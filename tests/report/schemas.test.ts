/** The published schemas: up to date, open to what v1 may add, and held against reports, made by hand and by pipeline. */
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it, test } from 'vitest'
import { folder, schemaFiles } from '../../scripts/build-schemas.js'
import { InspectedArticle, Report } from '../../src/model/report.js'
import { writeJson } from '../../src/report/json.js'
import { withoutText } from '../../src/report/without-text.js'
import { ferryReport } from './fixture.js'
import { compareSample, samples } from '../support/event.js'

const schema = (name: string): object => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as object
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, formats: { 'date-time': true } })
const validateReport = ajv.compile(schema('report.schema.json'))
const validateArticle = ajv.compile(schema('article.schema.json'))

test('schemas are what `npm run schemas` writes', () => {
  for (const { name, content } of schemaFiles()) {
    expect(readFileSync(new URL(name, folder), 'utf8'), name).toBe(content)
  }
})

describe.each(samples)('a report on %s', (name) => {
  it('is valid for readers and for ourselves, with and without texts', async () => {
    const report = await compareSample(name)
    for (const value of [report, withoutText(report)]) {
      const printed: unknown = JSON.parse(writeJson(Report, value))
      expect(validateReport(printed), JSON.stringify(validateReport.errors?.slice(0, 3))).toBe(true)
      for (const article of value.articles) {
        expect(validateArticle(JSON.parse(writeJson(InspectedArticle, article)))).toBe(true)
      }
    }
  })
})

describe('readers', () => {
  const printed = (): Record<string, unknown> =>
    JSON.parse(writeJson(Report, ferryReport)) as Record<string, unknown>

  it('may meet fields, kinds and values they do not know', () => {
    const [finding] = ferryReport.findings
    const later = { ...printed(), mood: 'new', findings: [{ ...finding, kind: 'a-later-kind', extra: 1 }] }
    expect(validateReport(later)).toBe(true)
    expect(Report.safeParse(later).success).toBe(false)
  })

  it('are told of what is missing or of another type', () => {
    const missing = printed()
    delete missing['findings']
    expect(validateReport(missing)).toBe(false)
    expect(validateReport({ ...printed(), complete: 'yes' })).toBe(false)
    expect(validateReport({ ...printed(), schema: 'synoptic/report@2' })).toBe(false)
  })
})
