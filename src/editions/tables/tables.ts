/** The tables of a report, codebook.md, and datapackage.json (Frictionless: https://specs.frictionlessdata.io/tabular-data-package/). */
import { actors } from './actors.js'
import { articles } from './articles.js'
import { cells } from './cells.js'
import { findings } from './findings.js'
import { quotes } from './quotes.js'
import type { Table, ColumnNote } from './table.js'
import type { Report } from '../../model/report.js'
import { escapeMarkdown } from '../../print/markdown.js'
import { sha256 } from '../../text/hash.js'

export const tables: readonly Table[] = [cells, findings, quotes, actors, articles]

export function codebook(report: Report): string {
  const { generator, event } = report
  return (
    [
      `# Codebook: ${escapeMarkdown(event.title)}`,
      `Tables made by ${generator.name} ${escapeMarkdown(generator.version)} from ${report.articles.length} reports. They say what report.json says, and no more.`,
      conventions,
      ...tables.map((table) =>
        tableSection(`${table.name}.csv, ${table.name}.jsonl`, table, table.rows(report).length),
      ),
    ].join('\n\n') + '\n'
  )
}

const conventions = `- CSV: RFC 4180, UTF-8 without a byte order mark, CRLF. Empty means "does not apply". Text that a spreadsheet would take
  for a formula has an apostrophe in front.
- JSON lines (with \`--also jsonl\`): the same columns with JSON's types; null means "does not apply", lists are arrays.
- \`start\` and \`end\` are half-open and count UTF-16 code units in the article's text (\`articles[].text\` of report.json).
  Python and R count code points; the two differ after characters beyond U+FFFF.
- \`absent\` means searched and not found; \`unknown\` means that it could not be told. Neither may be counted as the other.
- Confidence is the program's own estimate, 0 to 1, not a measured frequency.`

export function tableSection(title: string, table: Omit<Described, 'name'>, rows: number): string {
  const key = table.key.map((name) => `\`${name}\``).join(', ')
  return `## ${title}\n\n${table.row} Here: ${rows}. Key: ${key}.\n\n${dictionaryTable(table.columns)}`
}

/** The docs print the same table. */
export function dictionaryTable(columns: readonly ColumnNote[]): string {
  const rows = columns.map(
    ({ name, meaning, ...note }) => `| \`${name}\` | ${typeWords(note)} | ${meaning} |`,
  )
  return ['| column | type | what it is |', '|---|---|---|', ...rows].join('\n')
}

const separators: Readonly<Record<string, string>> = { '; ': '`; `', ' ': 'a space', ' | ': 'a bar' }

function typeWords({ type, between = '' }: Pick<ColumnNote, 'type' | 'between'>): string {
  return type === 'list' ? `list, ${separators[between] ?? ''} between` : type
}

export function dataPackage(report: Report): string {
  const made = {
    profile: 'tabular-data-package',
    name: `synoptic-${sha256(JSON.stringify(report.articles.map(({ id }) => id))).slice(0, 12)}`,
    title: report.event.title,
    description: `Tables of a comparison of ${report.articles.length} reports, made by ${report.generator.name} ${report.generator.version}. See codebook.md.`,
    sources: report.articles.map((article) => ({
      title: article.outlet.name || article.source,
      ...(article.url === null ? {} : { path: article.url }),
    })),
    resources: tables.map((table) => resourceOf(table, written(table.csv(report)))),
  }
  return JSON.stringify(made, null, 2) + '\n'
}

type Described = Pick<Table, 'row' | 'columns' | 'key'> & { readonly name: string }

function written(content: string) {
  return { bytes: Buffer.byteLength(content), sha256: sha256(content) }
}

export function resourceOf(table: Described, file: { readonly bytes: number; readonly sha256: string }) {
  return {
    profile: 'tabular-data-resource',
    name: table.name,
    path: `${table.name}.csv`,
    title: table.row,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: { fields: table.columns.map(field), missingValues: [''], primaryKey: table.key },
  }
}

function field({ name, type, meaning, values }: ColumnNote) {
  return {
    name,
    // A list is text in CSV; a time is text, since pages give times without seconds or zone.
    type: type === 'list' || type === 'datetime' ? 'string' : type,
    description: meaning.replaceAll('`', ''),
    ...(values && type !== 'list' ? { constraints: { enum: values } } : {}),
  }
}
