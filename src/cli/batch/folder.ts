/** What a batch leaves beside its reports: results as JSON lines, from which a killed batch goes on; pooled tables; a page of links. */
import { appendFile, open, readFile, rename, truncate } from 'node:fs/promises'
import path from 'node:path'
import { BatchResult } from '../../model/batch-result.js'
import { batchPage } from '../../print/html/batch-page.js'
import { writeCsv, pooledRows, type Table } from '../../editions/tables/table.js'
import { tables } from '../../editions/tables/tables.js'
import { jsonOf } from '../../text/parsed.js'
import { isThere, putInPlace } from '../files.js'
import { UsageError } from '../outcome.js'

/** No line is rewritten. A torn last line, left by a kill, is cut off. */
export class ResultsFile {
  /** Of the file, made when the first result comes. */
  readonly path: string
  constructor(path: string) {
    this.path = path
  }

  /** Results of an earlier run, the last one of each event. With `mend: false` the file is left as it is: a batch may be at work. */
  async read({ mend = true } = {}): Promise<Map<string, BatchResult>> {
    const results = new Map<string, BatchResult>()
    const text = (await isThere(this.path)) ? await readFile(this.path, 'utf8') : ''
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    if (mend && whole.length < text.length) await truncate(this.path, Buffer.byteLength(whole))
    for (const [index, line] of whole.split('\n').entries()) {
      if (line === '') continue
      const result = BatchResult.safeParse(jsonOf(line)).data
      if (!result)
        throw new UsageError(
          `${this.path}, line ${index + 1}: it is no result of a batch of this version; remove the file, or give another folder with --out.`,
        )
      results.set(result.id, result)
    }
    return results
  }

  async append(result: BatchResult): Promise<void> {
    await appendFile(this.path, `${JSON.stringify(BatchResult.parse(result))}\n`)
  }
}

export async function writeOverview(results: readonly BatchResult[], out: string): Promise<void> {
  const compared = results.filter(({ state }) => state === 'complete' || state === 'partial')
  for (const table of tables) await writePooled(table, compared, out)
  await putInPlace(path.join(out, 'index.html'), batchPage(results))
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

const cells = 20

export function progressLine(done: number, total: number, seconds: number): string {
  const filled = Math.floor((done / total) * cells)
  const bar = `[${'#'.repeat(filled)}${'-'.repeat(cells - filled)}]`
  const counted = `${bar} ${done} of ${total} events`
  if (done === 0 || seconds <= 0) return counted
  return `${counted}, ${rateOf(done / seconds)}, ${timeOf(((total - done) * seconds) / done)} left`
}

function rateOf(perSecond: number): string {
  return perSecond * 60 >= 1
    ? `${(perSecond * 60).toFixed(0)} a minute`
    : `${(perSecond * 3_600).toFixed(0)} an hour`
}

function timeOf(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 100 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
