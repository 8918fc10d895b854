/**
 * Runs items in this program, several events side by side over its pool of processes. What fails with one is reported as
 * its failure: one bad item never stops the batch.
 */
import { performance } from 'node:perf_hooks'
import { generatorOf } from '../../generator.js'
import type { ReadArticle } from '../../model/pool-job.js'
import { compareEvent, expandSources, readSource, type Deps } from '../../pool/pooled.js'
import type { BatchItem } from '../../batch-manifest.js'
import { failed, keepReport } from './outcome.js'
import type { BatchResult } from '../../model/batch-result.js'
import { expandItem } from './sources.js'

export type HereOptions = {
  readonly out: string
  readonly folder: string
  readonly zone: string
  /** Events at once. */
  readonly count: number
}

export async function here(
  items: readonly BatchItem[],
  options: HereOptions,
  deps: Deps,
  onResult: (result: BatchResult) => Promise<void>,
): Promise<void> {
  const queue = items.values()
  await Promise.all(
    Array.from({ length: Math.min(options.count, items.length) }, async () => {
      for (const item of queue) await onResult(await resultOf(item, options, deps))
    }),
  )
}

async function resultOf(item: BatchItem, options: HereOptions, deps: Deps): Promise<BatchResult> {
  try {
    return await compareItem(item, options, deps)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const reason = `Comparing it failed, which is a defect of Synoptic or of this machine: ${why}`
    return failed(item.id, item.hash, item.sources.length, reason)
  }
}

async function compareItem(
  item: BatchItem,
  { folder, out, zone }: HereOptions,
  deps: Deps,
): Promise<BatchResult> {
  const started = performance.now()
  const { title, sources, issues } = await expandItem(item, folder, (names) => expandSources(names, deps))
  const articles: ReadArticle[] = []
  for (const source of sources) articles.push(await readSource(source, deps, { zone }))
  const compared = await compareEvent(
    {
      title: item.title ?? title,
      articles: articles.map(({ json }) => ({ json, source: null })),
      issues,
      generator: generatorOf({ zone, text: true }),
      reference: null,
    },
    deps,
  )
  const seconds = Math.round(performance.now() - started) / 1000
  return keepReport(item, { json: compared.json, issues: [], seconds }, out, deps)
}
