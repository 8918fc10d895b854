/** Runs the built program as a user does: arguments in, exit code and both streams out. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from './event.js'

export type Run = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

export type RunOptions = {
  readonly stdin?: string
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** Another Node than the one that runs the tests. */
  readonly node?: string
}

export const program = path.join(root, 'dist/src/cli/main.js')

export function synoptic(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  return runNode([program, ...args], options)
}

export function runNode(
  args: readonly string[],
  { stdin = '', cwd = root, env = {}, node = process.execPath }: RunOptions,
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { cwd, env: { ...process.env, NO_COLOR: '1', ...env } })
    const streams = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (chunk: string) => {
        streams[name] += chunk
      })
    child.once('error', reject)
    child.once('close', (code) => {
      resolve({ code, ...streams })
    })
    child.stdin.on('error', () => undefined)
    child.stdin.end(stdin)
  })
}
