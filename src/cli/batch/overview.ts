/**
 * What a batch leaves beside its reports: one tidy table of each kind over all events, and a page that links the reports.
 *
 * In: the results in manifest order and the batch's folder. Out: the tables of a report, pooled, and `index.html`.
 * Never: counts an event that could not be compared.
 */
import { open, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { writeCsv } from '../../report/tables/csv.js'
import { pooledRows } from '../../report/tables/pooled-rows.js'
import type { Table } from '../../report/tables/table.js'
import { tables } from '../../report/tables/tables.js'
import { batchPage } from '../../print/html/batch-page.js'
import type { BatchResult } from '../../model/batch-result.js'

export async function writeOverview(results: readonly BatchResult[], out: string): Promise<void> {
  const compared = results.filter(({ state }) => state === 'complete' || state === 'partial')
  for (const table of tables) await writePooled(table, compared, out)
  const draft = path.join(out, '.index.html.part')
  await writeFile(draft, batchPage(results))
  await rename(draft, path.join(out, 'index.html'))
}

/** Every event's rows below one header, with the event's id in front; an event at a time, so that memory is flat. */
async function writePooled(table: Table, results: readonly BatchResult[], out: string): Promise<void> {
  const name = `${table.name}.csv`
  const draft = path.join(out, `.${name}.part`)
  const file = await open(draft, 'w')
  try {
    await file.write(writeCsv(['event', ...table.columns.map((column) => column.name)], []))
    for (const { id, folder } of results) {
      if (folder === null) continue
      await file.write(pooledRows(await readFile(path.join(out, folder, name), 'utf8'), [id]))
    }
  } finally {
    await file.close()
  }
  await rename(draft, path.join(out, name))
}
