import { expect, it } from 'vitest'
import { Report } from '../../src/model/report.js'
import { writeJson } from '../../src/report/json.js'
import { withoutText } from '../../src/report/without-text.js'
import { documentsOf, formNames } from '../../src/editions/forms.js'
import { make } from '../../src/editions/make.js'
import { documentOf, reportFormats } from '../../src/server/report-formats.js'
import { ferryReport } from '../report/fixture.js'
import { testDeps } from '../support/event.js'

const made = (suffix: string, report: Report): Promise<string | Uint8Array> => {
  const format = reportFormats.find((one) => one.suffix === suffix)
  if (!format) throw new Error(`there is no format ${suffix}`)
  return documentOf(format.file, writeJson(Report, report), testDeps())
}

it('makes a REFI-QDA project of a report with its texts, and says why it makes none of excerpts', async () => {
  expect(await made('.qdpx', ferryReport)).toBeInstanceOf(Uint8Array)
  await expect(made('.qdpx', withoutText(ferryReport))).rejects.toThrow('needs the articles’ texts')
})

it('knows how to make every file of every form, and each address ends in its own way', () => {
  // The PDF is printed from the page, where the machine has a Chromium: tests/browser/pdf.test.ts.
  for (const { file } of documentsOf(formNames.filter((name) => name !== 'pdf')))
    expect(make(file, ferryReport), file).not.toBeNull()
  const suffixes = reportFormats.map(({ suffix }) => suffix)
  expect(new Set(suffixes).size).toBe(suffixes.length)
})
