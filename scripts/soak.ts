/**
 * `npm run soak`: the long proofs of the service, on real Redis and PostgreSQL. Prints figures and writes them as JSON;
 * ends with 1 when a comparison was lost, ended twice, or differs from that of an undisturbed run, when a request sent
 * again made another comparison, or when a worker told to stop did not end in time.
 *
 * npm run soak -- --comparisons 200 --queued 1000 --articles 2000 --workers 1,2,4 --seed 1 --out soak.json
 * A part is left out with 0. --minutes ends each throughput and memory run early, with figures of what was done.
 */
import { writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { startPostgres, startRedis } from '../tests/support/services.js'
import { disturbed, type DisturbedFigures } from './soak/disturbed.js'
import { memory, type MemoryFigures } from './soak/memory.js'
import { throughput, type Throughput } from './soak/throughput.js'

const { values } = parseArgs({
  options: {
    comparisons: { type: 'string', default: '200' },
    queued: { type: 'string', default: '1000' },
    articles: { type: 'string', default: '2000' },
    workers: { type: 'string', default: '1,2,4' },
    /** Of each throughput and memory run, at most; figures then tell how many were done. */
    minutes: { type: 'string', default: '240' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: 'soak.json' },
  },
})
const [comparisons, queued, articles, seed] = [
  values.comparisons,
  values.queued,
  values.articles,
  values.seed,
].map(Number)

const limit = Number(values.minutes) * 60
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
}
const figures: Figures = {
  machine: { cores: availableParallelism(), loadBefore: loadavg()[0] ?? 0, node: process.version },
  seed: seed ?? 1,
  throughput: [],
}
const tell = (name: string, value: unknown): void => {
  process.stdout.write(`${name}: ${JSON.stringify(value)}\n`)
  writeFileSync(values.out, `${JSON.stringify(figures, null, 2)}\n`)
}

try {
  if (comparisons) {
    figures.disturbed = await disturbed(servers, comparisons, figures.seed)
    tell('disturbed', figures.disturbed)
  }
  if (queued)
    for (const workers of values.workers.split(',').map(Number)) {
      const one = await throughput(servers, queued, workers, limit)
      figures.throughput.push(one)
      tell('throughput', one)
    }
  if (articles) {
    figures.memory = await memory(servers, articles, limit)
    tell('memory', figures.memory)
  }
} finally {
  await Promise.all([redis.stop(), postgres.stop()])
}

const incomplete = figures.throughput.filter((one) => one.allDone && one.complete < one.comparisons)
if ((figures.disturbed?.wrong.length ?? 0) > 0 || incomplete.length > 0) process.exitCode = 1
