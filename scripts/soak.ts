/**
 * `npm run soak`: the long proofs of the service, on real Redis and PostgreSQL. Prints figures and writes them as JSON;
 * `npm run soak -- --help` tells the options and when it ends with 1.
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { startPostgres, startRedis } from '../tests/support/services.js'
import { dense, type DenseFigures } from './soak/dense.js'
import { disturbed, type DisturbedFigures } from './soak/disturbed.js'
import { hostile, type HostileFigures } from './soak/hostile.js'
import { memory, type MemoryFigures } from './soak/memory.js'
import { pressed, pressedHead, pressedLine, type PressedFigures } from './soak/pressed.js'
import { readSoakOptions } from './soak/options.js'
import { throughput, type Throughput } from './soak/throughput.js'
import { optionsOrEnd } from './typed.js'

const options = optionsOrEnd(readSoakOptions(process.argv.slice(2)))
const { comparisons, kills, drains, emptied, queued, articles, honest, dense: fragments } = options
const { workers: workerCounts, minutes, seed, out } = options
const limit = minutes * 60
// The worker processes are those of the built program.
execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' })

const [redis, postgres] = await Promise.all([startRedis('redis'), startPostgres()])
const servers = { redis, postgres }
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    void Promise.all([redis.stop(), postgres.stop()]).finally(() => process.exit(1))
  })
type Figures = {
  machine: { cores: number; loadBefore: number; node: string }
  seed: number
  disturbed?: DisturbedFigures
  throughput: Throughput[]
  memory?: MemoryFigures
  hostile?: HostileFigures
  dense?: DenseFigures
  pressed: PressedFigures[]
}
const figures: Figures = {
  machine: { cores: availableParallelism(), loadBefore: loadavg()[0] ?? 0, node: process.version },
  seed,
  throughput: [],
  pressed: [],
}
const tell = (name: string, value: unknown): void => {
  process.stdout.write(`${name}: ${JSON.stringify(value)}\n`)
  writeFileSync(out, `${JSON.stringify(figures, null, 2)}\n`)
}

try {
  if (comparisons) {
    figures.disturbed = await disturbed(servers, comparisons, { kills, drains, redisEmptied: emptied, seed })
    tell('disturbed', figures.disturbed)
  }
  if (queued)
    for (const workers of workerCounts) {
      const one = await throughput(servers, queued, workers, limit)
      figures.throughput.push(one)
      tell('throughput', one)
    }
  if (articles) {
    figures.memory = await memory(servers, articles, limit)
    tell('memory', figures.memory)
  }
  if (honest) {
    figures.hostile = await hostile(honest, seed)
    tell('hostile', figures.hostile)
  }
  if (fragments) {
    figures.dense = await dense(fragments)
    tell('dense', figures.dense)
  }
  if (options.pressed) {
    process.stdout.write(pressedHead)
    for (const on of [null, servers])
      figures.pressed.push(
        await pressed([50, 200, options.pressed], on, (one) => process.stdout.write(pressedLine(one))),
      )
    tell('pressed', figures.pressed)
  }
} finally {
  await Promise.all([redis.stop(), postgres.stop()])
}

const incomplete = figures.throughput.filter((one) => one.allDone && one.complete < one.comparisons)
const wrong = [figures.disturbed, figures.memory, figures.hostile, figures.dense, ...figures.pressed].flatMap(
  (part) => part?.wrong ?? [],
)
for (const sentence of wrong) process.stdout.write(`wrong: ${sentence}\n`)
if (wrong.length > 0 || incomplete.length > 0) process.exitCode = 1
