/**
 * Learns how likely a report tells a thing in which no passage was linked with it, from events that readers read completely.
 *
 * In:    --real <folder of read events> --weights <folder with without-<n>/matcher.json> [--out <folder>], data/ by default:
 *        every event is aligned with weights that did not see it (see train-matcher.ts --folds).
 * Out:   <out>/absence.json; with --folds also <out>/without-<n>/absence.json, for measuring on each fifth event; how often
 *        what is called unlikely was told, on parts not learned from.
 * Never: keeps a word of the texts. Same input, same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { linked } from '../src/align/align.js'
import { absenceFeatures, absenceNames, type AbsenceModel } from '../src/align/absence.js'
import { silenceOf, tellersOf, toldAt } from '../src/align/refute.js'
import { presentCells } from '../src/likeness/columns.js'
import { viewsOf } from '../src/likeness/view.js'
import type { Column } from '../src/model/alignment.js'
import { readWeightsFrom } from '../src/text/data-file.js'
import { logistic } from './logistic.mjs'
import { readEvents, statementsOf, type ReadEvent } from './matcher/real-events.js'

const PARTS = 5
const PENALTY = 1

type Cell = { readonly part: number; readonly x: number[]; readonly y: number }

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
    'usage: npx tsx scripts/train-absence.ts --real <folder> --weights <folder> [--out <folder>] [--folds]',
  )
const out = options.out ?? new URL('../data/', import.meta.url).pathname

const cells = readEvents(real).flatMap((event, k) => silentCells(event, k % PARTS, folder))
const models = Array.from({ length: PARTS }, (_, part) => learn(cells.filter((cell) => cell.part !== part)))
const held = cells.map(({ part, x, y }) => {
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
const unknown = held.filter(({ told }) => told >= toldAt).length
process.stdout.write(`unknown ${unknown} of ${held.length}\n`)
write(out, learn(cells))
if (options.folds)
  models.forEach((model, part) => {
    write(path.join(out, `without-${part}`), model)
  })

/** The cells of an event in which no passage was linked, with whether the report tells the thing by what was marked. */
function silentCells(event: ReadEvent, part: number, weightsFolder: string): Cell[] {
  readWeightsFrom(path.join(weightsFolder, `without-${part}`))
  const views = new Map(viewsOf(event.articles).map((view) => [view.id, view]))
  const { claims, quotes } = linked(event.articles)
  return [...claims, ...quotes].flatMap((column) => {
    const tellers = tellersOf(column, (id) => views.get(id))
    if (tellers.length === 0) return []
    const made = statementsIn(event, column)
    return Object.entries(column.cells).flatMap(([id, cell]) => {
      const view = views.get(id)
      if (cell.state !== 'absent' || !view) return []
      const told = event.statements.some((one) => made.has(one.id) && (one.at.get(id)?.length ?? 0) > 0)
      return [
        { part, x: absenceFeatures(silenceOf(column, tellers, view, 1 - cell.confidence)), y: told ? 1 : 0 },
      ]
    })
  })
}

function statementsIn(event: ReadEvent, column: Column): ReadonlySet<string> {
  return new Set(
    presentCells(column).flatMap(([id, { mentions }]) =>
      mentions.flatMap((mention) => [...statementsOf(event, id, mention)]),
    ),
  )
}

function learn(from: readonly Cell[]): AbsenceModel {
  const { bias, weights } = logistic(
    from.map(({ x, y }) => ({ x, y })),
    PENALTY,
  )
  const named = absenceNames.map((name, k) => [name, round(weights[k] ?? 0)] as const)
  return { bias: round(bias), weights: Object.fromEntries(named) as AbsenceModel['weights'] }
}

function likely({ bias, weights }: AbsenceModel, x: readonly number[]): number {
  const odds = absenceNames.reduce((sum, name, k) => sum + weights[name] * (x[k] ?? 0), bias)
  return 1 / (1 + Math.exp(-odds))
}

function round(value: number): number {
  return Math.round(value * 1e5) / 1e5
}

function write(target: string, model: AbsenceModel): void {
  mkdirSync(target, { recursive: true })
  writeFileSync(path.join(target, 'absence.json'), `${JSON.stringify(model, null, 1)}\n`)
}
