/**
 * One server as a user starts it, and a process of its own that asks `/healthz` again and again meanwhile.
 *
 * In: bodies of requests. Out: how comparisons ended by the server's own stamps, how long `/healthz` took, and how long the
 * server's main thread worked between two turns, and what is wrong with that.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { root } from '../../tests/support/event.js'
import { program } from '../../tests/support/program.js'
import { ended } from '../../tests/support/service.js'
import { pause, usageOf } from './setup.js'

/** Between two looks at a comparison; its times are the server's own. */
const lookMs = 500
const healthLimitMs = 250

type Healthz = {
  readonly asked: number
  readonly medianMs: number
  readonly p99Ms: number
  readonly mostMs: number
  /** The same without what server and asker waited for a processor meanwhile. */
  readonly mostOwnMs: number
}

/** Of the server's main thread between two turns of its event loop at most (turns.mjs). */
type Turns = { readonly clockMs: number; readonly heldMs: number; readonly workMs: number }

/** By the clock, without what the machine let wait: another program may have had the processor. */
export function heldUp({ healthz, turns }: Pick<Watched, 'healthz' | 'turns'>): string[] {
  const wrong: string[] = []
  if (turns.heldMs > healthLimitMs) wrong.push(`the server was held ${turns.heldMs} ms between two turns`)
  if (healthz.mostOwnMs > healthLimitMs)
    wrong.push(`/healthz took ${healthz.mostOwnMs} ms (${healthz.mostMs} ms with what the machine let wait)`)
  return wrong
}

export type Watched = {
  /** The machine's load when it began. */
  readonly load: number
  readonly healthz: Healthz
  readonly turns: Turns
  /** Resident memory of the server's process at most. */
  readonly megabytes: number
}

/** A server of its own that is asked for its health while `work` goes on, and ended whatever comes. */
export async function watched<Done>(
  work: (url: string) => Promise<Done>,
): Promise<{ readonly done: Done; readonly watched: Watched }> {
  const load = loadavg()[0] ?? 0
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-watched-'))
  let server: Started | null = null
  try {
    server = await startServer(folder)
    const prober = await startProber(`${server.url}/healthz`, server.pid)
    const done = await work(server.url)
    const healthz = healthzOf(await prober.stop())
    const { peakMegabytes } = usageOf(server.pid)
    return { done, watched: { load, healthz, turns: await server.stop(), megabytes: peakMegabytes } }
  } finally {
    await server?.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Started = Awaited<ReturnType<typeof startServer>>

async function startServer(folder: string) {
  const told = path.join(folder, 'turns.json')
  const preload = path.join(root, 'scripts/soak/turns.mjs')
  const child = spawn(process.execPath, ['--import', preload, program, 'serve', '--port', '0'], {
    env: {
      ...process.env,
      SOAK_TURNS: told,
      SYNOPTIC_RATE_READS: '1000000',
      SYNOPTIC_RATE_WRITES: '1000000',
      SYNOPTIC_DATA: path.join(folder, 'data'),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const url = await listening(child)
  // From here on (turns.mjs).
  child.kill('SIGUSR2')
  return {
    url,
    pid: child.pid,
    async kill(): Promise<void> {
      child.kill('SIGKILL')
      await ended(child)
    },
    async stop(): Promise<Turns> {
      child.kill('SIGTERM')
      await ended(child)
      return JSON.parse(readFileSync(told, 'utf8')) as Turns
    },
  }
}

export function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      if (said.length > 10_000) return
      said += chunk.toString()
      const [, url] = /"url":"(http:[^"]+)"/u.exec(said) ?? []
      if (url !== undefined) resolve(url)
    })
    child.once('exit', (code) => {
      reject(new Error(`the server ended with ${String(code)}: ${said}`))
    })
  })
}

type Answer = { readonly ms: number; readonly waitedMs: number }

function healthzOf(answers: readonly Answer[]): Healthz {
  const times = answers.map(({ ms }) => ms)
  return {
    asked: times.length,
    medianMs: rounded(quantile(times, 0.5)),
    p99Ms: rounded(quantile(times, 0.99)),
    mostMs: rounded(quantile(times, 1)),
    mostOwnMs: rounded(Math.max(...answers.map(({ ms, waitedMs }) => ms - waitedMs))),
  }
}

async function startProber(address: string, pid: number | undefined) {
  const child = spawn(process.execPath, [path.join(root, 'scripts/soak/prober.mjs'), address, String(pid)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let told = ''
  const ready = once(child.stdout, 'data')
  child.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()))
  const closed = new Promise((resolve) => child.once('close', resolve))
  await ready
  return {
    async stop(): Promise<Answer[]> {
      child.stdin.end()
      await closed
      return JSON.parse(told) as Answer[]
    },
  }
}

export async function submit(url: string, body: string): Promise<{ id: string } | { status: number }> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}/api/comparisons`, { method: 'POST', headers, body })
  const told = (await answer.json()) as { id?: string }
  return told.id === undefined ? { status: answer.status } : { id: told.id }
}

export type View = { state: string; reasons: string[]; createdAt: string; finishedAt: string | null }

/** By the server's own stamps. */
export async function finished(url: string, id: string): Promise<View & { seconds: number }> {
  for (;;) {
    const view = (await (await fetch(`${url}/api/comparisons/${id}`)).json()) as View
    if (view.finishedAt !== null)
      return { ...view, seconds: (Date.parse(view.finishedAt) - Date.parse(view.createdAt)) / 1_000 }
    await pause(lookMs)
  }
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
