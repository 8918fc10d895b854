/** What makes each file of a report, in whatever form. */
import type { FilesJob } from '../model/pool-job.js'
import { Report } from '../model/report.js'
import { keySheet, studentSheet } from './classroom/sheets.js'
import { renderHtml } from '../print/html/page.js'
import { writeJson } from '../report/json.js'
import { jsonLines } from './tables/table.js'
import { memoMarkdown, renderMarkdown } from '../print/markdown.js'
import { tables, codebook, dataPackage } from './tables/tables.js'
import { annotationPage } from './annotations.js'
import { docx, memoDocx } from '../print/docx/document.js'
import { documentsOf, usualForms, type FormName } from './forms.js'
import { qdpx } from './qdpx.js'

export type ReportFile = { readonly name: string; readonly content: string | Uint8Array }

/** Null where there is nothing to make it of. */
type Make = (report: Report, asked: Asked) => ReportFile['content'] | null

/** The service that a page is served by; rows that somebody chose for a lesson. */
type Asked = Pick<FilesJob, 'home' | 'rows'>

const makers: ReadonlyMap<string, Make> = new Map<string, Make>([
  ['report.html', (report, { home }) => renderHtml(report, home)],
  ['report.json', (report) => writeJson(Report, report) + '\n'],
  ['report.md', renderMarkdown],
  ...tables.map(({ name, csv }) => [`${name}.csv`, csv] as const),
  ['codebook.md', codebook],
  ['datapackage.json', dataPackage],
  ...tables.map((table) => [`${table.name}.jsonl`, (report: Report) => jsonLines(table, report)] as const),
  ['report.docx', docx],
  ['memo.docx', memoDocx],
  ['memo.md', memoMarkdown],
  // Printed from the page, outside of this: pool/pooled.ts.
  ['report.pdf', () => null],
  ['annotations.jsonld', annotationPage],
  ['project.qdpx', qdpx],
  ['classroom-student.html', (report, { rows }) => studentSheet(report, rows)],
  ['classroom-key.html', (report, { rows }) => keySheet(report, rows)],
])

export function make(file: string, report: Report, asked: Asked = {}): ReportFile['content'] | null {
  const maker = makers.get(file)
  if (!maker) throw new Error(`nothing makes the file ${file}`)
  return maker(report, asked)
}

/** The usual files and those of further forms: what the command line writes into a folder. */
export function reportFiles(report: Report, also: readonly FormName[] = []): readonly ReportFile[] {
  return filesOf(report, [...usualForms, ...also])
}

/** The files of several forms, or those named, each once, in the order of the forms. */
export function filesOf(report: Report, names: readonly string[], asked: Asked = {}): readonly ReportFile[] {
  return documentsOf(names).flatMap(({ file }) => {
    const content = make(file, report, asked)
    return content === null ? [] : [{ name: file, content }]
  })
}
