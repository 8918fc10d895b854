/**
 * codebook.md: what the tables of this report hold, column by column, for whoever gets the files without the program.
 *
 * In: a Report. Out: Markdown. Never: says of a column what its row in the table does not.
 */
import type { Report } from '../../model/report.js'
import { escapeMarkdown } from '../../print/markdown.js'
import type { ColumnNote } from './column.js'
import { tables } from './tables.js'

export function codebook(report: Report): string {
  const { generator, event } = report
  return (
    [
      `# Codebook: ${escapeMarkdown(event.title)}`,
      `Tables made by ${generator.name} ${escapeMarkdown(generator.version)} from ${report.articles.length} reports. They say what report.json says, and no more.`,
      conventions,
      ...tables.map(
        (table) =>
          `## ${table.name}.csv, ${table.name}.jsonl\n\n${table.row} Here: ${table.rows(report).length}. Key: ${table.key.map((name) => `\`${name}\``).join(', ')}.\n\n${dictionaryTable(table.columns)}`,
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
