/**
 * The command line without a process: what a command does, says and leaves is the same as of the built program
 * (`program.ts`), whose start, pipes, signals and limits are tested there.
 */
import { Readable } from 'node:stream'
import { vi } from 'vitest'
import { root } from './event.js'
import { inlinePool } from './inline-pool.js'
import type { Run, RunOptions } from './program.js'

let earlier: Promise<unknown> = Promise.resolve()

/**
 * Runs a command in this process, and reads and compares in it too: no deadline, no limit of memory, no signals. Folder,
 * environment and streams are the process's, so one command runs after the other.
 */
export function synoptic(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const run = earlier.then(() => runHere(args, options))
  earlier = run.catch(() => undefined)
  return run
}

async function runHere(
  args: readonly string[],
  { stdin = '', cwd = root, env = {} }: RunOptions,
): Promise<Run> {
  const [{ run }, { pools }] = await Promise.all([
    import('../../src/cli/program.js'),
    import('../../src/wire.js'),
  ])
  const before = { cwd: process.cwd(), env: process.env, code: process.exitCode, stdin: ownStdin() }
  const streams = { stdout: '', stderr: '' }
  const spies = [
    vi.spyOn(pools, 'start').mockImplementation(inlinePool),
    ...(['stdout', 'stderr'] as const).map((name) =>
      vi.spyOn(process[name], 'write').mockImplementation((chunk, ...rest: readonly unknown[]) => {
        streams[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()
        const taken = rest.at(-1)
        if (typeof taken === 'function') (taken as () => void)()
        return true
      }),
    ),
  ]
  try {
    process.chdir(cwd)
    process.env = { ...before.env, NO_COLOR: '1', ...env }
    process.exitCode = undefined
    Object.defineProperty(process, 'stdin', {
      value: Readable.from([Buffer.from(stdin)]),
      configurable: true,
    })
    await run(args)
    return { code: exitCode(), ...streams }
  } finally {
    for (const spy of spies) spy.mockRestore()
    Object.defineProperty(process, 'stdin', before.stdin)
    process.exitCode = before.code
    process.env = before.env
    process.chdir(before.cwd)
  }
}

const exitCode = (): number => Number(process.exitCode ?? 0)

function ownStdin(): PropertyDescriptor {
  const descriptor = Object.getOwnPropertyDescriptor(process, 'stdin')
  if (!descriptor) throw new Error('this process has no standard input')
  return descriptor
}
