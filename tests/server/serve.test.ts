/** The whole process, as built: started, asked, stopped. Killed: serve-kills.release.test.ts. */
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { listening, processes, submit } from './processes.js'

const serving = processes()
const { folder } = serving

it('serves on loopback, drains on SIGTERM with an open stream, and exits 0', async () => {
  const server = serving.start(['serve', '--concurrency', '0'], { SYNOPTIC_DRAIN: '60' })
  const url = await listening(server)
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  const id = await submit(url)
  const events = await fetch(`${url}/api/comparisons/${id}/events`)
  const text = events.text()
  const told = Date.now()
  server.child.kill('SIGTERM')
  const { code, out, err } = await server.ended
  expect(code).toBe(0)
  // Nothing runs, and the stream is ended, not waited for: far below the limit, also on a busy machine.
  expect(Date.now() - told).toBeLessThan(30_000)
  expect(await text).toContain('event: progress')
  expect(out).toBe('')
  for (const line of err
    .trimEnd()
    .split('\n')
    .filter((line) => line.startsWith('{')))
    expect(Object.keys(JSON.parse(line) as object).slice(0, 3)).toEqual(['time', 'level', 'event'])
  expect(err).not.toContain('fog')
})

it('listens elsewhere only with keys: the first it makes itself, others are made and taken back beside it', async () => {
  const elsewhere = { SYNOPTIC_HOST: '0.0.0.0' }
  const server = serving.start(['serve', '--concurrency', '0'], elsewhere)
  const { port } = new URL(await listening(server))
  const get = async (key: string | null): Promise<number> => {
    const headers = key === null ? {} : { authorization: `Bearer ${key}` }
    return (await fetch(`http://127.0.0.1:${port}/api/comparisons`, { headers })).status
  }
  const file = path.join(folder, 'first.key')
  expect(server.err()).toContain(file)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const first = readFileSync(file, 'utf8').trim()
  expect([await get(null), await get(first)]).toEqual([401, 200])

  const key = (await serving.start(['keys', 'add', '--name', 'test', '--role', 'reads']).ended).out.trim()
  expect(key).toMatch(/^syn_[0-9a-f]{12}_[\w-]{43}$/)
  expect(await get(key)).toBe(200)
  const listed = await serving.start(['keys', 'list']).ended
  expect(listed.out).toContain('reads  test')
  expect(listed.out).not.toContain(key)
  expect((await serving.start(['keys', 'remove', key.split('_')[1] ?? '']).ended).code).toBe(0)
  expect(await get(key)).toBe(401)
  server.child.kill('SIGTERM')
  expect((await server.ended).code).toBe(0)
  for (const one of [first, key]) expect(server.err()).not.toContain(one)

  // Another start makes no other.
  rmSync(file)
  const again = serving.start(['serve', '--concurrency', '0'], { SYNOPTIC_ALLOWED_HOSTS: 'news.example' })
  await listening(again)
  expect(existsSync(file)).toBe(false)
  again.child.kill('SIGTERM')
  expect((await again.ended).code).toBe(0)
})

it('keeps one webhook secret for the store', async () => {
  const [first, second] = [
    await serving.start(['keys', 'webhook-secret']).ended,
    await serving.start(['keys', 'webhook-secret']).ended,
  ]
  expect(first.out).toMatch(/^whsec_[\w-]{43}\n$/)
  expect(second.out).toBe(first.out)
})

it('lets a worker be asked for health and metrics where a port is given', async () => {
  const worker = serving.start(['worker', '--queues', 'fetch'], { SYNOPTIC_METRICS_PORT: '0' })
  let url: string | undefined
  await expect
    .poll(() => (url = /"metrics":"(http:[^"]+)"/.exec(worker.err())?.[1]), { timeout: 30_000, interval: 50 })
    .toBeDefined()
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:/)
  const status = async (target: string): Promise<number> => (await fetch((url ?? '') + target)).status
  expect([await status('/healthz'), await status('/readyz'), await status('/api/comparisons')]).toEqual([
    200, 200, 404,
  ])
  expect(await (await fetch(`${url ?? ''}/metrics`)).text()).toContain('synoptic_queue_up 1')
  expect(worker.err(), 'it has no queue to share').toContain('REDIS_URL is not set')
  worker.child.kill('SIGTERM')
  expect((await worker.ended).code).toBe(0)
})
