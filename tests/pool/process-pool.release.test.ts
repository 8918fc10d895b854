/** What eats memory slowly, and a machine with more to do than it can: each takes the processor for long. */
import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'
import { longestTurn } from '../support/processor-time.js'
import { answered, ask, hostilePools } from './hostile-pool.js'

const pool = hostilePools()

test.each(['grows a map', 'sorts too much'])(
  'a job that %s is stopped for its memory, while others are done and this program answers',
  async (deed) => {
    const one = pool(60_000)
    const [[bad, ...good], longest] = await longestTurn(() =>
      Promise.all([ask(one, deed), ask(one, 'a'), ask(one, 'b'), ask(one, 'c')]),
    )
    expect(bad).toMatchObject({ state: 'stopped', why: 'memory' })
    expect(good.map(answered)).toHaveLength(3)
    expect(longest, 'milliseconds for which nothing else would have been heard').toBeLessThan(250)
  },
)

test(
  'time is the job’s own: on a machine with more to do than it can, it has as much',
  { timeout: 240_000 },
  async () => {
    const spinning = Array.from({ length: 4 }, () =>
      spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
    )
    try {
      const one = pool(900)
      const started = performance.now()
      const outcomes = await Promise.all(['a', 'b', 'c', 'd'].map(() => ask(one, 'works for 0.3 s')))
      expect(outcomes.map(answered)).toHaveLength(4)
      expect(performance.now() - started, 'or it has not been tested').toBeGreaterThan(900)
    } finally {
      for (const child of spinning) child.kill('SIGKILL')
    }
  },
)
