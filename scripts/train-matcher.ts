/**
 * Learns which claims of two reports make the same statement, from events that readers read completely.
 *
 * In:    --real <folder of read events> [--out <folder>], data/ by default.
 * Out:   <out>/matcher.json, learned from all events; with --folds also <out>/without-<n>/matcher.json, learned without each
 *        fifth event from the n-th on, for measuring on those (SYNOPTIC_WEIGHTS); figures on events not learned from.
 * Never: keeps a word of the texts: weights belong to features of pairs, no word has one. Same input, same bytes.
 *
 *   npx tsx scripts/train-matcher.ts --real <folder> --out <folder> --folds
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { articleBags, kinship } from '../src/align/kinship.js'
import { closeLook, couples, firstLook, looked } from '../src/align/claim-pairs.js'
import { claimItems } from '../src/align/claim-columns.js'
import { detailNames } from '../src/align/detail-features.js'
import { Lexicon } from '../src/likeness/lexicon.js'
import { featureNames } from '../src/align/pair-features.js'
import { PairTable } from '../src/align/pairs.js'
import { statementRows } from '../src/align/rows.js'
import { logit, scoreRows, type Logistic, type MatcherModel, type Sureness } from '../src/align/scorer.js'
import { averagePrecision, logistic } from './logistic.mjs'
import { readEvents, statementsOf, type ReadEvent } from './matcher/real-events.js'

const PARTS = 5
/** Ridge penalty on standardised weights. */
const PENALTY = 10
/** Least first score that earns a close look: loses one right pair in fifty, and saves five close looks in six. */
const LOOK = 0.015
/** Chosen on held-out parts: rows are one statement in four of five, and most of the statements are linked. */
const ROWS: MatcherModel['rows'] = { open: 0.46, join: 0.4, beside: 0.72 }

type Pair = { readonly i: number; readonly j: number; readonly same: boolean; readonly x: Float64Array }
type Prepared = {
  readonly event: ReadEvent
  readonly items: ReturnType<typeof claimItems>
  readonly makes: readonly ReadonlySet<string>[]
  readonly lexicon: Lexicon
  readonly bags: ReturnType<typeof articleBags>
  readonly first: readonly Pair[]
}

const { values: options } = parseArgs({
  options: { real: { type: 'string' }, out: { type: 'string' }, folds: { type: 'boolean', default: false } },
})
if (options.real === undefined)
  throw new Error('usage: npx tsx scripts/train-matcher.ts --real <folder> [--out <folder>] [--folds]')
const out = options.out ?? new URL('../data/', import.meta.url).pathname

const prepared = readEvents(options.real).map(prepare)
const parts = Array.from({ length: PARTS }, (_, part) => {
  const weights = learn(prepared.filter((_event, k) => k % PARTS !== part))
  const held = prepared.filter((_event, k) => k % PARTS === part).map((event) => judge(event, weights))
  return { weights, held }
})
const all = parts.flatMap(({ held }) => held)
const scored = all.flatMap(({ pairs }) => pairs)
process.stdout.write(
  `held out: average precision of pairs ${averagePrecision(scored).toFixed(4)}; ` +
    `rows of one statement ${share(all.flatMap(({ rows }) => rows))}\n`,
)
write(out, learn(prepared), calibrated(all.flatMap(({ cells }) => cells)))
if (options.folds)
  parts.forEach(({ weights }, part) => {
    const others = parts.filter((_, k) => k !== part).flatMap(({ held }) => held)
    write(path.join(out, `without-${part}`), weights, calibrated(others.flatMap(({ cells }) => cells)))
  })

function prepare(event: ReadEvent): Prepared {
  const lexicon = new Lexicon()
  const items = event.articles.flatMap((article, number) => claimItems(article, number, lexicon))
  const makes = items.map(({ article, mention }) => statementsOf(event, article.id, mention))
  const bags = articleBags(event.articles, lexicon)
  const first: Pair[] = []
  for (const couple of couples(items, lexicon)) {
    const [values, width] = [firstLook(couple, lexicon), featureNames.length]
    couple.x.forEach((x, k) => {
      const [i, j] = [couple.a.first + x, couple.b.first + (couple.y[k] ?? 0)]
      first.push({ i, j, same: meet(makes[i], makes[j]), x: values.slice(k * width, (k + 1) * width) })
    })
  }
  return { event, items, makes, lexicon, bags, first }
}

function meet(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): boolean {
  return [...(a ?? [])].some((id) => b?.has(id))
}

type Weights = Pick<MatcherModel, 'first' | 'second'>

