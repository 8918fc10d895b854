import { expect, it } from 'vitest'
import { Report } from '../../src/model/report.js'
import { writeJson } from '../../src/report/json.js'
import { withoutText } from '../../src/report/without-text.js'
import { reportFormats } from '../../src/server/report-formats.js'
import { ferryReport } from '../report/fixture.js'

const render = (suffix: string, report: Report): string | Uint8Array | undefined =>
  reportFormats.find((format) => format.suffix === suffix)?.render(writeJson(Report, report))

it('makes a REFI-QDA project of a report with its texts, and says why it makes none of excerpts', () => {
  expect(render('.qdpx', ferryReport)).toBeInstanceOf(Uint8Array)
  expect(() => render('.qdpx', withoutText(ferryReport))).toThrow('needs the articles’ texts')
})
