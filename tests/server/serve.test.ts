/** The whole process, as built: started, asked, stopped, killed. */
import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'libsql'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { ferryA, ferryPage, json, twoTexts } from './harness.js'

const main = path.resolve(import.meta.dirname, '../../dist/src/cli/main.js')
// Each test starts up to seven processes, one after the other.
vi.setConfig({ testTimeout: 180_000 })

const fogPage = ferryPage('Ferry late', ...ferryA.split('\n\n').slice(1))
let folder: string
const running = new Set<ChildProcess>()
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'synoptic-serve-'))
})
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

type Process = {
  readonly child: ChildProcess
  readonly ended: Promise<{ code: number | null; out: string; err: string }>
  err(): string
}

function start(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Process {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, SYNOPTIC_DATA: folder, SYNOPTIC_DRAIN: '5', SYNOPTIC_PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.on('close', (code) => {
      running.delete(child)
      resolve({ code, out, err })
    })
  })
  return { child, ended, err: () => err }
}

async function listening(server: Process): Promise<string> {
  let url: string | undefined
  await expect
    .poll(() => (url = /"url":"(http:[^"]+)"/.exec(server.err())?.[1]), { timeout: 30_000, interval: 50 })
    .toBeDefined()
  return url ?? ''
}

const submit = async (url: string): Promise<string> =>
  (
    await json<{ id: string }>(
      await fetch(`${url}/api/comparisons`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(twoTexts),
      }),
    )
  ).id

const stateOf = async (url: string, id: string): Promise<string> =>
  (await json<{ state: string }>(await fetch(`${url}/api/comparisons/${id}`))).state

it('serves on loopback, drains on SIGTERM with an open stream, and exits 0', async () => {
  const server = start(['serve', '--concurrency', '0'], { SYNOPTIC_DRAIN: '60' })
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

it('goes on after a kill with what was submitted, and refuses the folder to a second process', async () => {
  const first = start(['serve', '--concurrency', '0'])
  const url = await listening(first)
  const ids = [await submit(url), await submit(url)]
  first.child.kill('SIGKILL')
  await first.ended

  const second = start(['serve'])
  const again = await listening(second)
  const third = await start(['serve']).ended
  expect(third.code).not.toBe(0)
  expect(third.err).toContain('in use by another Synoptic process')
  for (const id of ids)
    await expect.poll(() => stateOf(again, id), { timeout: 30_000, interval: 100 }).toBe('complete')
  second.child.kill('SIGINT')
  expect((await second.ended).code).toBe(0)
})

it('drains a running job, and owes a webhook over a stop and a kill, with the effect of once', async () => {
  const own = mkdtempSync(path.join(tmpdir(), 'synoptic-webhook-'))
  const asked: string[] = []
  const hooks: { id: string; body: string }[] = []
  let answers = false
  // Pages come slowly; the first webhook never gets an answer.
  const others = createServer((request, response) => {
    if (request.method !== 'POST') {
      asked.push(request.url ?? '')
      setTimeout(() => response.writeHead(200, { 'content-type': 'text/html' }).end(fogPage), 1_000)
      return
    }
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      hooks.push({ id: String(request.headers['synoptic-delivery']), body })
      if (answers) response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => others.listen(0, '127.0.0.1', resolve))
  const { port } = others.address() as AddressInfo
  const here = `http://127.0.0.1:${port}`
  const settings = { SYNOPTIC_DATA: own, SYNOPTIC_ALLOW_PRIVATE: 'true', SYNOPTIC_DRAIN: '20' }
  try {
    const first = start(['serve'], settings)
    const url = await listening(first)
    const made = await fetch(`${url}/api/comparisons`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sources: [`${here}/page`, ...twoTexts.sources], callbackUrl: `${here}/hook` }),
    })
    const { id } = await json<{ id: string }>(made)
    await expect.poll(() => asked.length, { timeout: 30_000, interval: 20 }).toBe(1)
    first.child.kill('SIGTERM')
    expect((await first.ended).code).toBe(0)

    const second = start(['serve'], settings)
    const again = await listening(second)
    await expect.poll(() => stateOf(again, id), { timeout: 60_000, interval: 50 }).toBe('complete')
    await expect.poll(() => hooks.length, { timeout: 30_000, interval: 20 }).toBe(1)
    second.child.kill('SIGKILL')
    await second.ended
    expect(asked, 'the page that was under way was kept').toEqual(['/page'])

    // The dead process had a minute for its try; it is over.
    const database = new Database(path.join(own, 'synoptic.db'))
    expect(database.prepare('select state, attempts from deliveries').all()).toEqual([
      { state: 'pending', attempts: 1 },
    ])
    database.exec('update deliveries set lease_until = 1')
    database.close()
    answers = true
    const third = start(['serve'], settings)
    const last = await listening(third)
    const webhook = async (): Promise<unknown> =>
      (await json<{ webhook: { state: string } }>(await fetch(`${last}/api/comparisons/${id}`))).webhook
    await expect
      .poll(webhook, { timeout: 30_000, interval: 50 })
      .toMatchObject({ state: 'delivered', attempts: 2 })
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    // The same message under the same name, so that a receiver that had taken the first one drops the second.
    expect(hooks.map((hook) => hook.id)).toEqual([id, id])
    expect(hooks[1]?.body).toBe(hooks[0]?.body)
    third.child.kill('SIGTERM')
    expect((await third.ended).code).toBe(0)
  } finally {
    others.closeAllConnections()
    others.close()
    rmSync(own, { recursive: true, force: true })
  }
})

it('listens elsewhere only with keys: the first it makes itself, others are made and taken back beside it', async () => {
  const elsewhere = { SYNOPTIC_HOST: '0.0.0.0' }
  const server = start(['serve', '--concurrency', '0'], elsewhere)
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

  const key = (await start(['keys', 'add', '--name', 'test', '--role', 'reads']).ended).out.trim()
  expect(key).toMatch(/^syn_[0-9a-f]{12}_[\w-]{43}$/)
  expect(await get(key)).toBe(200)
  const listed = await start(['keys', 'list']).ended
  expect(listed.out).toContain('reads  test')
  expect(listed.out).not.toContain(key)
  expect((await start(['keys', 'remove', key.split('_')[1] ?? '']).ended).code).toBe(0)
  expect(await get(key)).toBe(401)
  server.child.kill('SIGTERM')
  expect((await server.ended).code).toBe(0)
  for (const one of [first, key]) expect(server.err()).not.toContain(one)

  // Another start makes no other.
  rmSync(file)
  const again = start(['serve', '--concurrency', '0'], { SYNOPTIC_ALLOWED_HOSTS: 'news.example' })
  await listening(again)
  expect(existsSync(file)).toBe(false)
  again.child.kill('SIGTERM')
  expect((await again.ended).code).toBe(0)
})

it('keeps one webhook secret for the store', async () => {
  const [first, second] = [
    await start(['keys', 'webhook-secret']).ended,
    await start(['keys', 'webhook-secret']).ended,
  ]
  expect(first.out).toMatch(/^whsec_[\w-]{43}\n$/)
  expect(second.out).toBe(first.out)
})

it('lets a worker be asked for health and metrics where a port is given', async () => {
  const worker = start(['worker', '--queues', 'fetch'], { SYNOPTIC_METRICS_PORT: '0' })
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
