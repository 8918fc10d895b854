/** The forms in which a report is handed out. In: the stored JSON. Out: a document with its type and policy. */
import { Report } from '../model/report.js'
import { cellsCsv } from '../report/cells-csv.js'
import { findingsCsv } from '../report/findings-csv.js'
import { renderHtml } from '../report/html.js'
import { renderMarkdown } from '../report/markdown.js'
import { quotesCsv } from '../report/quotes-csv.js'
import { policy } from '../view/html/page.js'

export type ReportFormat = {
  /** After `/report`, and of the file's name. */
  readonly suffix: string
  readonly mediaType: string
  /** For links on pages. */
  readonly title: string
  readonly describes: string
  readonly render: (stored: string) => string
}

const report = (stored: string): Report => Report.parse(JSON.parse(stored))

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
]

/** The page's own policy, and no other page may frame it. */
export function reportPolicy(): string {
  return `${policy()}; frame-ancestors 'none'`
}
