/** The list of 20,000 comparisons on SQLite: what it finds, and that each page comes fast. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'libsql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sqliteStore } from '../../src/adapters/sql/sqlite.js'
import type { ListQuery, Store } from '../../src/ports/store.js'
import { startServer } from '../server/harness.js'

const many = 20_000
const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-listing-'))
const begin = Date.UTC(2026, 0, 1)
let store: Store

/** Words as common as in a language: the n-th in about one of n comparisons. */
const wordsOf = (number: number): string =>
  Array.from(
    { length: 400 },
    (_, place) => `w${Math.floor(((number * 7919 + place * 104_729) % 9_973) ** 2 / 9_973)}x`,
  ).join(' ')

beforeAll(async () => {
  await (await sqliteStore(folder)).close()
  const database = new Database(path.join(folder, 'synoptic.db'))
  const row = database.prepare(
    `insert into comparisons (id, state, title, options, batch, reasons, round, created_at, deadline_at, finished_at, submitted_by)
     values (?, ?, ?, '{"zone":"UTC","deadlineSeconds":60}', ?, '[]', 0, ?, ?, ?, ?)`,
  )
  const words = database.prepare('insert into listed (comparison, words) values (?, ?)')
  const outlet = database.prepare('insert into comparison_outlets values (?, ?, ?, ?)')
  database.exec('begin')
  for (let i = 0; i < many; i++) {
    const id = `c-${String(i).padStart(6, '0')}`
    const at = begin + i * 60_000
    const batch = i % 3 === 0 ? `b-${i % 40}` : null
    row.run(
      id,
      i % 10 === 1 ? 'failed' : 'complete',
      `Story ${i}`,
      batch,
      at,
      at,
      at,
      i % 7 === 0 ? 'anna' : null,
    )
    words.run(id, `story ${i} everywhere ${wordsOf(i)}`)
    for (let place = 0; place < 4; place++) {
      const name = `Outlet ${(i * 13 + place * 31) % 300}`
      outlet.run(id, place, name, name.toLowerCase())
    }
  }
  database.exec('commit')
  database.close()
  store = await sqliteStore(folder)
}, 600_000)
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

it('40 clients at once are all answered, and a page costs little', async () => {
  await store.close()
  const server = await startServer({ folder, working: false })
  const pages = [
    '/comparisons',
    '/comparisons?q=everywhere',
    '/comparisons?q=w12',
    '/comparisons?outlet=outlet+7',
  ]
  const before = process.cpuUsage()
  const states = await Promise.all(
    Array.from({ length: 40 }, async (_, client) => {
      const response = await server.request(pages[client % pages.length] ?? '')
      await response.text()
      return response.status
    }),
  )
  const { user, system } = process.cpuUsage(before)
  await server.close()
  store = await sqliteStore(folder)
  expect(new Set(states)).toEqual(new Set([200]))
  expect((user + system) / 1_000 / 40, 'milliseconds of processor time a page').toBeLessThan(150)
})

const questions: readonly (readonly [string, Partial<ListQuery>])[] = [
  ['all', {}],
  ['the last page', { after: `${begin + 600_000}_c-000010` }],
  ['by itself and not failed', { kind: 'single', states: ['queued', 'running', 'complete', 'partial'] }],
  ['failed', { states: ['failed'] }],
  ['a word that all have', { words: 'everywhere' }],
  ['the beginning of many words', { words: 'w12' }],
  ['a rare word', { words: 'story 12345' }],
  ['two words', { words: 'w77x everywhere' }],
  ['a word that none has', { words: 'nowhere' }],
  ['an outlet', { outlet: 'outlet 7' }],
  ['an outlet and a word', { outlet: 'Outlet 7', words: 'everywhere' }],
  ['a week', { from: begin + 7 * 86_400_000, until: begin + 14 * 86_400_000 }],
  ['of one person', { by: 'anna' }],
]

it.each(questions)('%s', async (_, question) => {
  const times: number[] = []
  for (let round = 0; round < 5; round++) {
    const before = process.cpuUsage()
    await store.list({ limit: 30, after: null, ...question })
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1_000)
  }
  expect(Math.min(...times), 'milliseconds of processor time').toBeLessThan(150)
})

it('finds what holds every word, in title, outlet or text, and nothing else', async () => {
  const found = async (question: Partial<ListQuery>): Promise<readonly string[]> =>
    (await store.list({ limit: 30, after: null, ...question })).items.map(({ id }) => id)
  expect(await found({ words: 'STÖRY, 12345!' })).toEqual(['c-012345'])
  expect(await found({ words: '!!!' })).toEqual([])
  expect(await found({ words: 'nowhere' })).toEqual([])
  expect(await found({ outlet: 'OUTLET 7' })).toHaveLength(30)
  const [first] = await found({ from: begin + 7 * 86_400_000, until: begin + 8 * 86_400_000 })
  expect(first).toBe('c-011519')
})

it('tags are put on and taken off, and what is named is suggested', async () => {
  await store.tag(['c-000001', 'c-000002', 'c-none'], 'ferry <b>', true)
  await store.tag(['c-000001'], 'ferry <b>', true)
  await store.tag(['c-000001'], 'ferry <b>', false)
  const { items } = await store.list({ limit: 30, after: null, tag: 'ferry <b>' })
  expect(items.map(({ id, tags, outlets }) => [id, tags, outlets.length])).toEqual([
    ['c-000002', ['ferry <b>'], 4],
  ])
  const before = process.cpuUsage()
  const { outlets, tags } = await store.suggested()
  const { user, system } = process.cpuUsage(before)
  expect([outlets.length, tags]).toEqual([200, ['ferry <b>']])
  expect((user + system) / 1_000).toBeLessThan(150)
})
