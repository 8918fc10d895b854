/** The forms in which a report is handed out. In: the stored JSON. Out: a document, made in the pool, with its type and policy. */
import type { Home, Written } from '../model/pool-job.js'
import { write, type Deps } from '../pooled.js'
import { tables } from '../report/tables/tables.js'
import { policy } from '../view/html/page.js'
import { HttpProblem } from './problems.js'

export type ReportFormat = {
  /** After `/report`, and of the file's name. */
  readonly suffix: string
  readonly mediaType: string
  /** For links on pages. */
  readonly title: string
  readonly describes: string
}

const titles = {
  cells: 'Cells',
  findings: 'Findings',
  quotes: 'Quotations',
  actors: 'Actors',
  articles: 'Articles',
} as const

/** In the order in which Accept's ties are decided. */
export const reportFormats: readonly ReportFormat[] = [
  {
    suffix: '.json',
    title: 'JSON',
    mediaType: 'application/json',
    describes: 'the contract: schema synoptic/report@1',
  },
  {
    suffix: '.html',
    title: 'HTML',
    mediaType: 'text/html',
    describes: 'one file that opens from disk and loads nothing',
  },
  {
    suffix: '.md',
    title: 'Markdown',
    mediaType: 'text/markdown',
    describes: 'CommonMark with tables',
  },
  {
    suffix: '.cells.csv',
    title: 'Cells (CSV)',
    mediaType: 'text/csv',
    describes: 'a row for each article in each column, absent and unknown ones included',
  },
  {
    suffix: '.csv',
    title: 'CSV',
    mediaType: 'text/csv',
    describes: 'the same as cells.csv',
  },
  {
    suffix: '.findings.csv',
    title: 'Findings (CSV)',
    mediaType: 'text/csv',
    describes: 'a row for each finding',
  },
  {
    suffix: '.quotes.csv',
    title: 'Quotations (CSV)',
    mediaType: 'text/csv',
    describes: 'a row for each quotation',
  },
  {
    suffix: '.actors.csv',
    title: 'Actors (CSV)',
    mediaType: 'text/csv',
    describes: 'a row for each label, modifier and act of each person, body and place in each article',
  },
  {
    suffix: '.articles.csv',
    title: 'Articles (CSV)',
    mediaType: 'text/csv',
    describes: 'a row for each article',
  },
  ...tables.map((table): ReportFormat => ({
    suffix: `.${table.name}.jsonl`,
    title: `${titles[table.name]} (JSON lines)`,
    mediaType: 'application/jsonl',
    describes: 'the rows of the CSV with JSON’s types, lists as arrays',
  })),
  {
    suffix: '.annotations.jsonld',
    title: 'Web Annotations',
    mediaType: 'application/ld+json',
    describes: 'a W3C annotation page, an annotation a finding',
  },
  {
    suffix: '.docx',
    title: 'Word',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    describes: 'a hand-out for Word and LibreOffice',
  },
  {
    suffix: '.qdpx',
    title: 'REFI-QDA',
    mediaType: 'application/zip',
    describes: 'a REFI-QDA project for MAXQDA, NVivo, ATLAS.ti; only of a report that holds its texts',
  },
  {
    suffix: '.codebook.md',
    title: 'Codebook',
    mediaType: 'text/markdown',
    describes: 'what the columns of the tables mean',
  },
]

/** The document, `home` in it where it is a page; or the problem `no-report` where it cannot be had of this report. */
export async function documentOf(
  format: Pick<ReportFormat, 'suffix'>,
  report: string,
  deps: Pick<Deps, 'pool'>,
  home?: Home,
): Promise<string | Uint8Array> {
  if (format.suffix === '.json') return report
  const job = { as: 'form', form: format.suffix, report, ...(home ? { home } : {}) } as const
  return contentOf(await write(job, deps))
}

function contentOf(written: Written): string | Uint8Array {
  if (written.state === 'refused') throw new HttpProblem('no-report', written.reason)
  const [file] = written.files
  if (!file) throw new Error('no document was made')
  return file.content
}

/** The page's own policy, and no other page may frame it. */
export function reportPolicy(): string {
  return `${policy()}; frame-ancestors 'none'`
}
