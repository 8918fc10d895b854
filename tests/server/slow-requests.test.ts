/** Requests that arrive drop by drop are ended in time, and keep nobody else waiting. */
import { connect } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { listen } from '../../src/server/start.js'
import { startServer, type TestServer } from './harness.js'

const patience = {
  requestTimeout: 600,
  headersTimeout: 300,
  keepAliveTimeout: 200,
  connectionsCheckingInterval: 50,
}
let server: TestServer
let listening: Awaited<ReturnType<typeof listen>>
beforeEach(async () => {
  server = await startServer({ working: false })
  listening = await listen(server.app, '127.0.0.1', 0, patience)
})
afterEach(async () => {
  await listening.close(0)
  await server.close()
})

/** Sends the beginning, then a drop every 20 ms; what came back, and after how many milliseconds it was over. */
function drip(beginning: string, drop: string): Promise<{ answer: string; after: number }> {
  const started = performance.now()
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(listening.url).port), '127.0.0.1')
    let answer = ''
    const timer = setInterval(() => socket.write(drop), 20)
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearInterval(timer)
      resolve({ answer, after: performance.now() - started })
    })
    socket.write(beginning)
  })
}

const post = [
  'POST /api/comparisons HTTP/1.1',
  'Host: 127.0.0.1',
  'Content-Type: application/json',
  'Content-Length: 100000',
  '',
  '{',
].join('\r\n')

it.each([
  [
    'headers',
    'GET /api/comparisons HTTP/1.1\r\nHost: 127.0.0.1\r\n',
    'X-Slow: 1\r\n',
    patience.headersTimeout,
  ],
  ['a body', post, ' ', patience.requestTimeout],
])('%s without end get 408 and the end of the connection', async (_what, beginning, drop, limit) => {
  const slow = Array.from({ length: 20 }, () => drip(beginning, drop))
  const others = await Promise.all(
    Array.from({ length: 20 }, () => fetch(`${listening.url}/api/comparisons`)),
  )
  expect(others.map(({ status }) => status)).toEqual(Array(20).fill(200))
  for (const { answer, after } of await Promise.all(slow)) {
    expect(answer).toMatch(/^HTTP\/1\.1 408 /u)
    expect(after).toBeGreaterThan(limit - 50)
    expect(after).toBeLessThan(limit + 20_000)
  }
})
