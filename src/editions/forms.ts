/**
 * The forms a report comes in, a row a form: what the command line takes and explains, which files a form has, under which
 * name and type the service hands each out. What makes the files is in make.ts; this loads nothing, so that help comes at
 * once.
 */

/** The tables a report comes with, in the order in which they are listed. */
export const tableNames = ['cells', 'findings', 'quotes', 'actors', 'articles'] as const
export type TableName = (typeof tableNames)[number]

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

const mediaTypes = {
  html: 'text/html',
  json: 'application/json',
  md: 'text/markdown',
  csv: 'text/csv',
  jsonl: 'application/jsonl',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  jsonld: 'application/ld+json',
  qdpx: 'application/zip',
  pdf: 'application/pdf',
} as const

function document(
  name: string,
  ending: keyof typeof mediaTypes,
  suffix: string | null,
  title: string,
  describes: string,
): ReportDocument {
  return { file: `${name}.${ending}`, suffix, mediaType: mediaTypes[ending], title, describes }
}

const tables: Readonly<Record<TableName, readonly [title: string, rows: string]>> = {
  cells: ['Cells', 'a row for each article in each column, absent and unknown ones included'],
  findings: ['Findings', 'a row for each finding'],
  quotes: ['Quotations', 'a row for each quotation'],
  actors: ['Actors', 'a row for each label, modifier and act of each person, body and place in each article'],
  articles: ['Articles', 'a row for each article'],
}

/** In the order in which they are written and listed. */
export const forms = [
  {
    name: 'html',
    describes: 'one page that opens from disk',
    always: true,
    documents: [
      document('report', 'html', '.html', 'HTML', 'one file that opens from disk and loads nothing'),
    ],
  },
  {
    name: 'json',
    describes: 'the contract, for programs',
    always: true,
    documents: [document('report', 'json', '.json', 'JSON', 'the contract: schema synoptic/report@1')],
  },
  {
    name: 'md',
    describes: 'Markdown with tables, for mail, wikis, repositories',
    always: true,
    documents: [document('report', 'md', '.md', 'Markdown', 'CommonMark with tables')],
  },
  {
    name: 'csv',
    describes: 'tables for spreadsheets and statistics, with codebook and data package',
    always: true,
    documents: [
      ...tableNames.map((table) =>
        document(table, 'csv', `.${table}.csv`, `${tables[table][0]} (CSV)`, tables[table][1]),
      ),
      document('codebook', 'md', '.codebook.md', 'Codebook', 'what the columns of the tables mean'),
      document(
        'datapackage',
        'json',
        null,
        'Data package',
        'types, keys and checksums of the CSV files beside it',
      ),
    ],
  },
  {
    name: 'jsonl',
    describes: 'the tables as JSON lines',
    documents: tableNames.map((table) =>
      document(
        table,
        'jsonl',
        `.${table}.jsonl`,
        `${tables[table][0]} (JSON lines)`,
        'the rows of the CSV with JSON’s types, lists as arrays',
      ),
    ),
  },
  {
    name: 'docx',
    describes: 'a hand-out to edit and print, for Word and LibreOffice',
    documents: [document('report', 'docx', '.docx', 'Word', 'a hand-out for Word and LibreOffice')],
  },
  {
    name: 'memo',
    describes: 'one page: what stands first, with the words that show it',
    documents: [
      document('memo', 'docx', '.memo.docx', 'Memo (Word)', 'one page: what stands first, with its words'),
      document('memo', 'md', '.memo.md', 'Memo (Markdown)', 'one page: what stands first, with its words'),
    ],
  },
  {
    name: 'pdf',
    describes: 'the page as it prints, made with Chromium where the machine has it',
    documents: [
      document(
        'report',
        'pdf',
        '.pdf',
        'PDF',
        'the page as it prints, where the machine of the service has Chromium',
      ),
    ],
  },
  {
    name: 'annotations',
    describes: 'W3C Web Annotations (JSON-LD)',
    documents: [
      document(
        'annotations',
        'jsonld',
        '.annotations.jsonld',
        'Web Annotations',
        'a W3C annotation page, an annotation a finding',
      ),
    ],
  },
  {
    name: 'qdpx',
    describes: 'a REFI-QDA project for MAXQDA, NVivo, ATLAS.ti',
    needsTexts: true,
    documents: [
      document(
        'project',
        'qdpx',
        '.qdpx',
        'REFI-QDA',
        'a REFI-QDA project for MAXQDA, NVivo, ATLAS.ti; only of a report that holds its texts',
      ),
    ],
  },
  {
    name: 'classroom',
    describes: 'a sheet for a lesson and its key',
    documents: [
      document(
        'classroom-student',
        'html',
        '.classroom.html',
        'Sheet for a lesson',
        'passages to set side by side, outlets masked',
      ),
      document(
        'classroom-key',
        'html',
        '.classroom-key.html',
        'Key to the sheet',
        'the answers, with the outlets',
      ),
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

/** The tables a report comes with, in the order in which they are listed. */
