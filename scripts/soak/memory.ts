/** One worker process that reads many different articles: its resident memory as the run goes on (Linux: /proc). */
import { openSystem } from '../../tests/support/system.js'
import {
  contentOf,
  savedPages,
  storedSource,
  submitSources,
  untilDone,
  usageOf,
  type Servers,
} from './setup.js'

export type MemoryFigures = {
  readonly articles: number
  /** Of those, in comparisons that were done when all were or the time was over. */
  readonly read: number
  readonly seconds: number
  /** Megabytes: the median of each tenth of the run. */
  readonly medians: readonly number[]
  readonly peak: number
}

const sourcesEach = 4

export async function memory(
  servers: Servers,
  articles: number,
  limitSeconds: number,
): Promise<MemoryFigures> {
  const system = await openSystem(servers.redis, servers.postgres, { SYNOPTIC_LOCK: '30' })
  const pages = savedPages()
  for (let number = 0; number < articles / sourcesEach; number++) {
    const contents = pages
      .slice(0, sourcesEach)
      .map(({ html }) => contentOf(html.replace('</p>', ` Edition ${number}.</p>`), 'text/html'))
    const sources = contents.map((content, index) => storedSource(pages[index]?.name ?? '', content))
    await submitSources(`memory-${number}`, sources, contents, system.service)
  }
  const worker = system.spawn()
  const samples: number[] = []
  const timer = setInterval(() => samples.push(usageOf(worker.pid).megabytes), 250)
  const seconds = await untilDone(system.service, undefined, limitSeconds)
  clearInterval(timer)
  const left = (await system.service.store.unfinished(articles)).length
  await system.close()
  const tenth = Math.max(1, Math.floor(samples.length / 10))
  const medians = Array.from({ length: 10 }, (_, index) =>
    median(samples.slice(index * tenth, (index + 1) * tenth)),
  )
  const read = articles - left * sourcesEach
  return { articles, read, seconds, medians, peak: Math.max(...samples) }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
