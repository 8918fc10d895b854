/** The whole process, as built: started, asked, stopped, killed. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { json, twoTexts } from './harness.js'

const main = path.resolve(import.meta.dirname, '../../dist/src/cli/main.js')
// Each test starts up to seven processes, one after the other.
vi.setConfig({ testTimeout: 180_000 })

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
  const server = start(['serve', '--concurrency', '0'])
  const url = await listening(server)
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  const id = await submit(url)
  const events = await fetch(`${url}/api/comparisons/${id}/events`)
  const text = events.text()
  const told = Date.now()
  server.child.kill('SIGTERM')
  const { code, out, err } = await server.ended
  expect(code).toBe(0)
  expect(Date.now() - told).toBeLessThan(5_000)
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

it('listens elsewhere only with keys, which are made and taken back beside it', async () => {
  const elsewhere = { SYNOPTIC_HOST: '0.0.0.0' }
  const refused = await start(['serve', '--concurrency', '0'], elsewhere).ended
  expect(refused.code).toBe(64)
  expect(refused.err).toContain('synoptic keys add')
  expect(
    (await start(['serve', '--concurrency', '0'], { SYNOPTIC_ALLOWED_HOSTS: 'news.example' }).ended).code,
  ).toBe(64)

  const key = (await start(['keys', 'add', '--name', 'test', '--scope', 'read']).ended).out.trim()
  expect(key).toMatch(/^syn_[0-9a-f]{12}_[\w-]{43}$/)
  const server = start(['serve', '--concurrency', '0'], elsewhere)
  const { port } = new URL(await listening(server))
  const get = async (headers: Record<string, string>): Promise<number> =>
    (await fetch(`http://127.0.0.1:${port}/api/comparisons`, { headers })).status
  const headers = { authorization: `Bearer ${key}` }
  expect(await get({})).toBe(401)
  expect(await get(headers)).toBe(200)

  const listed = await start(['keys', 'list']).ended
  expect(listed.out).toContain('read  test')
  expect(listed.out).not.toContain(key)
  expect((await start(['keys', 'remove', key.split('_')[1] ?? '']).ended).code).toBe(0)
  expect(await get(headers)).toBe(401)
  server.child.kill('SIGTERM')
  expect((await server.ended).code).toBe(0)
  expect(server.err()).not.toContain(key)
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
  worker.child.kill('SIGTERM')
  expect((await worker.ended).code).toBe(0)
})
