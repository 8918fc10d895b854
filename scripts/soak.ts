/**
 * `npm run soak`: the long proofs of the service, on real Redis and PostgreSQL. Prints figures and writes them as JSON;
 * `npm run soak -- --help` tells the options and when it ends with 1.
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { Command, InvalidArgumentError } from 'commander'
import { startPostgres, startRedis } from '../tests/support/services.js'
import { disturbed, type DisturbedFigures } from './soak/disturbed.js'
import { hostile, type HostileFigures } from './soak/hostile.js'
import { memory, type MemoryFigures } from './soak/memory.js'
import { throughput, type Throughput } from './soak/throughput.js'

function whole(text: string): number {
  if (!/^\d{1,9}$/u.test(text)) throw new InvalidArgumentError('It should be a whole number.')
  return Number(text)
}

const { comparisons, kills, drains, emptied, queued, articles, honest, seed, workers, minutes, out } =
  new Command('npm run soak --')
    .description('the long proofs of the service, on real Redis and PostgreSQL; a part is left out with 0')
    .option('--comparisons <number>', 'that are disturbed: workers killed, servers restarted', whole, 200)
    .option('--kills <number>', 'how often a worker is killed meanwhile', whole, 40)
    .option('--drains <number>', 'how often one is told to stop, and another started', whole, 40)
    .option('--emptied <number>', 'how often the queue is emptied', whole, 20)
    .option('--queued <number>', 'comparisons queued at once, for each number of workers', whole, 1_000)
    .option('--workers <numbers...>', 'worker processes for these', ['1', '2', '4'])
    .option('--articles <number>', 'read by one worker, for its memory', whole, 2_000)
    .option('--honest <number>', 'comparisons on one server among which costly texts are sent', whole, 60)
    .option(
      '--minutes <number>',
      'at most so many for each run of queued comparisons or articles',
      whole,
      240,
    )
    .option('--seed <number>', 'of what fails, and when', whole, 1)
    .option('--out <file>', 'for the figures', 'soak.json')
    .addHelpText(
      'after',
      `
Ends with 1 when a comparison was lost, ended twice, or differs from that of an undisturbed run, when a request sent again
made another comparison, when a worker told to stop did not end in time, when an honest comparison took more than twice its
undisturbed time beside costly texts, or /healthz more than 250 ms without what server and asker waited for a processor, or
when a worker's processes went over 400 MB or grew while it read.`,
    )
    .parse()
    .opts<Record<Numbers, number> & { readonly workers: readonly string[]; readonly out: string }>()
type Numbers =
  'comparisons' | 'kills' | 'drains' | 'emptied' | 'queued' | 'articles' | 'honest' | 'minutes' | 'seed'
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
}
const figures: Figures = {
  machine: { cores: availableParallelism(), loadBefore: loadavg()[0] ?? 0, node: process.version },
  seed,
  throughput: [],
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
    for (const count of workers) {
      const one = await throughput(servers, queued, Number(count), limit)
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
} finally {
  await Promise.all([redis.stop(), postgres.stop()])
}

const incomplete = figures.throughput.filter((one) => one.allDone && one.complete < one.comparisons)
const wrong = [figures.disturbed, figures.memory, figures.hostile].flatMap((part) => part?.wrong ?? [])
for (const sentence of wrong) process.stdout.write(`wrong: ${sentence}\n`)
if (wrong.length > 0 || incomplete.length > 0) process.exitCode = 1
