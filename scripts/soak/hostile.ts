/**
 * Honest comparisons with hostile ones submitted among them, on one embedded server as a user starts it: how long each
 * honest one takes, against a run of the same without the hostile ones just before, and how long `/healthz` takes
 * meanwhile, asked by a process of its own.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { root } from '../../tests/support/event.js'
import { program } from '../../tests/support/program.js'
import { ended } from '../../tests/support/service.js'
import { hostileRequests, type HostileRequest } from './hostile-texts.js'
import { pause, savedPages } from './setup.js'

/** Honest comparisons at once: the next is sent when one has ended, so that a busy machine has no more to do than an idle one. */
const atOnce = 4
const pagesEach = 3
/** Between two looks at a comparison; its times are the server's own. */
const lookMs = 500
/** Hostile comparisons that have not ended so long after the honest ones are told as running. */
const patienceMs = 60_000
const healthLimitMs = 250
const timesLimit = 2

type Run = {
  /** The machine's load when it began. */
  readonly load: number
  /** From the first submission to the end of the last honest comparison. */
  readonly seconds: number
  readonly healthz: Healthz
  readonly turns: Turns
}

type Healthz = {
  readonly asked: number
  readonly medianMs: number
  readonly p99Ms: number
  readonly mostMs: number
  /** The same without what the asking process itself was woken late meanwhile: that is the machine's doing. */
  readonly mostOwnMs: number
}

/** Of the server's main thread between two turns of its event loop: by the clock, and in processor time of the process. */
type Turns = { readonly lateMs: number; readonly lateP99Ms: number; readonly workMs: number }

export type HostileFigures = {
  readonly honest: number
  readonly hostile: number
  readonly undisturbed: Run
  readonly disturbed: Run
  /** Within what time half, nine in ten, and all of the honest comparisons were done, over the same undisturbed. */
  readonly times: { readonly half: number; readonly nineInTen: number; readonly all: number }
  /** Of an honest comparison, seconds. */
  readonly secondsEach: { readonly undisturbed: readonly number[]; readonly disturbed: readonly number[] }
  /** How each hostile request ended. */
  readonly ends: Readonly<Record<string, string>>
  readonly wrong: readonly string[]
}

export async function hostile(honest: number, seed: number): Promise<HostileFigures> {
  const requests = hostileRequests(seed)
  const undisturbed = await run(honest, [])
  const disturbed = await run(honest, requests)
  const [quiet, busy] = [undisturbed, disturbed].map((one) => one.honest.map(({ seconds }) => seconds))
  const over = (part: number): number => rounded(quantile(busy ?? [], part) / quantile(quiet ?? [], part))
  const times = { half: over(0.5), nineInTen: over(0.9), all: over(1) }
  const whole = rounded(disturbed.figures.seconds / undisturbed.figures.seconds)
  const wrong = heldUp(disturbed.figures)
  if (whole > timesLimit) wrong.push(`all honest comparisons together took ${whole} times as long`)
  for (const [at, seconds] of (busy ?? []).entries()) {
    const ratio = rounded(seconds / (quiet?.[at] ?? 0))
    if (ratio > timesLimit) wrong.push(`honest comparison ${at} took ${ratio} times as long: ${seconds} s`)
  }
  for (const [at, { report }] of disturbed.honest.entries())
    if (report !== undisturbed.honest[at]?.report) wrong.push(`honest comparison ${at} has another outcome`)
  return {
    honest,
    hostile: requests.length,
    undisturbed: undisturbed.figures,
    disturbed: disturbed.figures,
    times,
    secondsEach: { undisturbed: quiet ?? [], disturbed: busy ?? [] },
    ends: disturbed.ends,
    wrong,
  }
}

/** By the clock and by the server's work. */
function heldUp({ healthz, turns }: Run): string[] {
  const wrong: string[] = []
  if (turns.workMs > healthLimitMs) wrong.push(`the server worked ${turns.workMs} ms between two turns`)
  if (healthz.mostMs > healthLimitMs)
    wrong.push(
      `/healthz took ${healthz.mostMs} ms; ${healthz.mostOwnMs} ms without what the machine let wait`,
    )
  return wrong
}

type Ended = { readonly seconds: number; readonly report: string }

