/** The tables of a report, for every form that prints them: each file holds one, column by column. */
import { actors } from './actors.js'
import { articles } from './articles.js'
import { cells } from './cells.js'
import { findings } from './findings.js'
import { quotes } from './quotes.js'
import type { Table } from './table.js'

export const tables: readonly Table[] = [cells, findings, quotes, actors, articles]
