import { afterEach, expect, it } from 'vitest'
import { createKey } from '../../src/server/keys.js'
import { examined } from './barriers.js'
import { json, startServer, type TestServer, twoTexts } from './harness.js'

let server: TestServer
afterEach(() => server.close())

it('tells an operator of store, workers, queue, reader and sources on one page', async () => {
  server = await startServer({})
  const { id } = await json<{ id: string }>(await server.post('/api/comparisons', twoTexts))
  await server.finished(id)
  // The job ends behind what it wrote.
  await expect.poll(async () => (await server.queue.depth()).compare.active).toBe(0)
  const page = await (await server.request('/operation')).text()
  const { document, barriers } = await examined(page)
  expect(barriers).toEqual([])
  const text = document.body.textContent.replace(/\s+/gu, ' ')
  expect(text).toMatch(
    /takes writes, [\d.]+ [kM]B ?1 comparison, 0 batches, 2 articles read, bytes of 2 pages, 0 watched articles/u,
  )
  expect(text).toContain('comparisons and batches for ever')
  expect(text).toContain('1 process at work')
  expect(text).toContain('compare: 0 waiting, 0 under way, 0 failed')
  expect(text).toContain('0 sources')
})

it('is for operators alone, and is there while the queue is away', async () => {
  server = await startServer({ working: false, settings: { keysRequired: true } })
  const keyOf = async (scope: 'read' | 'admin') => ({
    authorization: `Bearer ${(await createKey('x', [scope], server.store, 0)).key}`,
  })
  expect((await server.request('/operation', { headers: await keyOf('read') })).status).toBe(403)
  server.queue.depth = () => Promise.reject(new Error('away'))
  server.queue.ping = () => Promise.reject(new Error('away'))
  const page = await server.request('/operation', { headers: await keyOf('admin') })
  expect([page.status, (await page.text()).includes('does not answer')]).toEqual([200, true])
})
