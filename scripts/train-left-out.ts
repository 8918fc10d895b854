/**
 * Learns how likely a report tells after all what a sentence of another one tells, from events that readers read completely.
 *
 * In:    --real <folder of read events> --weights <folder with without-<n>/matcher.json> [--out <folder>], data/ by default:
 *        every event is aligned with weights that did not see it (see train-matcher.ts --folds).
 * Out:   <out>/left-out.json; with --folds also <out>/without-<n>/left-out.json, for measuring on each fifth event; how often
 *        what is called unlikely was told, on parts not learned from.
 * Never: keeps a word of the texts. Same input, same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { align } from '../src/align/align.js'
import { createContext } from '../src/compare/context.js'
import { passagesOf } from '../src/compare/left-out/passages.js'
import { tracesIn } from '../src/compare/left-out/traces.js'
import { toldFeatures, toldNames, type ToldModel } from '../src/compare/left-out/told-after-all.js'
import { readWeightsFrom } from '../src/text/data-file.js'
import { logistic } from './logistic.mjs'
import { readEvents, statementsOf, type ReadEvent } from './matcher/real-events.js'

const PARTS = 5
const PENALTY = 3

type Row = { readonly part: number; readonly x: number[]; readonly y: number }

const { values: options } = parseArgs({
  options: {
    real: { type: 'string' },
    weights: { type: 'string' },
    out: { type: 'string' },
    folds: { type: 'boolean', default: false },
  },
})
const { real, weights: folder } = options
if (real === undefined || folder === undefined)
  throw new Error(
    'usage: npx tsx scripts/train-left-out.ts --real <folder> --weights <folder> [--out <folder>] [--folds]',
  )
const out = options.out ?? new URL('../data/', import.meta.url).pathname

const rows = readEvents(real).flatMap((event, k) => rowsOf(event, k % PARTS, folder))
const models = Array.from({ length: PARTS }, (_, part) => learn(rows.filter((row) => row.part !== part)))
const held = rows.map(({ part, x, y }) => {
  const model = models[part]
  return { told: model ? likely(model, x) : 0, y }
})
for (let step = 0; step < 10; step++) {
  const bin = held.filter(({ told }) => Math.min(9, Math.floor(told * 10)) === step)
  const told = bin.filter(({ y }) => y === 1).length
  process.stdout.write(
    `likely told .${step} to ${step === 9 ? '1' : `.${step + 1}`}: ${told} of ${bin.length} told\n`,
  )
}
write(out, learn(rows))
if (options.folds)
  models.forEach((model, part) => {
    write(path.join(out, `without-${part}`), model)
  })

/** Each sentence of each report against each other report, with whether the other tells it by what was marked. */
function rowsOf(event: ReadEvent, part: number, weightsFolder: string): Row[] {
  readWeightsFrom(path.join(weightsFolder, `without-${part}`))
  const context = createContext(event.articles, align(event.articles))
  return context.views.flatMap((teller) =>
    context.views
      .filter((other) => other !== teller)
      .flatMap((other) =>
        tracesIn(context, passagesOf(teller), other).map(({ untold, traces }) => {
          const made = statementsOf(event, teller.id, untold.passage.sentence)
          const told = event.statements.some(
            (one) => made.has(one.id) && (one.at.get(other.id)?.length ?? 0) > 0,
          )
          return { part, x: toldFeatures(traces), y: told ? 1 : 0 }
        }),
      ),
  )
}

function learn(from: readonly Row[]): ToldModel {
  const { bias, weights } = logistic(
    from.map(({ x, y }) => ({ x, y })),
    PENALTY,
  )
  const named = toldNames.map((name, k) => [name, round(weights[k] ?? 0)] as const)
  return { bias: round(bias), weights: Object.fromEntries(named) as ToldModel['weights'] }
}

function likely({ bias, weights }: ToldModel, x: readonly number[]): number {
  const odds = toldNames.reduce((sum, name, k) => sum + weights[name] * (x[k] ?? 0), bias)
  return 1 / (1 + Math.exp(-odds))
}

function round(value: number): number {
  return Math.round(value * 1e5) / 1e5
}

function write(target: string, model: ToldModel): void {
  mkdirSync(target, { recursive: true })
  writeFileSync(path.join(target, 'left-out.json'), `${JSON.stringify(model, null, 1)}\n`)
}
