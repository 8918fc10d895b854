import { expect, it } from 'vitest'
import { Report } from '../../src/model/report.js'
import { writeJson } from '../../src/report/json.js'
import { withoutText } from '../../src/report/without-text.js'
import { servedForms } from '../../src/report/exports/served-forms.js'
import { documentOf, reportFormats } from '../../src/server/report-formats.js'
import { ferryReport } from '../report/fixture.js'
import { testDeps } from '../support/event.js'

const made = (suffix: string, report: Report): Promise<string | Uint8Array> => {
  const format = reportFormats.find((one) => one.suffix === suffix)
  if (!format) throw new Error(`there is no format ${suffix}`)
  return documentOf(format, writeJson(Report, report), testDeps())
}

it('makes a REFI-QDA project of a report with its texts, and says why it makes none of excerpts', async () => {
  expect(await made('.qdpx', ferryReport)).toBeInstanceOf(Uint8Array)
  await expect(made('.qdpx', withoutText(ferryReport))).rejects.toThrow('needs the articles’ texts')
})

it('knows how to make every form that it offers, and offers every form that it can make', () => {
  const offered = reportFormats.map(({ suffix }) => suffix).filter((suffix) => suffix !== '.json')
  expect([...servedForms.keys()].toSorted()).toEqual(offered.toSorted())
})
