/** Texts made to be costly, among others: the others are compared, the service answers all the while, and the reason is told. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { processPool } from '../../src/pool/process-pool.js'
import type { Pool } from '../../src/ports/pool.js'
import { Report } from '../../src/model/report.js'
import { ferryA, ferryB, json, startServer, twoTexts, type TestServer } from './harness.js'

let pool: Pool
let server: TestServer

beforeAll(async () => {
  pool = processPool({
    entry: new URL('poisoned-process.mjs', import.meta.url),
    timeMs: { read: 3_000, skim: 3_000, feed: 3_000, compare: 3_000, write: 2_000 },
    memoryMb: 512,
    processes: 2,
    waitingPerProcess: 0,
    deaf: true,
    weightsFolder: null,
    slowMs: 1_000,
  })
  server = await startServer({ overrides: { pool } })
})

afterAll(async () => {
  await pool.close()
  await server.close()
})

async function submit(...texts: readonly string[]): Promise<string> {
  const sources = texts.map((text, index) => ({ text, name: `${'abcdef'[index] ?? 'z'}.txt` }))
  const answer = await server.post('/api/comparisons', { sources })
  return (await json<{ id: string }>(answer)).id
}

async function reportOf(id: string): Promise<Report> {
  return Report.parse(JSON.parse((await server.store.report(id)) ?? 'null'))
}

const poisoned = (word: string): string =>
  `${ferryB}\nThe line spoke of ${word} on Tuesday, the mayor said.\n${ferryB}`

/** Longest work of this process, in milliseconds of processor time, between two answers of /healthz. */
async function watched(during: () => Promise<void>): Promise<number> {
  let longest = 0
  const asked = { over: false }
  const asking = (async () => {
    while (!asked.over) {
      const before = process.cpuUsage()
      expect((await server.request('/healthz')).status).toBe(200)
      const { user, system } = process.cpuUsage(before)
      longest = Math.max(longest, (user + system) / 1_000)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()
  try {
    await during()
  } finally {
    asked.over = true
  }
  await asking
  return longest
}

test('each costs itself alone', { timeout: 600_000 }, async () => {
  const undisturbed = await submit(ferryA, ferryB)
  expect(await server.finished(undisturbed)).toBe('complete')
  let reading = ''
  let comparing = ''
  let more = ''
  const longest = await watched(async () => {
    reading = await submit(ferryA, ferryB, poisoned('spinreading'))
    // As many as there are places for readings.
    more = await submit(ferryA, poisoned('spinreading'))
    comparing = await submit(ferryA, ferryB, poisoned('spincomparing'))
    const honest: string[] = []
    for (let count = 0; count < 6; count++)
      honest.push((await json<{ id: string }>(await server.post('/api/comparisons', twoTexts))).id)
    for (const id of honest) expect(await server.finished(id)).toBe('complete')
    for (const id of [reading, more])
      expect((await server.store.find(id))?.finishedAt, 'the others did not wait for it').toBeNull()
    for (const id of [reading, comparing]) expect(await server.finished(id)).toBe('partial')
  })
  expect(longest, 'milliseconds').toBeLessThan(250)

  const [first, second] = [await reportOf(reading), await reportOf(comparing)]
  const sentence = 'took more than 3 s of processor time, so it was stopped.'
  expect(first.issues.find(({ code }) => code === 'normalize-timeout')).toMatchObject({
    severity: 'error',
    source: 'c.txt',
    message: `c.txt: reading it ${sentence}`,
  })
  expect(second.issues.find(({ code }) => code === 'compare-timeout')).toMatchObject({
    severity: 'error',
    source: 'c.txt',
    message: `c.txt: it is not compared, for comparing it with the others ${sentence}`,
  })
  for (const { articles, claims, quotes } of [first, second]) {
    expect(articles.map(({ completeness }) => completeness.state)).toEqual([
      'complete',
      'complete',
      'unreadable',
    ])
    const lost = articles[2]?.id ?? ''
    const states = [...claims, ...quotes].map(({ cells }) => cells[lost]?.state)
    expect(new Set(states)).toEqual(new Set(['unknown']))
  }
})

test(
  'a form that takes too long is refused with the reason, and the others are there',
  { timeout: 120_000 },
  async () => {
    const id = await submit(ferryA, ferryB, poisoned('spinwriting'))
    expect(await server.finished(id)).toBe('complete')
    const refused = await server.request(`/api/comparisons/${id}/report.md`)
    expect(refused.status).toBe(404)
    expect((await json<{ detail: string }>(refused)).detail).toBe(
      'It cannot be made of this report: making it took more than 2 s of processor time, so it was stopped.',
    )
    expect((await server.request(`/api/comparisons/${id}/report.html`)).status).toBe(200)
  },
)
