/**
 * A thread of an embedded batch: an event in, its report's files written, a result line out. Whole events are
 * compared side by side on all cores.
 */
import { performance } from 'node:perf_hooks'
import { parentPort, workerData } from 'node:worker_threads'
import { readConfig } from '../../config.js'
import { generatorOf } from '../../generator.js'
import { compareArticles, expandSources, readSource } from '../../pipeline.js'
import { wire } from '../../wire.js'
import type { BatchItem } from './manifest.js'
import { keepReport } from './outcome.js'
import { expandItem } from './sources.js'

export type ThreadData = {
  readonly out: string
  readonly folder: string
  readonly zone: string
  readonly now: string | null
  readonly allowPrivate: boolean
}

const data = workerData as ThreadData
const config = readConfig(process.env)
const deps = wire(
  data.allowPrivate ? { ...config, fetch: { ...config.fetch, allowPrivate: true } } : config,
  () => (data.now === null ? new Date() : new Date(data.now)),
)

parentPort?.on('message', (item: BatchItem) => {
  void compareItem(item).then((result) => parentPort?.postMessage(result))
})

async function compareItem(item: BatchItem) {
  const started = performance.now()
  const { title, sources, issues } = await expandItem(item, data.folder, (names) =>
    expandSources(names, deps),
  )
  const articles = []
  for (const source of sources) articles.push(await readSource(source, deps, { zone: data.zone }))
  const generator = generatorOf({ zone: data.zone, text: true })
  const report = compareArticles({ title: item.title ?? title, articles, issues, generator })
  const seconds = Math.round(performance.now() - started) / 1000
  return keepReport(item, report, seconds, data.out, { warn: () => undefined })
}
