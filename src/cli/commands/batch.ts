/** `synoptic batch`: a manifest of events to a folder of reports; begun again, it goes on with what is not done or had failed. */
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { readConfig } from '../../config.js'
import { openService } from '../../open-service.js'
import { readServiceConfig } from '../../service-config.js'
import { parseManifest, type BatchItem } from '../../batch-manifest.js'
import { failed, resultOf } from '../batch/event.js'
import { addResult, isKept, mendResults, progressLine, readResults, writeOverview } from '../batch/folder.js'
import type { BatchResult } from '../../model/batch-result.js'
import { count as counted } from '../../print/words.js'
import { throughQueue } from '../batch/through-queue.js'
import { type ExitCode, exitCodes, UsageError } from '../outcome.js'
import { makeFolder, readUserFile } from '../files.js'
import { readerNamed } from '../reading.js'
import { inOrder, withDeps } from '../sources.js'
import type { Terminal } from '../terminal.js'
import type { BatchOptions, Run, batchOptions } from '../options.js'

const pollMs = 500

export const batch: Run<typeof batchOptions> = async ([manifest = ''], options, terminal) => {
  const entries = await parseManifest(manifest, await readUserFile(manifest))
  const items = entries.flatMap((entry) => (entry.ok ? [entry.item] : []))
  await makeFolder(options.out)
  const file = path.join(options.out, 'results.jsonl')
  const done = await readResults(file)
  await mendResults(file)
  const open: BatchItem[] = []
  for (const item of items) {
    const before = done.get(item.id)
    const isDone = before?.hash === item.hash && before.state !== 'failed'
    if (!isDone || !(await isKept(before, options.out))) open.push(item)
  }
  if (open.length < items.length)
    terminal.warn(
      `${items.length - open.length} of ${items.length} events were done before; their results stand in ${file}.`,
    )

  for (const entry of entries) if (!entry.ok) terminal.warn(`error: ${entry.message}`)
  const progress = progressOf(open.length, terminal)
  await runAll(open, manifest, options, terminal, async (result) => {
    done.set(result.id, result)
    await addResult(file, result)
    progress(result)
  })

  const results = entries.map((entry) =>
    entry.ok
      ? (done.get(entry.item.id) ?? failed({ ...entry.item, sources: [] }, 'It was not reached.'))
      : failed({ id: entry.id, hash: '', sources: [] }, entry.message),
  )
  await writeOverview(results, options.out)
  await terminal.out(summary(results, options.out))
  return exitCode(results)
}

async function runAll(
  items: readonly BatchItem[],
  manifest: string,
  options: BatchOptions,
  terminal: Terminal,
  onResult: (result: BatchResult) => Promise<void>,
): Promise<void> {
  const { out, zone } = options
  const folder = path.dirname(manifest)
  if (!options.queue) {
    const count = options.concurrency ?? availableParallelism()
    const second = await readerNamed(options, terminal)
    const given = { out, folder, zone, second, notes: options.notes ?? null }
    await withDeps(
      options,
      (deps) => inOrder(items, async (item) => onResult(await resultOf(item, given, deps)), count),
      count,
    )
    return
  }
  const idle = [
    ...(options.now === undefined ? [] : ['--now']),
    ...(options.allowPrivate ? ['--allow-private'] : []),
    ...(options.concurrency === undefined ? [] : ['--concurrency']),
    ...(typeof options.reader === 'string' ? ['--reader'] : []),
    ...(options.notes === undefined ? [] : ['--notes']),
  ]
  if (idle.length > 0)
    terminal.warn(
      `warning: ${idle.join(' and ')} ${idle.length === 1 ? 'has' : 'have'} no effect with --queue: clock, network, jobs at once, reader and notes are those of the workers.`,
    )
  const config = readServiceConfig(process.env)
  if (config.redisUrl === null)
    throw new UsageError(
      '--queue needs REDIS_URL and DATABASE_URL, and workers (npx synoptic worker). Without --queue the batch runs here.',
    )
  const service = await openService({
    config: readConfig(process.env),
    service: config,
    notice: () => undefined,
    onConnectionError: (error) => {
      terminal.warn(`warning: ${error.message}`)
    },
  })
  try {
    const { deadlineSeconds } = config
    await throughQueue(items, service, { out, folder, zone, deadlineSeconds, pollMs }, onResult)
  } finally {
    await service.close()
  }
}

function progressOf(total: number, terminal: Terminal): (result: BatchResult) => void {
  const started = performance.now()
  let done = 0
  const draw = (): void => {
    if (total > 0) terminal.progress(progressLine(done, total, (performance.now() - started) / 1000))
  }
  draw()
  return ({ id, state, reasons }) => {
    done++
    if (state === 'failed') terminal.warn(`error: ${id}: ${reasons.join(' ')}`)
    draw()
  }
}

function summary(results: readonly BatchResult[], out: string): string {
  const count = (state: BatchResult['state']): number =>
    results.filter((result) => result.state === state).length
  return `${counted(results.length, 'event')}: ${count('complete')} complete, ${count('partial')} with a lost source, ${count('nothing-comparable')} with nothing comparable, ${count('failed')} failed.\nReports: ${path.join(out, 'index.html')}\n`
}

function exitCode(results: readonly BatchResult[]): ExitCode {
  if (results.every(({ state }) => state === 'complete')) return exitCodes.complete
  if (results.some(({ state }) => state === 'complete' || state === 'partial')) return exitCodes.partial
  return exitCodes.nothingComparable
}
