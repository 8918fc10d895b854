/**
 * npm run bench -- [--reports 2,5,10,20,50] [--rounds <n>] [--cold <runs>] [--scale 5,20,50] [--save]
 *
 * In:    the samples, generated coverage, and the built program. Out: a table of medians beside counts; with `--save`
 *        raw samples, command and versions under tests/bench/runs/<date>-<machine>/.
 * Never: judges; the targets stand in the documentation.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { conditions } from '../eval/conditions.js'
import { withFiles } from '../eval/gold.js'
import { coverage } from './coverage.js'
import { coldRuns, programRun, type ColdRuns } from './process.js'
import { stageNames, timeStages, type StageRun } from './stages.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const help = `npm run bench -- [options]: times each stage and the whole, beside counts that a wrong result would change.

  --reports 2,5,10,20,50  sizes of the generated coverage, in reports
  --rounds 5              rounds for each, of which the median is shown; one from 20 reports on
  --cold 5                runs of the built program in new processes
  --scale 5,20,50         the built program once on so many generated reports, as times the first of them; none by default
  --save                  keep raw samples, command and versions under tests/bench/runs/
  --help                  this text

Build first: npm run build. On a busy machine read the processor seconds, not the wall time.
`
const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '2,5,10,20,50' },
    rounds: { type: 'string', default: '5' },
    cold: { type: 'string', default: '5' },
    scale: { type: 'string', default: '' },
    save: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
if (values.help) {
  process.stdout.write(help)
  process.exit(0)
}

type Run = { readonly name: string } & StageRun

const runs: Run[] = []
const cold = await withFiles(pages(5), (files) => coldRuns(files, Number(values.cold)))
printCold(cold)
await printScale(values.scale.split(',').filter(Boolean).map(Number))
for (const sample of samples()) await bench(sample, [path.join(root, 'samples', sample)])
for (const size of values.reports.split(',').map(Number))
  await withFiles(pages(size), (files) => bench(`generated ${size}`, files, size))
if (values.save) save(cold)

function samples(): readonly string[] {
  const folder = path.join(root, 'samples')
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'event.json')))
    .sort()
}

function pages(size: number): readonly (readonly [string, string])[] {
  return coverage(size).map(({ name, html }) => [name, html] as const)
}

/** Large coverage gets one round and no warming up: its stages take long enough without. */
async function bench(name: string, sources: readonly string[], size = 5): Promise<void> {
  const large = size > 10
  const run = { name, ...(await timeStages(sources, large ? 1 : Number(values.rounds), !large)) }
  runs.push(run)
  if (runs.length === 1)
    process.stdout.write(`milliseconds, median\n${['', ...stageNames, 'whole'].map(cell).join('')}\n`)
  const medians = [...stageNames, 'whole' as const].map((stage) =>
    median(run.rounds.map((round) => round[stage])),
  )
  process.stdout.write(`${[name, ...medians.map((ms) => ms.toFixed(ms < 10 ? 1 : 0))].map(cell).join('')}\n`)
  const counts = Object.entries(run.counts).map(([what, count]) => `${what} ${count}`)
  process.stdout.write(`  ${counts.join(' · ')} · digest ${run.digest}\n`)
}

function cell(text: string, column: number): string {
  return column === 0 ? text.padEnd(18) : text.padStart(10)
}

function printCold({ whole: all, alone }: ColdRuns): void {
  const seconds = median(all.map((run) => run.seconds)).toFixed(2)
  const processor = median(all.map((run) => run.cpuSeconds))
  const cpu = processor.toFixed(2)
  const reading = median(alone.map((run) => run.cpuSeconds))
  const peak = Math.max(...all.map((run) => run.peakMb)).toFixed(0)
  const codes = [...new Set(all.map((run) => run.exitCode))].join(', ')
  process.stdout.write(
    `five saved pages, cold process: median ${seconds} s (${all.map((run) => run.seconds.toFixed(2)).join(', ')}), processor ${cpu} s, peak ${peak} MB, exit ${codes}\n` +
      `jsdom and Readability alone on the same pages: processor ${reading.toFixed(2)} s; the whole takes ${(processor / reading).toFixed(1)} times that\n`,
  )
}

/** How much longer many reports take than a few: processor time, so that a busy machine counts for less. */
async function printScale(sizes: readonly number[]): Promise<void> {
  let first: number | undefined
  for (const size of sizes) {
    const { cpuSeconds, seconds, peakMb, exitCode } = await withFiles(pages(size), programRun)
    first ??= cpuSeconds
    process.stdout.write(
      `${size} reports, cold process: processor ${cpuSeconds.toFixed(1)} s, ${(cpuSeconds / first).toFixed(1)} times the first; wall ${seconds.toFixed(1)} s, peak ${peakMb.toFixed(0)} MB, exit ${exitCode ?? 'none'}\n`,
    )
  }
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return ((low ?? NaN) + (high ?? NaN)) / 2
}

function save(all: ColdRuns): void {
  const facts = conditions()
  const machine = `${facts['platform'] ?? ''}-${facts['cores'] ?? ''}-cores`.replace(/[^\w]+/gu, '-')
  const date = new Date().toISOString()
  const folder = path.join(root, 'tests/bench/runs', `${date.slice(0, 10)}-${machine}`)
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'bench.json')
  const content = { schema: 'synoptic/bench@1', date, conditions: facts, runs, cold: all }
  writeFileSync(file, JSON.stringify(content, null, 1) + '\n')
  process.stdout.write(`saved ${path.relative(root, file)}\n`)
}
