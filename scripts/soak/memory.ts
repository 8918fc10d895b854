/**
 * One worker that reads and compares many different articles: resident memory of its process and of those of its pool as
 * the run goes on (Linux: /proc).
 */
import { readFileSync } from 'node:fs'
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

/** Megabytes: the median of each tenth of the run, and of its first and last quarter. */
type Course = {
  readonly medians: readonly number[]
  readonly firstQuarter: number
  readonly lastQuarter: number
  readonly peak: number
}

export type MemoryFigures = {
  readonly articles: number
  /** Of those, in comparisons that were done when all were or the time was over. */
  readonly read: number
  readonly seconds: number
  /** The worker's own process. */
  readonly main: Course
  /** Of its pool the largest process at each look. */
  readonly pool: Course
}

const sourcesEach = 4
const lookMs = 500

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
  const main: number[] = []
  const pool: number[] = []
  const timer = setInterval(() => {
    main.push(usageOf(worker.pid).megabytes)
    pool.push(Math.max(0, ...childrenOf(worker.pid).map(residentOf)))
  }, lookMs)
  const seconds = await untilDone(system.service, undefined, limitSeconds)
  clearInterval(timer)
  const left = (await system.service.store.unfinished(articles)).length
  await system.close()
  const read = articles - left * sourcesEach
  return { articles, read, seconds, main: courseOf(main), pool: courseOf(pool) }
}

function childrenOf(pid: number | undefined): string[] {
  const listed = readFileSync(`/proc/${pid ?? ''}/task/${pid ?? ''}/children`, 'utf8').trim()
  return listed === '' ? [] : listed.split(' ')
}

/** A process may have gone since it was listed, or have nothing any more. */
function residentOf(pid: string): number {
  try {
    return usageOf(Number(pid)).megabytes || 0
  } catch {
    return 0
  }
}

function courseOf(samples: readonly number[]): Course {
  const part = (from: number, to: number): number =>
    median(samples.slice(Math.floor(samples.length * from), Math.ceil(samples.length * to)))
  return {
    medians: Array.from({ length: 10 }, (_, tenth) => part(tenth / 10, (tenth + 1) / 10)),
    firstQuarter: part(0, 0.25),
    lastQuarter: part(0.75, 1),
    peak: Math.max(...samples),
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
