/** A service stopped or killed in the middle of a long reading, as built: the work is neither lost nor charged, and no process stays. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { program } from '../support/program.js'
import { ended, threeReports } from '../support/service.js'

let folder: string
const running: ChildProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'synoptic-long-job-'))
})
afterEach(async () => {
  for (const child of running.splice(0)) {
    child.kill('SIGKILL')
    await ended(child)
  }
  rmSync(folder, { recursive: true, force: true })
})

const drainSeconds = 2
/** What the docs say: the drain, and what is open six seconds more. The rest is for a machine with much else to do. */
const endsWithinMs = (drainSeconds + 6) * 1_000 + 12_000

async function serve(readSeconds: number): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [program, 'serve', '--port', '0'], {
    env: {
      ...process.env,
      SYNOPTIC_DATA: folder,
      SYNOPTIC_DRAIN: String(drainSeconds),
      SYNOPTIC_READ_TIMEOUT: String(readSeconds),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  running.push(child)
  let told = ''
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()))
  let url: string | undefined
  await expect
    .poll(() => (url = /"url":"(http:[^"]+)"/u.exec(told)?.[1]), { timeout: 60_000, interval: 50 })
    .toBeDefined()
  return { child, url: url ?? '' }
}

/** Megabytes of sentences that no two are alike: longer to read than any stop or test takes. */
function longText(): string {
  const paragraphs = Array.from({ length: 4_000 }, (_, number) => Object.values(threeReports(number)))
  return paragraphs.flat().join('\n\n').slice(0, 3_000_000)
}

/** Of a comparison that is being made of a text with no end, beside short ones. */
async function submitLong(url: string): Promise<string> {
  const texts = Object.entries({ ...threeReports(1), 'long.txt': longText() })
  const answer = await fetch(`${url}/api/comparisons`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sources: texts.map(([name, text]) => ({ name, text })) }),
  })
  return ((await answer.json()) as { id: string }).id
}

type View = { state: string; progress: { read: number; lost: number } }
const viewOf = async (url: string, id: string): Promise<View> =>
  (await (await fetch(`${url}/api/comparisons/${id}`)).json()) as View

function poolOf(server: ChildProcess): number[] {
  const children = readFileSync(`/proc/${server.pid ?? ''}/task/${server.pid ?? ''}/children`, 'utf8')
  return children.trim().split(' ').map(Number)
}

/** Processor time so far, in hundredths of a second; null for a process that is gone. */
function used(pid: number): number | null {
  if (!readdirSync('/proc').includes(String(pid))) return null
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return fields[0] === 'Z' ? null : Number(fields[11]) + Number(fields[12])
}

/** The long text alone is left, and a process of the pool has been at it for a while. */
async function underWay(server: ChildProcess, url: string, id: string): Promise<number[]> {
  await expect
    .poll(async () => (await viewOf(url, id)).progress.read, { timeout: 120_000, interval: 100 })
    .toBe(3)
  const before = new Map(poolOf(server).map((pid) => [pid, used(pid) ?? 0]))
  await expect
    .poll(() => poolOf(server).some((pid) => (used(pid) ?? 0) > (before.get(pid) ?? 0) + 100), {
      timeout: 60_000,
    })
    .toBe(true)
  return poolOf(server)
}

function charged(): unknown {
  const database = new Database(path.join(folder, 'synoptic.db'))
  try {
    return database.prepare('select stage, lost from runs').all()
  } finally {
    database.close()
  }
}

test('told to stop, it ends in time, and another goes on at no cost', { timeout: 400_000 }, async () => {
  const first = await serve(600)
  const id = await submitLong(first.url)
  const pool = await underWay(first.child, first.url, id)
  const told = performance.now()
  first.child.kill('SIGTERM')
  expect(await ended(first.child)).toBe(0)
  expect(performance.now() - told).toBeLessThan(endsWithinMs)
  expect(pool.map(used)).toEqual(pool.map(() => null))
  expect(charged()).toEqual([])

  const second = await serve(1)
  await expect
    .poll(async () => (await viewOf(second.url, id)).state, { timeout: 240_000, interval: 200 })
    .toBe('partial')
})

test('killed, it leaves no process at its work', { timeout: 400_000 }, async () => {
  const { child, url } = await serve(600)
  const pool = await underWay(child, url, await submitLong(url))
  child.kill('SIGKILL')
  await ended(child)
  await expect.poll(() => pool.map(used), { timeout: 20_000, interval: 100 }).toEqual(pool.map(() => null))
})