async function run(
  honest: number,
  requests: readonly HostileRequest[],
): Promise<{
  readonly honest: readonly Ended[]
  readonly ends: Readonly<Record<string, string>>
  readonly figures: Run
}> {
  const load = loadavg()[0] ?? 0
  const server = await startServer()
  try {
    const prober = startProber(`${server.url}/healthz`)
    const started = performance.now()
    const bad = new Map<string, Promise<string>>()
    const done: Ended[] = []
    let next = 0
    const client = async (): Promise<void> => {
      while (next < honest) {
        const number = next++
        for (const request of requests.slice(
          due(number, honest, requests),
          due(number + 1, honest, requests),
        ))
          bad.set(request.name, submitHostile(server.url, request))
        done[number] = await honestComparison(server.url, number)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, client))
    const seconds = rounded((performance.now() - started) / 1_000)
    const ends: Record<string, string> = {}
    const late = pause(patienceMs).then(() => 'still running')
    for (const [name, end] of bad) ends[name] = await Promise.race([end, late])
    const healthz = healthzOf(await prober.stop())
    const turns = await server.stop()
    return {
      honest: done,
      ends,
      figures: {
        load,
        seconds,
        healthz,
        turns,
      },
    }
  } finally {
    server.kill()
  }
}

/** How many hostile requests are sent before the `number`-th honest one: evenly over the first half of the run. */
function due(number: number, honest: number, requests: readonly unknown[]): number {
  return Math.min(requests.length, Math.ceil((number / honest) * 2 * requests.length))
}

/** Saved pages that no other comparison shares. */
async function honestComparison(url: string, number: number): Promise<Ended> {
  const sources = savedPages()
    .slice(0, pagesEach)
    .map(({ name, html }) => ({ name, html: html.replace('</p>', ` Edition ${number}.</p>`) }))
  const id = await submit(url, JSON.stringify({ title: `Honest ${number}`, sources }))
  if (!('id' in id)) throw new Error(`an honest comparison was refused: ${id.status}`)
  const { seconds } = await finished(url, id.id)
  const report = await (await fetch(`${url}/api/comparisons/${id.id}/report.json`)).text()
  return { seconds, report }
}

/** Never rejects: the server may be told to stop before it has ended. */
async function submitHostile(url: string, request: HostileRequest): Promise<string> {
  return hostileComparison(url, request).catch((error: unknown) => String(error))
}

async function hostileComparison(url: string, { body }: HostileRequest): Promise<string> {
  const started = performance.now()
  const id = await submit(url, body)
  if (!('id' in id)) return `refused with ${id.status} after ${Math.round(performance.now() - started)} ms`
  const { seconds, state, reasons } = await finished(url, id.id)
  return `${state} after ${seconds} s${reasons.length > 0 ? `: ${reasons.join(' ')}` : ''}`
}

async function submit(url: string, body: string): Promise<{ id: string } | { status: number }> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}/api/comparisons`, { method: 'POST', headers, body })
  const told = (await answer.json()) as { id?: string }
  return told.id === undefined ? { status: answer.status } : { id: told.id }
}

type View = { state: string; reasons: string[]; createdAt: string; finishedAt: string | null }

/** By the server's own stamps. */
async function finished(url: string, id: string): Promise<View & { seconds: number }> {
  for (;;) {
    const view = (await (await fetch(`${url}/api/comparisons/${id}`)).json()) as View
    if (view.finishedAt !== null)
      return { ...view, seconds: (Date.parse(view.finishedAt) - Date.parse(view.createdAt)) / 1_000 }
    await pause(lookMs)
  }
}

async function startServer() {
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-hostile-'))
  const told = path.join(folder, 'turns.json')
  const preload = path.join(root, 'scripts/soak/turns.mjs')
  const child = spawn(process.execPath, ['--import', preload, program, 'serve', '--port', '0'], {
    env: {
      ...process.env,
      SOAK_TURNS: told,
      SYNOPTIC_DATA: path.join(folder, 'data'),
      SYNOPTIC_RATE_READS: '1000000',
      SYNOPTIC_RATE_WRITES: '1000000',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const kill = (): void => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    url: await listening(child),
    kill,
    async stop(): Promise<Turns> {
      child.kill('SIGTERM')
      await ended(child)
      return JSON.parse(readFileSync(told, 'utf8')) as Turns
    },
  }
}

function listening(child: ChildProcess): Promise<string> {
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

type Answer = { readonly ms: number; readonly ownLateMs: number }

function healthzOf(answers: readonly Answer[]): Healthz {
  const times = answers.map(({ ms }) => ms)
  return {
    asked: times.length,
    medianMs: rounded(quantile(times, 0.5)),
    p99Ms: rounded(quantile(times, 0.99)),
    mostMs: rounded(quantile(times, 1)),
    mostOwnMs: rounded(Math.max(...answers.map(({ ms, ownLateMs }) => ms - ownLateMs))),
  }
}

function startProber(address: string) {
  const child = spawn(process.execPath, [path.join(root, 'scripts/soak/prober.mjs'), address], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let told = ''
  child.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()))
  const closed = new Promise((resolve) => child.once('close', resolve))
  return {
    async stop(): Promise<Answer[]> {
      child.stdin.end()
      await closed
      return JSON.parse(told) as Answer[]
    },
  }
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