function learn(events: readonly Prepared[]): Weights {
  const first = fit(
    events.flatMap((event) => event.first),
    featureNames,
  )
  const second = fit(
    events.flatMap((event) => closely(event, first)),
    [...featureNames, ...detailNames],
  )
  return { first, second }
}

function fit(pairs: readonly Pair[], names: readonly string[]): Logistic {
  const found = logistic(
    pairs.map(({ x, same }) => ({ x: [...x], y: same ? 1 : 0 })),
    PENALTY,
  )
  return {
    bias: round(found.bias),
    weights: Object.fromEntries(names.map((name, k) => [name, round(found.weights[k] ?? 0)])),
  }
}

/** The pairs that the first step leaves, with all their features. */
function closely({ items, makes, lexicon, bags }: Prepared, first: Logistic): Pair[] {
  const found: Pair[] = []
  for (const couple of couples(items, lexicon)) {
    const near = looked(couple, firstLook(couple, lexicon), first, LOOK)
    const [one, two] = [bags[couple.a.article], bags[couple.b.article]]
    const kin = one && two ? kinship(one, two, lexicon) : 1
    const close = closeLook(near.couple, items, lexicon, kin)
    const [wide, narrow] = [featureNames.length, detailNames.length]
    near.couple.x.forEach((x, k) => {
      const [i, j] = [couple.a.first + x, couple.b.first + (near.couple.y[k] ?? 0)]
      const row = [
        ...near.values.subarray(k * wide, (k + 1) * wide),
        ...close.subarray(k * narrow, (k + 1) * narrow),
      ]
      found.push({ i, j, same: meet(makes[i], makes[j]), x: Float64Array.from(row) })
    })
  }
  return found
}

type Judged = { readonly score: number; readonly y: number }

/** An event that the weights did not see: its pairs, its rows, the cells of its rows by the best link that holds them. */
function judge(event: Prepared, { first, second }: Weights) {
  const { items, makes } = event
  const close = closely(event, first)
  const scores = scoreRows(close.length, second, [
    {
      names: [...featureNames, ...detailNames],
      values: Float64Array.from(close.flatMap(({ x }) => [...x])),
    },
  ])
  const table = new PairTable()
  close.forEach(({ i, j }, k) => {
    table.add(i, j, scores[k] ?? 0, scores[k] ?? 0)
  })
  const seen = new Map(close.map(({ i, j }, k) => [i * items.length + j, scores[k] ?? 0]))
  const pairs = event.first.map(({ i, j, same }) => ({
    score: seen.get(i * items.length + j) ?? 0,
    y: same ? 1 : 0,
  }))
  const rows = statementRows(
    items.map(({ number }) => number),
    table,
    ROWS,
  )
  const linkOf = (i: number, j: number): number =>
    seen.get(Math.min(i, j) * items.length + Math.max(i, j)) ?? 0
  const cells = rows.flatMap((row) =>
    [...new Set(row.map((i) => items[i]?.number))].map((number): Judged => {
      const own = row.filter((i) => items[i]?.number === number)
      const others = row.filter((i) => items[i]?.number !== number)
      const met = own.flatMap((i) =>
        others.map((j) => ({ score: linkOf(i, j), y: meet(makes[i], makes[j]) })),
      )
      return {
        score: Math.max(...met.map(({ score }) => score)),
        y: met.some(({ y }) => y) ? 1 : 0,
      }
    }),
  )
  const right = rows.map((row) =>
    event.event.statements.some(
      ({ id }) =>
        3 * row.filter((i) => makes[i]?.has(id)).length >= 2 * row.length &&
        [...new Set(row.map((i) => items[i]?.number))].every((number) =>
          row.some((i) => items[i]?.number === number && makes[i]?.has(id)),
        ),
    ),
  )
  return { pairs, rows: right, cells }
}

/** Platt's two numbers (1999): from the log odds of a score to those of being right. */
function calibrated(cells: readonly Judged[]): Sureness {
  const found = logistic(
    cells.map(({ score, y }) => ({ x: [logit(score)], y })),
    1,
  )
  return { slope: round(found.weights[0] ?? 1), offset: round(found.bias) }
}

function share(right: readonly boolean[]): string {
  return `${right.filter((one) => one).length} of ${right.length}`
}

function round(value: number): number {
  return Math.round(value * 1e5) / 1e5
}

function write(folder: string, weights: Weights, cell: Sureness): void {
  const model: MatcherModel = { first: weights.first, look: LOOK, second: weights.second, rows: ROWS, cell }
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'matcher.json'), `${JSON.stringify(model, null, 1)}\n`)
}
