/**
 * The forms a report comes in, by name: what `compare --also` adds and `synoptic export --to` writes.
 *
 * In: a Report. Out: the files of one form. Never: writes to disk; a form of its own making (each has its file).
 */
import { Report } from '../../model/report.js'
import { classroomFiles } from '../classroom/classroom.js'
import { renderHtml } from '../html.js'
import { writeJson } from '../json.js'
import { renderMarkdown } from '../markdown.js'
import type { ReportFile } from '../report-file.js'
import { annotationPage } from './annotations.js'
import { codebook } from './codebook.js'
import { dataPackage } from './datapackage.js'
import { docx } from './docx/document.js'
import { formNames, type FormName } from './form-names.js'
import { jsonlFiles } from './jsonl.js'
import { tables } from '../tables/tables.js'
import { qdpx } from './qdpx.js'

type Form = {
  readonly describes: string
  /** Whether it can be made of a report whose articles' texts were left out. */
  readonly needsTexts: boolean
  readonly files: (report: Report) => readonly ReportFile[]
}

const forms: Readonly<Record<FormName, Form>> = {
  html: {
    describes: 'one page that opens from disk',
    needsTexts: false,
    files: (report) => [{ name: 'report.html', content: renderHtml(report) }],
  },
  json: {
    describes: 'the contract',
    needsTexts: false,
    files: (report) => [{ name: 'report.json', content: writeJson(Report, report) + '\n' }],
  },
  md: {
    describes: 'Markdown with tables',
    needsTexts: false,
    files: (report) => [{ name: 'report.md', content: renderMarkdown(report) }],
  },
  csv: {
    describes: 'tables with codebook and data package',
    needsTexts: false,
    files: (report) => [
      ...tables.map(({ name, csv }) => ({ name: `${name}.csv`, content: csv(report) })),
      { name: 'codebook.md', content: codebook(report) },
      { name: 'datapackage.json', content: dataPackage(report) },
    ],
  },
  jsonl: { describes: 'the tables as JSON lines', needsTexts: false, files: jsonlFiles },
  docx: {
    describes: 'a hand-out for Word and LibreOffice',
    needsTexts: false,
    files: (report) => [{ name: 'report.docx', content: docx(report) }],
  },
  annotations: {
    describes: 'W3C Web Annotations (JSON-LD)',
    needsTexts: false,
    files: (report) => [{ name: 'annotations.jsonld', content: annotationPage(report) }],
  },
  qdpx: {
    describes: 'a REFI-QDA project for MAXQDA, NVivo, ATLAS.ti',
    needsTexts: true,
    files: (report) => [{ name: 'project.qdpx', content: qdpx(report) }],
  },
  classroom: {
    describes: 'a sheet for a lesson and its key',
    needsTexts: false,
    files: classroomFiles,
  },
}

/** The files of several forms, each form once, in the order of `formNames`. */
export function filesOf(report: Report, names: readonly FormName[]): readonly ReportFile[] {
  return formNames.filter((name) => names.includes(name)).flatMap((name) => forms[name].files(report))
}

/** The named forms that cannot be made, since the report holds no texts. */
export function impossible(report: Report, names: readonly FormName[]): readonly FormName[] {
  const bare = report.articles.some((article) => article.excerpts !== undefined)
  return bare ? names.filter((name) => forms[name].needsTexts) : []
}
