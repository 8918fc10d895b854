/** The contract of the EventQueue port, run over every adapter: memory, Redis, Valkey. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { bullmqQueue } from '../../src/adapters/bullmq-queue.js'
import { memoryQueue } from '../../src/adapters/memory-queue.js'
import { queueNames, type QueueName } from '../../src/model/job.js'
import { RunLater, type EventQueue, type Handlers, type QueueWorker } from '../../src/ports/queue.js'
import { serverOfRun } from '../support/servers-of-run.js'
import { redisKind } from '../support/services.js'

/** Does something and is done. */
function after(act: () => unknown): Promise<void> {
  act()
  return Promise.resolve()
}

const retry = { tries: 3, firstDelayMs: 20 }
let serial = 0

describe.each(['memory', redisKind] as const)('queue on %s', (kind) => {
  let queue: EventQueue
  const workers: QueueWorker[] = []

  beforeAll(async () => {
    if (kind === 'memory') {
      queue = memoryQueue(retry, Date.now, () => 0.5)
      return
    }
    const server = await serverOfRun(kind)
    queue = await bullmqQueue({
      url: server.url,
      prefix: `contract-${process.pid}`,
      retry,
      lockMs: 5_000,
      stalledMs: 2_000,
      onError: (error) => {
        throw error
      },
    })
  })
  afterEach(async () => {
    for (const worker of workers.splice(0)) await worker.close(2_000)
  })
  afterAll(async () => {
    await queue.close()
  })

  function work(handlers: Partial<Handlers>, names: readonly QueueName[] = queueNames): void {
    const nothing = (): Promise<void> => Promise.resolve()
    workers.push(
      queue.work({ fetch: nothing, read: nothing, compare: nothing, reader: nothing, ...handlers }, names, 4),
    )
  }
  const flow = (positions: number[], deadlineAt = Date.now() + 60_000) => {
    serial++
    return { comparison: `cmp-${serial}`, round: 1, positions, deadlineAt }
  }

  test('fetch goes before read, and compare comes last, once', async () => {
    const log: string[] = []
    const note = (line: string): Promise<void> => {
      log.push(line)
      return Promise.resolve()
    }
    work({
      fetch: ({ position }) => note(`fetch ${position}`),
      read: ({ position }) => note(`read ${position}`),
      compare: () => note('compare'),
    })
    await queue.add(flow([0, 1, 2]))
    await expect.poll(() => log.at(-1), { timeout: 20_000 }).toBe('compare')
    expect(log.toSorted()).toEqual(['compare', 'fetch 0', 'fetch 1', 'fetch 2', 'read 0', 'read 1', 'read 2'])
    for (const position of [0, 1, 2])
      expect(log.indexOf(`fetch ${position}`)).toBeLessThan(log.indexOf(`read ${position}`))
  })

  test('who came first is fetched, read and compared first', async () => {
    const flows = [flow([0]), flow([0]), flow([0]), flow([0])]
    const came = flows.map(({ comparison }) => comparison)
    for (const one of flows) await queue.add(one)
    for (const name of ['fetch', 'read', 'compare'] as const) {
      const order: string[] = []
      const note = ({ comparison }: { comparison: string }): Promise<void> =>
        after(() => order.push(comparison))
      const one = queue.work({ fetch: note, read: note, compare: note, reader: note }, [name], 1)
      await expect.poll(() => order, { timeout: 20_000 }).toEqual(came)
      await one.close(2_000)
    }
  })

  test('a flow without open sources compares at once', async () => {
    let compared = 0
    work({ compare: () => after(() => compared++) })
    await queue.add(flow([]))
    await expect.poll(() => compared, { timeout: 20_000 }).toBe(1)
  })

  test('a reading that is asked for twice is one job, and is held until it has ended', async () => {
    const comparison = `cmp-${++serial}`
    let read = 0
    await queue.addReading(comparison)
    await queue.addReading(comparison)
    expect(await queue.holdsReading(comparison)).toBe(true)
    work({
      reader: () => (++read === 1 ? Promise.reject(new RunLater(20)) : Promise.resolve()),
    })
    await expect.poll(() => queue.holdsReading(comparison), { timeout: 20_000 }).toBe(false)
    expect(read).toBe(2)
    await queue.addReading(comparison)
    await expect.poll(() => read, { timeout: 20_000 }).toBe(3)
  })

  test('adding the same round twice is one flow', async () => {
    let compared = 0
    const same = flow([0])
    await queue.add(same)
    await queue.add(same)
    work({ compare: () => after(() => compared++) })
    await expect.poll(() => compared, { timeout: 20_000 }).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(compared).toBe(1)
  })

  test('a job is tried again, its last try is told so, and its failure holds nobody up', async () => {
    const tries: boolean[] = []
    let compared = false
    work({
      fetch: ({ position }, { lastTry }) => {
        if (position !== 0) return Promise.resolve()
        tries.push(lastTry)
        return Promise.reject(new Error('no luck'))
      },
      compare: () => after(() => (compared = true)),
    })
    await queue.add(flow([0, 1]))
    await expect.poll(() => compared, { timeout: 20_000 }).toBe(true)
    expect(tries).toEqual([false, false, true])
  })

  test('RunLater pauses a job and costs it no try', async () => {
    let pauses = 0
    const tries: boolean[] = []
    let compared = false
    work({
      fetch: (_job, { lastTry }) => {
        tries.push(lastTry)
        if (pauses++ < 5) throw new RunLater(10)
        return Promise.resolve()
      },
      compare: () => after(() => (compared = true)),
    })
    await queue.add(flow([0]))
    await expect.poll(() => compared, { timeout: 20_000 }).toBe(true)
    expect(tries).toEqual([false, false, false, false, false, false])
  })

  test('at the deadline compare runs on what has arrived', async () => {
    let compared = 0
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    work({ fetch: () => held, compare: () => after(() => compared++) })
    await queue.add(flow([0], Date.now() + 200))
    await expect.poll(() => compared, { timeout: 20_000 }).toBeGreaterThan(0)
    release()
  })

  test('holds says whether a flow is still to come to its end', async () => {
    const { comparison, round, ...rest } = flow([0])
    expect(await queue.holds(comparison, round)).toBe(false)
    await queue.add({ comparison, round, ...rest })
    expect(await queue.holds(comparison, round)).toBe(true)
    work({})
    await expect.poll(() => queue.holds(comparison, round), { timeout: 20_000 }).toBe(false)
  })

  test('a closing worker lets its running job end and takes no other', async () => {
    const log: string[] = []
    work(
      {
        fetch: async ({ position }) => {
          log.push(`start ${position}`)
          await new Promise((resolve) => setTimeout(resolve, 1_000))
          log.push(`end ${position}`)
        },
      },
      ['fetch'],
    )
    const one = flow([0])
    await queue.add(one)
    await expect.poll(() => log.length, { timeout: 20_000 }).toBe(1)
    const closing = workers.pop()?.close(5_000)
    // A job that was under way to the worker when it was told to close is still done by it.
    await new Promise((resolve) => setTimeout(resolve, 300))
    const two = flow([7])
    await queue.add(two)
    await closing
    expect(log).toEqual(['start 0', 'end 0'])
    // What waits is taken up by the next worker.
    let compared = 0
    work({ compare: () => after(() => compared++) })
    await expect.poll(() => compared, { timeout: 20_000 }).toBe(2)
  })

  test('rounds come again and again, one at a time whoever offers them, and after one that failed', async () => {
    const [begun, troubles]: [string[], string[]] = [[], []]
    let [running, most] = [0, 0]
    const offer = (name: string): void => {
      const round = async (): Promise<void> => {
        most = Math.max(most, ++running)
        await new Promise((resolve) => setTimeout(resolve, 60))
        running--
        if (begun.push(name) === 2) throw new Error('the second round')
      }
      workers.push(queue.rounds(100, round, ({ message }) => troubles.push(message)))
    }
    offer('a')
    // In memory there is one process.
    if (kind !== 'memory') offer('b')
    await expect.poll(() => begun.length, { timeout: 20_000 }).toBeGreaterThan(5)
    expect([most, troubles]).toEqual([1, ['the second round']])
    for (const worker of workers.splice(0)) await worker.close(2_000)
    const ended = begun.length
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(begun).toHaveLength(ended)
  })

  test('depth counts what waits, and nothing of a flow that has ended', async () => {
    const before = await queue.depth()
    const waiting = flow([0, 1, 2])
    await queue.add(waiting)
    const { fetch } = await queue.depth()
    expect(fetch.waiting - before.fetch.waiting).toBe(3)
    work({})
    await expect.poll(() => queue.holds(waiting.comparison, 1), { timeout: 20_000 }).toBe(false)
    expect((await queue.depth()).compare.waiting).toBeLessThanOrEqual(before.compare.waiting)
  })
})
