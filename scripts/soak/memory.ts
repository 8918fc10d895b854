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

/** Megabytes: the median of each tenth of the run, and of its quarters. */
type Course = {
  readonly medians: readonly number[]
  readonly quarters: readonly number[]
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
  /** What must be empty: each a sentence. */
  readonly wrong: readonly string[]
}

const limitMegabytes = 400
/** What the last quarter may have over the second, in parts of that: in the first V8 lets its heap grow. */
const flat = 0.1
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
  const courses = { main: courseOf(main), pool: courseOf(pool) }
  const wrong = Object.entries(courses).flatMap(([name, course]) => grown(name, course))
  if (read < articles) wrong.push(`${articles - read} articles were not read in the time`)
  return { articles, read, seconds, ...courses, wrong }
}

function grown(name: string, { medians, quarters }: Course): string[] {
  const wrong: string[] = []
  const [, second = 0, , last = 0] = quarters
  const most = Math.max(...medians)
  if (most > limitMegabytes) wrong.push(`${name}: ${most} MB, over ${limitMegabytes} MB`)
  if (last > second * (1 + flat)) wrong.push(`${name}: ${last} MB at the end, ${second} MB before`)
  return wrong
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
    quarters: Array.from({ length: 4 }, (_, quarter) => part(quarter / 4, (quarter + 1) / 4)),
    peak: Math.max(...samples),
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
