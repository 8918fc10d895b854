/**
 * datapackage.json: a Frictionless Data Package (v1, tabular) over the CSV files, so that R, Python and archives read
 * them with types, keys and checksums.
 *
 * In: a Report. Out: JSON. Never: a time of making, so that equal tables give equal bytes.
 * Source: https://specs.frictionlessdata.io/tabular-data-package/
 */
import type { Report } from '../../model/report.js'
import { sha256 } from '../../text/hash.js'
import type { ColumnNote } from './column.js'
import type { Table } from './table.js'
import { tables } from './tables.js'

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
    resources: tables.map((table) => resource(table, report)),
  }
  return JSON.stringify(made, null, 2) + '\n'
}

function resource(table: Table, report: Report) {
  const content = table.csv(report)
  return {
    profile: 'tabular-data-resource',
    name: table.name,
    path: `${table.name}.csv`,
    title: table.row,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: Buffer.byteLength(content),
    hash: `sha256:${sha256(content)}`,
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: table.columns.map(field),
      missingValues: [''],
      primaryKey: table.key,
    },
  }
}

function field({ name, type, meaning, values }: ColumnNote) {
  return {
    name,
    type: fieldType(type),
    description: meaning.replaceAll('`', ''),
    ...(values && type !== 'list' ? { constraints: { enum: values } } : {}),
  }
}

/** A list is text in CSV; a time is text, since pages give times without seconds or zone. */
function fieldType(type: ColumnNote['type']): string {
  switch (type) {
    case 'integer':
    case 'number':
    case 'boolean':
      return type
    case 'string':
    case 'list':
    case 'datetime':
      return 'string'
  }
}
