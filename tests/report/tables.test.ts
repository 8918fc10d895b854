/** JSON lines, codebook and data package: the tables again, with types, keys and checksums. */
import { describe, expect, it, test } from 'vitest'
import { codebook, dataPackage, tables } from '../../src/editions/tables/tables.js'
import { filesOf } from '../../src/editions/make.js'
import type { ColumnNote } from '../../src/editions/tables/table.js'
import { cells as cellTable } from '../../src/editions/tables/cells.js'
import { withoutText } from '../../src/report/without-text.js'
import { sha256 } from '../../src/text/hash.js'
import { ferryReport } from './fixture.js'
import { hostile, hostileReport } from './hostile.js'

type Values = Record<string, unknown>

const rowsOf = (content: string | Uint8Array): Values[] =>
  String(content)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Values)

describe('JSON lines', () => {
  const files = filesOf(ferryReport, ['jsonl'])

  it('have a line for each row, with the dictionary’s types and values', () => {
    expect(files.map(({ name }) => name)).toEqual([
      'cells.jsonl',
      'findings.jsonl',
      'quotes.jsonl',
      'actors.jsonl',
      'articles.jsonl',
    ])
    tables.forEach((table, index) => {
      const rows = rowsOf(files[index]?.content ?? '')
      const notes = new Map(table.columns.map((note) => [note.name, note]))
      expect(rows).toHaveLength(table.rows(ferryReport).length)
      for (const row of rows) {
        expect(Object.keys(row)).toEqual(table.columns.map((column) => column.name))
        for (const [name, value] of Object.entries(row))
          expect([name, fits(value, notes.get(name))]).toEqual([name, true])
      }
    })
  })

  it('keep text as it is, where CSV puts an apostrophe in front', () => {
    const [formula = ''] = hostile.filter((words) => words.startsWith('='))
    expect(formula).not.toBe('')
    const cells = rowsOf(filesOf(hostileReport(formula), ['jsonl'])[0]?.content ?? '')
    expect(JSON.stringify(cells)).not.toContain('"\'=')
    expect(JSON.stringify(cells)).toContain('"=')
  })

  it('withhold what --no-text withholds', () => {
    for (const { content } of filesOf(withoutText(ferryReport), ['jsonl']))
      expect(content).not.toContain('Crews walked out at dawn after talks on rosters failed')
  })
})

function fits(value: unknown, note: ColumnNote | undefined): boolean {
  if (note === undefined) return false
  if (value === null) return true
  const known = (one: unknown): boolean => note.values?.includes(String(one)) ?? true
  switch (note.type) {
    case 'list':
      return Array.isArray(value) && value.every((one) => typeof one === 'string' && known(one))
    case 'integer':
      return Number.isInteger(value)
    case 'number':
      return typeof value === 'number'
    case 'boolean':
      return typeof value === 'boolean'
    case 'string':
    case 'datetime':
      return typeof value === 'string' && known(value)
  }
}

test('the codebook describes every column of the tables it lies beside', () => {
  const book = codebook(ferryReport)
  for (const { columns, name, rows } of tables) {
    expect(book).toContain(`## ${name}.csv`)
    expect(book).toContain(`Here: ${rows(ferryReport).length}.`)
    for (const column of columns) expect(book).toContain(`| \`${column.name}\` |`)
  }
})

describe('the data package', () => {
  const made = JSON.parse(dataPackage(ferryReport)) as {
    name: string
    resources: {
      path: string
      bytes: number
      hash: string
      schema: { fields: { name: string }[]; primaryKey: string[] }
    }[]
  }

  it('has sizes and hashes of the very files', () => {
    const csv = cellTable.csv(ferryReport)
    expect(made.resources[0]).toMatchObject({
      path: 'cells.csv',
      bytes: Buffer.byteLength(csv),
      hash: `sha256:${sha256(csv)}`,
    })
    expect(made.name).toMatch(/^[a-z0-9._-]+$/)
  })

  it('names keys that are unique', () => {
    made.resources.forEach(({ schema }, index) => {
      const table = tables[index]
      expect(schema.fields.map(({ name }) => name)).toEqual(table?.columns.map((column) => column.name))
      const keys = (table?.rows(ferryReport) ?? []).map((row) =>
        JSON.stringify(schema.primaryKey.map((name) => row[name])),
      )
      expect(new Set(keys).size).toBe(keys.length)
    })
  })
})
