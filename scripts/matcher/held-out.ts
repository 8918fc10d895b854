/**
 * Learns a logistic model from events that readers read completely, each event aligned with weights that did not see it.
 *
 * In:    what was typed (--real <folder of read events> --weights <folder with without-<n>/matcher.json> [--out <folder>]
 *        [--folds]), the features' names, and what makes rows of one event.
 * Out:   <out>/<file>, data/ by default; with --folds also <out>/without-<n>/<file>, for measuring on each fifth event; how
 *        often what is called unlikely was told, on parts not learned from.
 * Never: keeps a word of the texts. Same input, same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readWeightsFrom } from '../../src/text/data-file.js'
import { logistic } from '../logistic.mjs'
import { readEvents, type ReadEvent } from './real-events.js'

const PARTS = 5

/** Features, and whether it was told. */
export type Row = { readonly x: readonly number[]; readonly y: 0 | 1 }
export type Held = { readonly likely: number; readonly y: 0 | 1 }

type Task = {
  /** As it is started. */
  readonly script: string
  readonly file: string
  readonly names: readonly string[]
  readonly penalty: number
  readonly rowsOf: (event: ReadEvent) => readonly Row[]
}

type Model = { readonly bias: number; readonly weights: Readonly<Record<string, number>> }

/** Every row with what a model says of it that was learned without its event. */
export function learnHeldOut({ script, file, names, penalty, rowsOf }: Task): readonly Held[] {
  const { real, weights, out, folds } = typed(script)
  const rows = readEvents(real).flatMap((event, k) => {
    const part = k % PARTS
    readWeightsFrom(path.join(weights, `without-${part}`))
    return rowsOf(event).map((row) => ({ ...row, part }))
  })
  const learn = (from: readonly Row[]): Model => {
    const learned = logistic(
      from.map(({ x, y }) => ({ x: [...x], y })),
      penalty,
    )
    const named = names.map((name, k) => [name, round(learned.weights[k] ?? 0)] as const)
    return { bias: round(learned.bias), weights: Object.fromEntries(named) }
  }
  const models = Array.from({ length: PARTS }, (_, part) => learn(rows.filter((row) => row.part !== part)))
  write(out, file, learn(rows))
  if (folds)
    models.forEach((model, part) => {
      write(path.join(out, `without-${part}`), file, model)
    })
  const held = rows.map(({ part, x, y }) => {
    const model = models[part]
    return { likely: model ? likelihood(model, names, x) : 0, y }
  })
  printTenths(held)
  return held
}

function typed(script: string) {
  const { values } = parseArgs({
    options: {
      real: { type: 'string' },
      weights: { type: 'string' },
      out: { type: 'string', default: new URL('../../data/', import.meta.url).pathname },
      folds: { type: 'boolean', default: false },
    },
  })
  const { real, weights } = values
  if (real === undefined || weights === undefined)
    throw new Error(`usage: npx tsx ${script} --real <folder> --weights <folder> [--out <folder>] [--folds]`)
  return { ...values, real, weights }
}

function printTenths(held: readonly Held[]): void {
  for (let step = 0; step < 10; step++) {
    const bin = held.filter(({ likely }) => Math.min(9, Math.floor(likely * 10)) === step)
    const told = bin.filter(({ y }) => y === 1).length
    process.stdout.write(
      `likely told .${step} to ${step === 9 ? '1' : `.${step + 1}`}: ${told} of ${bin.length} told\n`,
    )
  }
}

function likelihood({ bias, weights }: Model, names: readonly string[], x: readonly number[]): number {
  const odds = names.reduce((sum, name, k) => sum + (weights[name] ?? 0) * (x[k] ?? 0), bias)
  return 1 / (1 + Math.exp(-odds))
}

function round(value: number): number {
  return Math.round(value * 1e5) / 1e5
}

function write(target: string, file: string, model: Model): void {
  mkdirSync(target, { recursive: true })
  writeFileSync(path.join(target, file), `${JSON.stringify(model, null, 1)}\n`)
}
