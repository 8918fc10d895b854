/** What a batch leaves beside its reports: results as JSON lines, from which a killed batch goes on; pooled tables; a page of links. */
import { appendFile, readFile, truncate } from 'node:fs/promises'
import path from 'node:path'
import { BatchResult } from '../../model/batch-result.js'
import { batchPage } from '../../print/html/batch-page.js'
import { writeCsv, pooledRows } from '../../editions/tables/table.js'
import { tables } from '../../editions/tables/tables.js'
import { jsonOf } from '../../text/parsed.js'
import { drafts, isThere, putInPlace } from '../files.js'
import { UsageError } from '../outcome.js'

/** Of an earlier run, the last one of each event; of a torn last line, left by a kill, nothing. */
export async function readResults(file: string): Promise<Map<string, BatchResult>> {
  const results = new Map<string, BatchResult>()
  for (const [index, line] of (await wholeLines(file)).split('\n').entries()) {
    if (line === '') continue
    const result = BatchResult.safeParse(jsonOf(line)).data
    if (!result)
      throw new UsageError(
        `${file}, line ${index + 1}: it is no result of a batch of this version; remove the file, or give another folder with --out.`,
      )
    results.set(result.id, result)
  }
  return results
}

/** Whether what an event left is still there; what somebody removed is made again. */
export async function isKept({ state, folder }: BatchResult, out: string): Promise<boolean> {
  if (folder === null) return true
  const pooled = state === 'nothing-comparable' ? [] : tables.map(({ name }) => `${name}.csv`)
  for (const name of ['report.json', ...pooled])
    if (!(await isThere(path.join(out, folder, name)))) return false
  return true
}

/** Cuts a torn last line off, so that a batch goes on behind it. */
export async function mendResults(file: string): Promise<void> {
  if (!(await isThere(file))) return
  const bytes = await readFile(file)
  const whole = bytes.lastIndexOf('\n') + 1
  if (whole < bytes.length) await truncate(file, whole)
}

async function wholeLines(file: string): Promise<string> {
  const text = (await isThere(file)) ? await readFile(file, 'utf8') : ''
  return text.slice(0, text.lastIndexOf('\n') + 1)
}

export async function addResult(file: string, result: BatchResult): Promise<void> {
  await appendFile(file, `${JSON.stringify(BatchResult.parse(result))}\n`)
}

/** Every table with the rows of all events below one header, the event's id in front; and a page of links. */
export async function writeOverview(results: readonly BatchResult[], out: string): Promise<void> {
  const compared = results.filter(({ state }) => state === 'complete' || state === 'partial')
  const files = drafts(out)
  for (const { name, columns } of tables) {
    const file = `${name}.csv`
    await files.append(file, writeCsv(['event', ...columns.map((column) => column.name)], []))
    for (const { id, folder } of compared)
      if (folder !== null)
        await files.append(file, pooledRows(await readFile(path.join(out, folder, file), 'utf8'), [id]))
  }
  await files.finish()
  await putInPlace(path.join(out, 'index.html'), batchPage(results))
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
