/** Comparisons of the same five saved pages, all queued before the first worker starts: how many a minute, by workers. */
import { openSystem } from '../../tests/support/system.js'
import { contentOf, savedPages, storedSource, submitSources, untilDone, type Servers } from './setup.js'

export type Throughput = {
  readonly workers: number
  readonly comparisons: number
  readonly secondsToQueue: number
  /** From the start of the worker processes, their start-up included. */
  readonly seconds: number
  readonly perMinute: number
  readonly complete: number
}

export async function throughput(
  servers: Servers,
  comparisons: number,
  workers: number,
): Promise<Throughput> {
  const system = await openSystem(servers.redis, servers.postgres, { SYNOPTIC_LOCK: '30' })
  const pages = savedPages()
  const contents = pages.map(({ html }) => contentOf(html, 'text/html'))
  const sources = contents.map((content, index) => storedSource(pages[index]?.name ?? '', content))
  const started = performance.now()
  for (let number = 0; number < comparisons; number++)
    await submitSources(`queued-${number}`, sources, contents, system.service)
  const secondsToQueue = (performance.now() - started) / 1_000
  for (let number = 0; number < workers; number++) system.spawn()
  const seconds = await untilDone(system.service)
  let complete = 0
  for (let number = 0; number < comparisons; number++)
    if ((await system.service.store.find(`queued-${number}`))?.state === 'complete') complete++
  await system.close()
  return { workers, comparisons, secondsToQueue, seconds, perMinute: (comparisons / seconds) * 60, complete }
}
