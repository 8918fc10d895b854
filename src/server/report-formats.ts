/** The forms in which a report is handed out. In: the stored JSON. Out: a document with its type and policy. */
import { Report } from '../model/report.js'
import { cellsCsv } from '../report/cells-csv.js'
import { annotationPage } from '../report/exports/annotations.js'
import { codebook } from '../report/exports/codebook.js'
import { docx } from '../report/exports/docx/document.js'
import { impossible } from '../report/exports/forms.js'
import { jsonLines } from '../report/exports/jsonl.js'
import { qdpx } from '../report/exports/qdpx.js'
import { tables } from '../report/exports/tables.js'
import { findingsCsv } from '../report/findings-csv.js'
import { renderHtml } from '../report/html.js'
import { renderMarkdown } from '../report/markdown.js'
import { quotesCsv } from '../report/quotes-csv.js'
import { policy } from '../view/html/page.js'
import { HttpProblem } from './problems.js'

export type ReportFormat = {
  /** After `/report`, and of the file's name. */
  readonly suffix: string
  readonly mediaType: string
  /** For links on pages. */
  readonly title: string
  readonly describes: string
  readonly render: (stored: string) => string | Uint8Array
}

const report = (stored: string): Report => Report.parse(JSON.parse(stored))

const titles = { cells: 'Cells', findings: 'Findings', quotes: 'Quotations' } as const

/** In the order in which Accept's ties are decided. */
export const reportFormats: readonly ReportFormat[] = [
  {
    suffix: '.json',
    title: 'JSON',
    mediaType: 'application/json',
    describes: 'the contract: schema synoptic/report@1',
    render: (stored) => stored,
  },
  {
    suffix: '.html',
    title: 'HTML',
    mediaType: 'text/html',
    describes: 'one file that opens from disk and loads nothing',
    render: (stored) => renderHtml(report(stored)),
  },
  {
    suffix: '.md',
    title: 'Markdown',
    mediaType: 'text/markdown',
    describes: 'CommonMark with tables',
    render: (stored) => renderMarkdown(report(stored)),
  },
  {
    suffix: '.cells.csv',
    title: 'Cells (CSV)',
    mediaType: 'text/csv',
    describes: 'a row for each article in each column, absent and unknown ones included',
    render: (stored) => cellsCsv(report(stored)),
  },
  {
    suffix: '.csv',
    title: 'CSV',
    mediaType: 'text/csv',
    describes: 'the same as cells.csv',
    render: (stored) => cellsCsv(report(stored)),
  },
  {
    suffix: '.findings.csv',
    title: 'Findings (CSV)',
    mediaType: 'text/csv',
    describes: 'a row for each finding',
    render: (stored) => findingsCsv(report(stored)),
  },
  {
    suffix: '.quotes.csv',
    title: 'Quotations (CSV)',
    mediaType: 'text/csv',
    describes: 'a row for each quotation',
    render: (stored) => quotesCsv(report(stored)),
  },
  ...tables.map((table): ReportFormat => ({
    suffix: `.${table.name}.jsonl`,
    title: `${titles[table.name]} (JSON lines)`,
    mediaType: 'application/jsonl',
    describes: 'the rows of the CSV with JSON’s types, lists as arrays',
    render: (stored) => jsonLines(table, report(stored)),
  })),
  {
    suffix: '.annotations.jsonld',
    title: 'Web Annotations',
    mediaType: 'application/ld+json',
    describes: 'a W3C annotation page, an annotation a finding',
    render: (stored) => annotationPage(report(stored)),
  },
  {
    suffix: '.docx',
    title: 'Word',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    describes: 'a hand-out for Word and LibreOffice',
    render: (stored) => docx(report(stored)),
  },
  {
    suffix: '.qdpx',
    title: 'REFI-QDA',
    mediaType: 'application/zip',
    describes: 'a REFI-QDA project for MAXQDA, NVivo, ATLAS.ti; only of a report that holds its texts',
    render: (stored) => withTexts(report(stored)),
  },
  {
    suffix: '.codebook.md',
    title: 'Codebook',
    mediaType: 'text/markdown',
    describes: 'what the columns of the tables mean',
    render: (stored) => codebook(report(stored)),
  },
]

function withTexts(read: Report): Uint8Array {
  if (impossible(read, ['qdpx']).length > 0)
    throw new HttpProblem('no-report', 'This form needs the articles’ texts, and the report holds none.')
  return qdpx(read)
}

/** The page's own policy, and no other page may frame it. */
export function reportPolicy(): string {
  return `${policy()}; frame-ancestors 'none'`
}
