/**
 * The tables of a report with their dictionary, for every form that prints them.
 *
 * In: a Report. Out: columns, notes and rows of each table. Never: a table that the dictionary does not describe.
 */
import type { Report } from '../../model/report.js'
import { actorColumns, actorRows } from '../actors-csv.js'
import { articleColumns, articleRows } from '../articles-csv.js'
import { cellColumns, cellRows } from '../cells-csv.js'
import type { CsvValue } from '../csv.js'
import { findingColumns, findingRows } from '../findings-csv.js'
import { quoteColumns, quoteRows } from '../quotes-csv.js'
import {
  actorDictionary,
  articleDictionary,
  cellDictionary,
  findingDictionary,
  quoteDictionary,
  type ColumnNote,
} from './dictionary.js'

export type Row = Readonly<Record<string, CsvValue>>
export type Table = {
  readonly name: 'cells' | 'findings' | 'quotes' | 'actors' | 'articles'
  /** What one row is. */
  readonly row: string
  readonly columns: readonly string[]
  readonly notes: Readonly<Record<string, ColumnNote>>
  readonly key: readonly string[]
  readonly rows: (report: Report) => readonly Row[]
}

export const tables: readonly Table[] = [
  {
    name: 'cells',
    row: 'One row for each article in each column of the alignment: article × claim, then article × quotation. Absent and unknown cells are rows too; count them apart.',
    columns: cellColumns,
    notes: cellDictionary,
    key: ['column_kind', 'column_id', 'article_id'],
    rows: cellRows,
  },
  {
    name: 'findings',
    row: 'One row for each passage of evidence of each finding, in reading order.',
    columns: findingColumns,
    notes: findingDictionary,
    key: ['finding_id', 'evidence_number'],
    rows: findingRows,
  },
  {
    name: 'quotes',
    row: 'One row for each attribution in each article: who is said to have told or thought something, and in which words.',
    columns: quoteColumns,
    notes: quoteDictionary,
    key: ['quote_id'],
    rows: quoteRows,
  },
  {
    name: 'actors',
    row: 'One row for each label, modifier, act and sum of words heard of each person, body and place in each article. An article that does not mean the actor has no row.',
    columns: actorColumns,
    notes: actorDictionary,
    key: ['actor_id', 'article_id', 'entry_number'],
    rows: actorRows,
  },
  {
    name: 'articles',
    row: 'One row for each article, in input order, those that could not be read included.',
    columns: articleColumns,
    notes: articleDictionary,
    key: ['article_id'],
    rows: articleRows,
  },
]
