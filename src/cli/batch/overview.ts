/**
 * What a batch leaves beside its reports: one tidy table over all events, and a page that links the reports.
 *
 * In: the results in manifest order and the batch's folder. Out: `cells.csv` and `index.html`.
 */
import { open, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { batchPage } from '../../view/html/batch-page.js'
import type { BatchResult } from './results.js'

const Rows = z.array(z.array(z.string()))

export async function writeOverview(results: readonly BatchResult[], out: string): Promise<void> {
  await writeCells(results, out)
  const draft = path.join(out, '.index.html.part')
  await writeFile(draft, batchPage(results))
  await rename(draft, path.join(out, 'index.html'))
}

/** Every event's cells.csv below one header, with the event's id in front; an event at a time, so that memory is flat. */
async function writeCells(results: readonly BatchResult[], out: string): Promise<void> {
  const draft = path.join(out, '.cells.csv.part')
  const file = await open(draft, 'w')
  let headed = false
  try {
    for (const { id, folder } of results) {
      if (folder === null) continue
      const rows = Rows.parse(parse(await readFile(path.join(out, folder, 'cells.csv'), 'utf8')))
      const [header = [], ...cells] = rows
      const wanted = [...(headed ? [] : [['event', ...header]]), ...cells.map((row) => [id, ...row])]
      headed = true
      await file.write(stringify(wanted, { record_delimiter: 'windows', quoted_match: /[\r\n]/ }))
    }
  } finally {
    await file.close()
  }
  await rename(draft, path.join(out, 'cells.csv'))
}
