/**
 * The tables in the documents that are made from what the program itself goes by.
 *
 * In: a document's text, with a pair of comments where a table stands. Out: the same with its tables made anew.
 */
import { codingColumns } from '../../src/editions/coding/apply.js'
import { tables } from '../../src/editions/tables/tables.js'
import type { ColumnNote } from '../../src/editions/tables/table.js'
import { forms } from '../../src/editions/forms.js'
import { quoteLineColumns } from '../../src/editions/tables/quote-lines.js'
import { settings } from '../../src/config.js'
import { readerSettings } from '../../src/reader-config.js'
import { serverSettings, serviceSettings } from '../../src/service-config.js'
import type { Settings } from '../../src/settings.js'
import { dependencyTable } from './dependency-table.js'
import { ruleTable } from './rule-table.js'

type MadeTable = { readonly document: string; readonly name: string; readonly make: () => string }

const made: readonly MadeTable[] = [
  { document: 'README.md', name: 'dependencies', make: dependencyTable },
  { document: 'docs/reading.md', name: 'rules', make: ruleTable },
  { document: 'docs/settings.md', name: 'settings', make: () => settingTable(settings) },
  { document: 'docs/settings.md', name: 'reader settings', make: () => settingTable(readerSettings) },
  { document: 'docs/settings.md', name: 'service settings', make: () => settingTable(serviceSettings) },
  { document: 'docs/settings.md', name: 'server settings', make: () => settingTable(serverSettings) },
  { document: 'docs/exports.md', name: 'forms', make: formTable },
  { document: 'docs/codebook.md', name: 'codings.csv', make: () => columnList(codingColumns, []) },
  ...[
    ...tables.map(({ name, columns }) => ({ name: `${name}.csv`, columns })),
    { name: 'quotes --csv', columns: quoteLineColumns },
  ].map(({ name, columns }, index) => ({
    document: 'docs/csv.md',
    name,
    make: () =>
      columnList(
        columns,
        tables.slice(0, index).flatMap((table) => table.columns),
      ),
  })),
]

/** What a column's name does not say. Types stand in the data package; what a table before has is told there. */
function columnList(columns: readonly ColumnNote[], before: readonly ColumnNote[]): string {
  const isTold = ({ name, meaning }: ColumnNote): boolean =>
    before.some((one) => one.name === name && one.meaning === meaning) ||
    (!meaning.includes('`') && meaning.split(' ').length <= plain && !unclear.has(name))
  const named = columns.filter(isTold).map(({ name }) => `\`${name}\``)
  const told = columns.filter((column) => !isTold(column))
  return [...told.map(({ name, meaning }) => `- \`${name}\`: ${meaning}`), `- ${named.join(', ')}`].join('\n')
}

/** A meaning of so many words says no more than the name. */
const plain = 7

/** Names that say too little, or something else. */
const unclear: ReadonlySet<string> = new Set([
  'column_texts',
  'form',
  'count',
  'quote',
  'reason',
  'reasons',
  'review',
  'severity',
])

export const madeDocuments = [...new Set(made.map(({ document }) => document))]

export function withMadeTables(document: string, text: string): string {
  return made.filter((table) => table.document === document).reduce(withTable, text)
}

function withTable(text: string, { document, name, make }: MadeTable): string {
  const [start, end] = [`<!-- ${name}: npm run docs:refresh -->`, `<!-- /${name} -->`]
  const [before, rest] = text.split(start)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`${document} has no place for ${name}`)
  return `${before}${start}\n\n${make()}\n\n${end}${after}`
}

function formTable(): string {
  return forms
    .map(
      ({ name, describes, documents }) =>
        `- \`${name}\`: ${describes}: ${documents.map(({ file }) => `\`${file}\``).join(', ')}`,
    )
    .join('\n')
}

function settingTable(rows: Settings): string {
  return Object.entries(rows)
    .map(([name, { shown, meaning }]) => `- \`${name}\` (${shown}): ${meaning}`)
    .join('\n')
}
