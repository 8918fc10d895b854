/**
 * All files of a report, as the CLI writes them into a folder and a server may hand them out.
 *
 * In: a Report. Out: names and contents. Never: writes to disk.
 */
import { Report } from '../model/report.js'
import { cellsCsv } from './cells-csv.js'
import { findingsCsv } from './findings-csv.js'
import { renderHtml } from './html.js'
import { writeJson } from './json.js'
import { renderMarkdown } from './markdown.js'
import { quotesCsv } from './quotes-csv.js'

export type ReportFile = { readonly name: string; readonly content: string }

export function reportFiles(report: Report): readonly ReportFile[] {
  return [
    { name: 'report.html', content: renderHtml(report) },
    { name: 'report.json', content: writeJson(Report, report) + '\n' },
    { name: 'report.md', content: renderMarkdown(report) },
    { name: 'cells.csv', content: cellsCsv(report) },
    { name: 'findings.csv', content: findingsCsv(report) },
    { name: 'quotes.csv', content: quotesCsv(report) },
  ]
}
