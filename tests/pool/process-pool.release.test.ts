/** What eats memory slowly, what is killed from outside again and again, and a machine with more to do than it can. */
import { spawn, spawnSync } from 'node:child_process'
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

/** Numbers of the processes below this one that the pool has started. */
function children(): number[] {
  const listed = spawnSync('ps', ['--ppid', String(process.pid), '-o', 'pid=,args='], {
    encoding: 'utf8',
  }).stdout
  return listed
    .split('\n')
    .flatMap((line) => (line.includes('hostile-process') ? [Number.parseInt(line, 10)] : []))
}

test('a job whose process is killed from outside is begun again, and told as what it is in the end', async () => {
  const one = pool(60_000)
  const outcome = ask(one, 'works for 1 s')
  for (let kills = 0; kills < 3; kills++) {
    await expect.poll(children, { timeout: 20_000 }).toHaveLength(1)
    for (const child of children()) process.kill(child, 'SIGKILL')
    await expect.poll(() => children().length, { timeout: 20_000 }).toBeLessThanOrEqual(1)
  }
  expect(answered(await outcome)).toMatch(/^\d+$/u)
  expect(await ask(one, 'is killed')).toEqual({
    state: 'stopped',
    why: 'crash',
    reason: 'was killed from outside 10 times (SIGKILL); the machine may be short of memory',
  })
})
