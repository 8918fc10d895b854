/** Comparisons of the same five saved pages, all queued before the first worker starts: how many a minute, by workers. */
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

export type Throughput = {
  readonly workers: number
  readonly comparisons: number
  readonly secondsToQueue: number
  /** From the start of the worker processes, their start-up included. */
  readonly seconds: number
  readonly perMinute: number
  /** How many were done, complete, when all were or the time was over. */
  readonly complete: number
  readonly allDone: boolean
  /** Of the workers, start-up included: what a comparison costs whatever else the machine does. */
  readonly cpuSecondsEach: number
  /** Of one processor, all workers together. */
  readonly cpuShare: number
}

export async function throughput(
  servers: Servers,
  comparisons: number,
  workers: number,
  limitSeconds: number,
): Promise<Throughput> {
  const system = await openSystem(servers.redis, servers.postgres, { SYNOPTIC_LOCK: '30' })
  const pages = savedPages()
  const contents = pages.map(({ html }) => contentOf(html, 'text/html'))
  const sources = contents.map((content, index) => storedSource(pages[index]?.name ?? '', content))
  const started = performance.now()
  for (let number = 0; number < comparisons; number++)
    await submitSources(`queued-${number}`, sources, contents, system.service)
  const secondsToQueue = (performance.now() - started) / 1_000
  const processes = Array.from({ length: workers }, () => system.spawn())
  const seconds = await untilDone(system.service, undefined, limitSeconds)
  const cpu = processes.reduce((sum, { pid }) => sum + usageOf(pid).cpuSeconds, 0)
  let complete = 0
  for (let number = 0; number < comparisons; number++)
    if ((await system.service.store.find(`queued-${number}`))?.state === 'complete') complete++
  const allDone = (await system.service.store.unfinished(1)).length === 0
  await system.close()
  return {
    workers,
    comparisons,
    secondsToQueue,
    seconds,
    perMinute: (complete / seconds) * 60,
    complete,
    allDone,
    cpuSecondsEach: cpu / complete,
    cpuShare: cpu / seconds,
  }
}
