/**
 * The files of an audit: the sheet that people fill in, the texts to look in, and the key that is kept from them.
 *
 * In:    reports with their files' names, the size of the sample, a seed. Out: three files.
 * Never: the key's content in the sheet or the texts.
 */
import type { AuditKey } from '../../model/audit.js'
import { AuditKey as AuditKeySchema } from '../../model/audit.js'
import type { Report } from '../../model/report.js'
import { writeCsv } from '../../report/tables/csv.js'
import { writeJson } from '../../report/json.js'
import type { ReportFile } from '../make.js'
import { draw, type Draw } from './draw.js'
import { auditItems, auditTexts } from './items.js'

const sheetColumns = ['item', 'question', 'statement', 'passages', 'texts', 'answer', 'note'] as const
export const answers = ['yes', 'no', 'cannot-tell'] as const
export type Answer = (typeof answers)[number]

const sheetName = 'audit-sheet.csv'
const keyName = 'audit-key.json'
const textsName = 'audit-texts.txt'

export type NamedReport = { readonly file: string; readonly report: Report }

export function auditFiles(named: readonly NamedReport[], size: number, seed: string) {
  const reports = named.map(({ report }) => report)
  const drawn = draw(auditItems(reports), size, seed)
  const files: readonly ReportFile[] = [
    { name: sheetName, content: sheet(drawn) },
    { name: textsName, content: texts(reports) },
    { name: keyName, content: writeJson(AuditKeySchema, keyOf(drawn, named, seed)) + '\n' },
  ]
  return { files, strata: drawn.strata }
}

/** How many strata there are to draw from: a smaller sample would leave one out. */
export function strataIn(reports: readonly Report[]): number {
  return new Set(auditItems(reports).map(({ stratum }) => stratum)).size
}

function sheet({ items }: Draw): string {
  return writeCsv(
    sheetColumns,
    items.map(({ item, question, statement, passages, texts }) => [
      item,
      question,
      statement,
      passages.join('\n'),
      texts.join(', '),
      '',
      '',
    ]),
  )
}

const instructions = `How to fill in ${sheetName}

Read the statement and the passages; look into the texts named in the row, which follow here. Write into the column
"answer" one of: ${answers.join(', ')}. Cannot-tell is an honest answer: use it where the texts do not decide.
Judge the statement about the texts, not what happened. Names of outlets and reporters have been taken out.
Do not look at ${keyName} before you are done.
`

function texts(reports: readonly Report[]): string {
  return [
    instructions,
    ...auditTexts(reports).map(({ name, text }) => `===== Text ${name} =====\n\n${text}\n`),
  ].join('\n')
}

function keyOf({ items, strata }: Draw, named: readonly NamedReport[], seed: string): AuditKey {
  const [first] = named
  return {
    schema: 'synoptic/audit-key@1',
    generator:
      first === undefined ? 'synoptic' : `${first.report.generator.name} ${first.report.generator.version}`,
    seed,
    reports: named.map(({ file }) => file),
    strata,
    items: items.map(({ item, stratum, report, target }) => ({ item, stratum, report, target })),
  }
}
