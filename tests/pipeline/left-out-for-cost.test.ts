/** A comparison that costs too much: which reports are left out, and after how many tries. */
import { expect, test } from 'vitest'
import type { CompareJob } from '../../src/model/pool-job.js'
import type { Pool } from '../../src/ports/pool.js'
import { compareEvent, type EventToCompare } from '../../src/pool/pooled.js'

/**
 * A pool in which comparing more than `most` reports takes too long, or gives too large a report; it notes how many were left
 * out each time.
 */
async function tries(count: number, most: number, why: 'time' | 'size' = 'time'): Promise<readonly number[]> {
  const left: number[] = []
  const pool = {
    run: (_kind: string, { articles }: CompareJob) => {
      const out = articles.filter(({ leftOut }) => leftOut !== null)
      // The largest first.
      expect(out.map(({ json }) => json.length)).toEqual(
        articles
          .map(({ json }) => json.length)
          .sort((a, b) => b - a)
          .slice(0, out.length)
          .sort((a, b) => a - b),
      )
      left.push(out.length)
      for (const { leftOut } of out)
        expect(leftOut?.message).toContain(
          why === 'time' ? 'took too long' : 'a report of more than 100 bytes',
        )
      const stopped = count - out.length > most && why === 'time'
      return Promise.resolve(
        stopped
          ? { state: 'stopped', why: 'time', reason: 'took too long' }
          : { state: 'done', value: { json: 'x'.repeat(count - out.length > most ? 101 : 100) } },
      )
    },
    close: () => Promise.resolve(),
  } as unknown as Pool
  const articles = Array.from({ length: count }, (_, n) => ({ json: 'x'.repeat(n + 1) }))
  await compareEvent({ articles } as unknown as EventToCompare, { pool }, { mostBytes: 100 })
  return left
}

test('one, two and four of a few are left out', async () => {
  expect(await tries(5, 5)).toEqual([0])
  expect(await tries(5, 4)).toEqual([0, 1])
  expect(await tries(20, 14)).toEqual([0, 1, 2, 4, 8])
  expect(await tries(5, 4, 'size')).toEqual([0, 1])
})

test('of many a quarter more each time, so that few tries are lost', async () => {
  expect(await tries(200, 60)).toEqual([0, 1, 51, 101, 151])
})
