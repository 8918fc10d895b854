/** /readyz: a store that answers and takes no writes is not ready. */
import { afterEach, expect, test } from 'vitest'
import { StoreAway } from '../../src/ports/store.js'
import { json, startServer, type TestServer } from './harness.js'

let server: TestServer
afterEach(() => server.close())

test('tells a store that is full or read-only, though it answers, and when it is well again', async () => {
  server = await startServer({ working: false })
  const ready = async (): Promise<[number, unknown]> => {
    const response = await server.request('/readyz')
    return [response.status, (await json<{ checks: unknown }>(response)).checks]
  }
  expect(await ready()).toEqual([200, { store: 'ok', queue: 'ok' }])
  const { store } = server
  const lease = store.lease.bind(store)
  store.lease = () => Promise.reject(new StoreAway('SQLITE_FULL', new Error('database or disk is full')))
  expect(await ready()).toEqual([503, { store: 'unavailable', queue: 'ok' }])
  store.lease = lease
  expect(await ready()).toEqual([200, { store: 'ok', queue: 'ok' }])
  expect(await store.lease('ready', 'x', 0, 1), 'the probe leaves nothing that blocks').toBe(true)
})
