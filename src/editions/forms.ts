/** The forms of a report, a row a form: what is asked for, its files, their names and types. Loads nothing, so that help comes at once. */

export type ReportDocument = {
  readonly file: string
  /** What an address of the service ends with after `/report`; null: it has none of its own. */
  readonly suffix: string | null
  readonly mediaType: string
  readonly title: string
  readonly describes: string
}

type Form<Name> = {
  readonly name: Name
  readonly describes: string
  /** Whether every report is written in it, asked for or not. */
  readonly always?: true
  /** Whether it cannot be made of a report whose articles' texts were left out. */
  readonly needsTexts?: true
  readonly documents: readonly ReportDocument[]
}

const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/html',
  json: 'application/json',
  md: 'text/markdown',
  csv: 'text/csv',
  jsonl: 'application/jsonl',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  jsonld: 'application/ld+json',
  qdpx: 'application/zip',
  pdf: 'application/pdf',
}

/** Of a document that is described as its form is, no more is said. */
type Row = readonly [file: string, suffix: string | null, title: string, describes?: string]

function form<Name extends string>(
  name: Name,
  describes: string,
  rows: readonly Row[],
  more: Pick<Form<Name>, 'always' | 'needsTexts'> = {},
): Form<Name> {
  const documents = rows.map(([file, suffix, title, own = describes]) => {
    const mediaType = mediaTypes[file.slice(file.lastIndexOf('.') + 1)] ?? ''
    return { file, suffix, mediaType, title, describes: own }
  })
  return { name, describes, ...more, documents }
}

/** The tables a report comes with, in the order in which they are listed. */
const tables = [
  ['cells', 'Cells', 'a row for each article in each column, absent and unknown ones included'],
  ['findings', 'Findings', 'a row for each finding'],
  ['quotes', 'Quotations', 'a row for each quotation'],
  [
    'actors',
    'Actors',
    'a row for each label, modifier and act of each person, body and place in each article',
  ],
  ['articles', 'Articles', 'a row for each article'],
] as const
const ofTables = (ending: string, kind: string, says?: string): Row[] =>
  tables.map(([name, title, rows]) => {
    return [`${name}.${ending}`, `.${name}.${ending}`, `${title} (${kind})`, says ?? rows]
  })

export const forms = [
  form('html', 'one page that opens from disk', [['report.html', '.html', 'HTML']], { always: true }),
  form('json', 'the contract, for programs', [['report.json', '.json', 'JSON']], { always: true }),
  form('md', 'Markdown with tables, for mail, wikis, repositories', [['report.md', '.md', 'Markdown']], {
    always: true,
  }),
  form(
    'csv',
    'tables for spreadsheets and statistics, with codebook and data package',
    [
      ...ofTables('csv', 'CSV'),
      ['codebook.md', '.codebook.md', 'Codebook', 'what the columns of the tables mean'],
      ['datapackage.json', null, 'Data package', 'types, keys and checksums of the CSV files beside it'],
    ],
    { always: true },
  ),
  form(
    'jsonl',
    'the tables as JSON lines',
    ofTables('jsonl', 'JSON lines', 'the rows of the CSV with JSON’s types, lists as arrays'),
  ),
  form('docx', 'a hand-out to edit and print, for Word and LibreOffice', [['report.docx', '.docx', 'Word']]),
  form('memo', 'one page: what stands first, with the words that show it', [
    ['memo.docx', '.memo.docx', 'Memo (Word)'],
    ['memo.md', '.memo.md', 'Memo (Markdown)'],
  ]),
  form('pdf', 'the page as it prints, made with Chromium where the machine has it', [
    ['report.pdf', '.pdf', 'PDF'],
  ]),
  form('annotations', 'W3C Web Annotations (JSON-LD)', [
    ['annotations.jsonld', '.annotations.jsonld', 'Web Annotations'],
  ]),
  form('qdpx', 'a REFI-QDA project for MAXQDA, NVivo, ATLAS.ti', [['project.qdpx', '.qdpx', 'REFI-QDA']], {
    needsTexts: true,
  }),
  form('classroom', 'a sheet for a lesson and its key', [
    [
      'classroom-student.html',
      '.classroom.html',
      'Sheet for a lesson',
      'passages to set side by side, outlets masked',
    ],
    ['classroom-key.html', '.classroom-key.html', 'Key to the sheet', 'the answers, with the outlets'],
  ]),
]

export type FormName = (typeof forms)[number]['name']

export const formNames = forms.map(({ name }) => name)
export const usualForms = forms.filter(({ always }) => always).map(({ name }) => name)
export const furtherForms = forms.filter(({ always }) => !always).map(({ name }) => name)

/** Of several forms, or those named, each once, in the order of the rows. */
export function documentsOf(names: readonly string[]): readonly ReportDocument[] {
  return forms.flatMap(({ name, documents }) =>
    documents.filter(({ file }) => names.includes(name) || names.includes(file)),
  )
}

/** Those of the named forms, or of the form that has the named file, that only a report with its texts gives. */
export function needTexts(names: readonly string[]): readonly FormName[] {
  return forms
    .filter(
      ({ name, documents, needsTexts }) =>
        needsTexts && (names.includes(name) || documents.some(({ file }) => names.includes(file))),
    )
    .map(({ name }) => name)
}
