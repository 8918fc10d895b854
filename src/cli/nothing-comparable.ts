/**
 * What `compare` leaves where there is nothing to compare: why, and an inspection of every source, in place of a report
 * whose blocks would all be empty.
 *
 * In: JSON of the Report. Out: text on standard output; with `--out`, `inspection.txt` and `report.json` in that folder.
 */
import { Report } from '../model/report.js'
import { writeJson } from '../report/json.js'
import { withoutText } from '../report/without-text.js'
import { plainText } from '../text/plain-text.js'
import { describe } from './inspection.js'
import { writeFolder } from './output-folder.js'
import type { Terminal } from './terminal.js'

export async function leaveInspection(
  json: string,
  options: { readonly out?: string; readonly text: boolean },
  terminal: Terminal,
): Promise<void> {
  const report = Report.parse(JSON.parse(json))
  const text = inspectionOf(report)
  if (options.out !== undefined) {
    const kept = options.text ? json : writeJson(Report, withoutText(report))
    const files = [
      { name: 'inspection.txt', content: text },
      { name: 'report.json', content: kept },
    ]
    await writeFolder(options.out, files, terminal)
  }
  const last =
    options.out === undefined
      ? 'No report was written. Give two readable reports of one event, or look closer with npx synoptic inspect.'
      : `Written to ${plainText(options.out)}: inspection.txt, report.json.`
  await terminal.out(`${text}${last}\n`)
}

function inspectionOf(report: Report): string {
  const sources = new Set(report.articles.map(({ source }) => source))
  // An issue of one article stands under it.
  const ofEvent = report.issues.filter(
    ({ source, severity }) => severity !== 'info' && (source === null || !sources.has(source)),
  )
  const why = ofEvent.map(({ message }) => `${plainText(message)}\n`).join('')
  return `${why}\nWhat was read:\n\n${report.articles.map((article) => describe(article, false)).join('')}`
}
