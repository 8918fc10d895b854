/**
 * The forms a report comes in, a row a form: what the command line takes and explains, which files a form has, under which
 * name and type the service hands each out. What makes the files is in make.ts; this loads nothing, so that help comes at
 * once.
 */
import { tableNames, type TableName } from '../report/tables/names.js'

export type ReportDocument = {
  /** The file's name. */
  readonly file: string
  /** What an address of the service ends with after `/report`; null: it has none of its own. */
  readonly suffix: string | null
  readonly mediaType: string
  /** For links on pages. */
  readonly title: string
  readonly describes: string
}

type Form = {
  readonly name: string
  readonly describes: string
  /** Whether every report is written in it, asked for or not. */
  readonly always?: true
  /** Whether it cannot be made of a report whose articles' texts were left out. */
  readonly needsTexts?: true
  readonly documents: readonly ReportDocument[]
}

const titles: Readonly<Record<TableName, string>> = {
  cells: 'Cells',
  findings: 'Findings',
  quotes: 'Quotations',
  actors: 'Actors',
  articles: 'Articles',
}

const rows: Readonly<Record<TableName, string>> = {
  cells: 'a row for each article in each column, absent and unknown ones included',
  findings: 'a row for each finding',
  quotes: 'a row for each quotation',
  actors: 'a row for each label, modifier and act of each person, body and place in each article',
  articles: 'a row for each article',
}

/** In the order in which they are written and listed. */
export const forms = [
  {
    name: 'html',
    describes: 'one page that opens from disk',
    always: true,
    documents: [
      {
        file: 'report.html',
        suffix: '.html',
        mediaType: 'text/html',
        title: 'HTML',
        describes: 'one file that opens from disk and loads nothing',
      },
    ],
  },
  {
    name: 'json',
    describes: 'the contract, for programs',
    always: true,
    documents: [
      {
        file: 'report.json',
        suffix: '.json',
        mediaType: 'application/json',
        title: 'JSON',
        describes: 'the contract: schema synoptic/report@1',
      },
    ],
  },
  {
    name: 'md',
    describes: 'Markdown with tables, for mail, wikis, repositories',
    always: true,
    documents: [
      {
        file: 'report.md',
        suffix: '.md',
        mediaType: 'text/markdown',
        title: 'Markdown',
        describes: 'CommonMark with tables',
      },
    ],
  },
  {
    name: 'csv',
    describes: 'tables for spreadsheets and statistics, with codebook and data package',
    always: true,
    documents: [
      ...tableNames.map((table) => ({
        file: `${table}.csv`,
        suffix: `.${table}.csv`,
        mediaType: 'text/csv',
        title: `${titles[table]} (CSV)`,
        describes: rows[table],
      })),
      {
        file: 'codebook.md',
        suffix: '.codebook.md',
        mediaType: 'text/markdown',
        title: 'Codebook',
        describes: 'what the columns of the tables mean',
      },
      {
        file: 'datapackage.json',
        suffix: null,
        mediaType: 'application/json',
        title: 'Data package',
        describes: 'types, keys and checksums of the CSV files beside it',
      },
    ],
  },
  {
    name: 'jsonl',
    describes: 'the tables as JSON lines',
    documents: tableNames.map((table) => ({
      file: `${table}.jsonl`,
      suffix: `.${table}.jsonl`,
      mediaType: 'application/jsonl',
      title: `${titles[table]} (JSON lines)`,
      describes: 'the rows of the CSV with JSON’s types, lists as arrays',
    })),
  },
  {
    name: 'docx',
    describes: 'a hand-out to edit and print, for Word and LibreOffice',
    documents: [
      {
        file: 'report.docx',
        suffix: '.docx',
        mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        title: 'Word',
        describes: 'a hand-out for Word and LibreOffice',
      },
    ],
  },
  {
    name: 'annotations',
    describes: 'W3C Web Annotations (JSON-LD)',
    documents: [
      {
        file: 'annotations.jsonld',
        suffix: '.annotations.jsonld',
        mediaType: 'application/ld+json',
        title: 'Web Annotations',
        describes: 'a W3C annotation page, an annotation a finding',
      },
    ],
  },
  {
    name: 'qdpx',
    describes: 'a REFI-QDA project for MAXQDA, NVivo, ATLAS.ti',
    needsTexts: true,
    documents: [
      {
        file: 'project.qdpx',
        suffix: '.qdpx',
        mediaType: 'application/zip',
        title: 'REFI-QDA',
        describes: 'a REFI-QDA project for MAXQDA, NVivo, ATLAS.ti; only of a report that holds its texts',
      },
    ],
  },
  {
    name: 'classroom',
    describes: 'a sheet for a lesson and its key',
    documents: [
      {
        file: 'classroom-student.html',
        suffix: null,
        mediaType: 'text/html',
        title: 'Sheet for a lesson',
        describes: 'passages to set side by side, outlets masked',
      },
      {
        file: 'classroom-key.html',
        suffix: null,
        mediaType: 'text/html',
        title: 'Key to the sheet',
        describes: 'the answers, with the outlets',
      },
    ],
  },
] as const satisfies readonly Form[]

export type FormName = (typeof forms)[number]['name']

const all: readonly (Form & { readonly name: FormName })[] = forms

export const formNames = all.map(({ name }) => name)
/** Those that every report is written in. */
export const usualForms = all.filter(({ always }) => always).map(({ name }) => name)
export const furtherForms = all.filter(({ always }) => !always).map(({ name }) => name)

/** Of several forms, each once, in the order of the rows. */
export function documentsOf(names: readonly string[]): readonly ReportDocument[] {
  return all.filter(({ name }) => names.includes(name)).flatMap(({ documents }) => documents)
}

/** Those of the named forms, or of the form that has the named file, that only a report with its texts gives. */
export function needTexts(names: readonly string[]): readonly FormName[] {
  return all
    .filter(
      ({ name, documents, needsTexts }) =>
        needsTexts && (names.includes(name) || documents.some(({ file }) => names.includes(file))),
    )
    .map(({ name }) => name)
}
