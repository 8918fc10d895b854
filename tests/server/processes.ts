/** The whole process, as built: started, asked, stopped. Each test file has a data folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect } from 'vitest'
import { json, twoTexts } from './harness.js'

const main = path.resolve(import.meta.dirname, '../../dist/src/cli/main.js')

export type Serving = {
  readonly folder: string
  start(args: readonly string[], environment?: Readonly<Record<string, string>>): Process
}

type Process = {
  readonly child: ChildProcess
  readonly ended: Promise<{ code: number | null; out: string; err: string }>
  err(): string
}

export function processes(): Serving {
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-serve-'))
  const running = new Set<ChildProcess>()
  afterAll(() => {
    for (const child of running) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    folder,
    start(args, environment = {}) {
      const child = spawn(process.execPath, [main, ...args], {
        env: {
          ...process.env,
          SYNOPTIC_DATA: folder,
          SYNOPTIC_DRAIN: '5',
          SYNOPTIC_PORT: '0',
          ...environment,
        },
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
    },
  }
}

export async function listening(server: Process): Promise<string> {
  let url: string | undefined
  await expect
    .poll(() => (url = /"url":"(http:[^"]+)"/.exec(server.err())?.[1]), { timeout: 30_000, interval: 50 })
    .toBeDefined()
  return url ?? ''
}

export const submit = async (url: string): Promise<string> =>
  (
    await json<{ id: string }>(
      await fetch(`${url}/api/comparisons`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(twoTexts),
      }),
    )
  ).id

export const stateOf = async (url: string, id: string): Promise<string> =>
  (await json<{ state: string }>(await fetch(`${url}/api/comparisons/${id}`))).state
