/**
 * What makes the forms in which the service hands a report out, by the name that its address ends with.
 *
 * In: a Report. Out: a document. Never: the JSON, which is handed out as it is stored.
 */
import type { Home } from '../../model/pool-job.js'
import type { Report } from '../../model/report.js'
import { renderHtml } from '../html.js'
import { renderMarkdown } from '../markdown.js'
import { annotationPage } from './annotations.js'
import { codebook } from './codebook.js'
import { docx } from './docx/document.js'
import { jsonLines } from './jsonl.js'
import { cells } from '../tables/cells.js'
import { tables } from '../tables/tables.js'
import { qdpx } from './qdpx.js'

type ServedForm = {
  readonly render: (report: Report, home?: Home) => string | Uint8Array
  readonly needsTexts: boolean
}

const form = (render: ServedForm['render'], needsTexts = false): ServedForm => ({ render, needsTexts })

export const servedForms: ReadonlyMap<string, ServedForm> = new Map([
  ['.html', form(renderHtml)],
  ['.md', form(renderMarkdown)],
  ['.csv', form(cells.csv)],
  ...tables.map(({ name, csv }) => [`.${name}.csv`, form(csv)] as const),
  ...tables.map((table) => [`.${table.name}.jsonl`, form((report) => jsonLines(table, report))] as const),
  ['.annotations.jsonld', form(annotationPage)],
  ['.docx', form(docx)],
  ['.qdpx', form(qdpx, true)],
  ['.codebook.md', form(codebook)],
])
