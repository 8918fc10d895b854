/** Jobs that hang, eat memory, crash or end their process cost themselves alone, and no job is charged for waiting. */
import { describe, expect, test } from 'vitest'
import { PutOff } from '../../src/ports/pool.js'
import { longestTurn } from '../support/processor-time.js'
import { answered, ask, hostilePools } from './hostile-pool.js'

const pool = hostilePools()

describe('a job that', () => {
  // What eats memory is given time enough to meet that limit first.
  test.each([
    ['never ends', 500, { why: 'time', reason: 'took more than 0.5 s of processor time, so it was stopped' }],
    ['grows an array', 60_000, { why: 'memory' }],
    [
      'fills buffers',
      60_000,
      { why: 'memory', reason: 'took more than the 60 MB of memory allowed, so it was stopped' },
    ],
    ['ends its process', 60_000, { why: 'crash', reason: 'ended its process (3)' }],
    ['stops itself', 150, { why: 'time', reason: 'did nothing for 4.5 s, so it was stopped' }],
  ])(
    '%s is stopped with its reason, while others are done and this program answers',
    async (deed, limit, stopped) => {
      const one = pool(limit)
      const [[bad, ...good], longest] = await longestTurn(() =>
        Promise.all([ask(one, deed), ask(one, 'a'), ask(one, 'b'), ask(one, 'c')]),
      )
      expect(bad).toMatchObject({ state: 'stopped', ...stopped })
      expect(good.map(answered)).toHaveLength(3)
      expect(longest, 'milliseconds for which nothing else would have been heard').toBeLessThan(250)
    },
  )

  test('throws fails with its message, and its process goes on', async () => {
    const one = pool(60_000)
    const before = answered(await ask(one, 'a'))
    expect(await ask(one, 'throws')).toEqual({ state: 'failed', message: 'boom' })
    expect(answered(await ask(one, 'b'))).toBe(before)
  })
})

describe('time', () => {
  test('is not up for an answer that waits for a program that is busy', async () => {
    const one = pool(600)
    const outcome = ask(one, 'works for 0.3 s')
    const until = performance.now() + 3_000
    await new Promise((resolve) => setTimeout(resolve, 50))
    while (performance.now() < until);
    expect(answered(await outcome)).toMatch(/^\d+$/u)
  })
})

describe('processes', () => {
  test('few jobs share one, where starting another costs more than it brings', async () => {
    const one = pool(60_000, { processes: 2, waitingPerProcess: 4 })
    const outcomes = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((deed) => ask(one, deed)))
    expect(new Set(outcomes.map(answered)).size).toBe(1)
  })

  test('one that cannot be started is told as a crash of its job', async () => {
    const { execPath } = process
    try {
      process.execPath = '/no/such/program'
      const outcome = await ask(pool(60_000), 'a')
      expect(outcome).toMatchObject({
        state: 'stopped',
        why: 'crash',
        reason: 'ended its process (not started)',
      })
    } finally {
      process.execPath = execPath
    }
  })

  test('many get a second', async () => {
    const one = pool(60_000, { processes: 2, waitingPerProcess: 4 })
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => ask(one, 'works for 0.1 s')))
    expect(new Set(outcomes.map(answered)).size).toBe(2)
  })

  test('slow jobs leave the quick place to those who wait, and are done all the same', async () => {
    const one = pool(60_000, { slowMs: 100 })
    const order: string[] = []
    const told = async (deed: string): Promise<void> => {
      answered(await ask(one, deed))
      order.push(deed)
    }
    // The first goes on in the slow place, the second finds it taken and is begun again when it is free.
    await Promise.all(['works for 1 s', 'works for 1 s', 'b'].map(told))
    expect(order).toEqual(['b', 'works for 1 s', 'works for 1 s'])
  })

  test('a slow job with a name lets its caller go, who comes for the outcome', async () => {
    const one = pool(60_000, { slowMs: 100 })
    await expect(ask(one, 'works for 1 s', 'long')).rejects.toThrow(PutOff)
    // It goes on by itself, and is not begun anew by being asked for.
    await expect(ask(one, 'works for 1 s', 'long')).rejects.toThrow(PutOff)
    expect(answered(await ask(one, 'b', 'short'))).toMatch(/^\d+$/u)
    const outcome = (): Promise<string | null> =>
      ask(one, 'throws', 'long').then(answered, (error: unknown) => {
        if (error instanceof PutOff) return null
        throw error
      })
    await expect.poll(outcome, { timeout: 60_000 }).toMatch(/^\d+$/u)
    // Told once: who asks again begins anew.
    expect(await ask(one, 'throws', 'long')).toEqual({ state: 'failed', message: 'boom' })
  })

  test(
    'that a job with a name was stopped is told as often as it is asked',
    { timeout: 120_000 },
    async () => {
      const one = pool(400, { slowMs: 100 })
      const told = (): Promise<string> =>
        ask(one, 'never ends', 'poison').then(
          ({ state }) => state,
          () => 'put off',
        )
      await expect.poll(told, { timeout: 100_000, interval: 200 }).toBe('stopped')
      expect(await told()).toBe('stopped')
    },
  )

  test('closed under its jobs, a pool says nothing of them: they are rejected, and the processes have ended', async () => {
    const one = pool(60_000)
    const number = Number(answered(await ask(one, 'a')))
    const outcomes = Promise.allSettled([ask(one, 'never ends'), ask(one, 'b')])
    await new Promise((resolve) => setTimeout(resolve, 200))
    await one.close()
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(ask(one, 'c')).rejects.toThrow(/closed/u)
    expect(() => process.kill(number, 0)).toThrow(/ESRCH/u)
  })
})
