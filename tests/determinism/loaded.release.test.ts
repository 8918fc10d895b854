/** A machine with far more to do than it can: the README's sample is compared to the same bytes, only later. */
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { expect, test } from 'vitest'
import { synoptic } from '../support/program.js'
import { comparing } from './comparing.js'

const args = comparing('harbour-accord')

test('the same bytes as at rest', { timeout: 600_000 }, async () => {
  const atRest = await synoptic(args)
  // Each with the work of a core to do, one more than there are.
  const busy = Array.from({ length: availableParallelism() + 1 }, () =>
    spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  )
  try {
    const loaded = await synoptic(args)
    expect(busy.map(({ exitCode, signalCode }) => exitCode ?? signalCode)).toEqual(busy.map(() => null))
    expect(loaded.stdout.length).toBeGreaterThan(10_000)
    expect(loaded.stdout === atRest.stdout).toBe(true)
    expect(loaded.code).toBe(atRest.code)
  } finally {
    for (const child of busy) child.kill('SIGKILL')
  }
})
