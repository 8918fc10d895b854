/**
 * Trains the weights that say whether two quotations are one utterance: `npx tsx scripts/train-utterances.ts --gold <folder>`
 * writes data/utterances.json.
 *
 * In:    events read completely (see scripts/utterances/gold.ts); `--out` names another file; `--leave <n>` leaves out each
 *        fifth event from the n-th on (0 to 4), for measuring on those.
 * Out:   the file, the same bytes for the same input; held-out figures (five parts, by the events' place in the alphabet).
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { quoteNames } from '../src/align/quote-features.js'
import { quoteGroups } from '../src/align/quote-groups.js'
import { cellSureness, quotePairs, quoteRows, type QuoteModel } from '../src/align/quote-pairs.js'
import { logit } from '../src/align/scorer.js'
import { noThinning } from '../src/align/thinning.js'
import { dataFile } from '../src/text/data-file.js'
import { logistic } from './logistic.mjs'
import { loadEvents, type ReadEvent } from './utterances/gold.js'

/** Ridge penalty, and the probability from which a version joins: chosen on held-out parts among .5 to .75. */
const PENALTY = 30
const JOIN = 0.65
const PARTS = 5
/** Beyond this much log odds a pair says nothing more about its row. */
const CAP = 2.5

type Row = { readonly x: number[]; readonly y: number }
type Cell = { readonly sure: number; readonly right: boolean }

const { values } = parseArgs({
  options: { gold: { type: 'string' }, out: { type: 'string' }, leave: { type: 'string' } },
})
if (values.gold === undefined)
  throw new Error('usage: npx tsx scripts/train-utterances.ts --gold <folder> [--leave <n>] [--out <file>]')

const events = loadEvents(values.gold)
const rows = events.map((event) => labelled(event))
const same = { cap: CAP, slope: 1, offset: 0 }
const kept = values.leave === undefined ? null : Number(values.leave)
const learnedFrom = events.map((_, k) => k).filter((k) => kept === null || k % PARTS !== kept)

const cells: Cell[] = []
const sums = { rows: 0, wrong: 0, wanted: 0, linked: 0 }
for (let part = 0; part < PARTS; part++) {
  const pair = learn(learnedFrom.filter((k) => k % PARTS !== part))
  for (const k of learnedFrom.filter((n) => n % PARTS === part)) {
    const event = events[k]
    if (event) judge(event, { pair, join: JOIN, cell: same })
  }
}
const cell = calibrated(cells)
process.stderr.write(
  `held out: pairs of versions linked by quote rows alone ${sums.linked} of ${sums.wanted}, ` +
    `rows in no one statement ${sums.wrong} of ${sums.rows}\n${reliability(cells, cell)}\n`,
)
const model: QuoteModel = { pair: learn(learnedFrom), join: JOIN, cell }
writeFileSync(values.out ?? dataFile('utterances.json'), `${JSON.stringify(model, null, 1)}\n`)

/** Two quotations that are part of one statement or utterance of the readers' are one. */
function labelled({ items, lexicon, makes }: ReadEvent): Row[] {
  const found = quoteRows(items, lexicon, noThinning)
  const width = quoteNames.length
  return found.i.map((i, k) => ({
    x: [...found.values.subarray(k * width, (k + 1) * width)],
    y: [...(makes[i] ?? [])].some((id) => makes[found.j[k] ?? 0]?.has(id)) ? 1 : 0,
  }))
}

function learn(from: readonly number[]): QuoteModel['pair'] {
  const learned = logistic(
    from.flatMap((k) => rows[k] ?? []),
    PENALTY,
  )
  const weights = quoteNames.map((name, k): [string, number] => [name, rounded(learned.weights[k] ?? 0)])
  return { bias: rounded(learned.bias), weights: Object.fromEntries(weights) }
}

function rounded(value: number): number {
  return Number(value.toFixed(4))
}

function judge({ items, lexicon, makes, utterances }: ReadEvent, trial: QuoteModel): void {
  const pairs = quotePairs(items, lexicon, noThinning, trial)
  const groups = quoteGroups(items, pairs, trial.join).filter((group) =>
    group.some((i) => items[i]?.loose === false),
  )
  const articleOf = (i: number): number => items[i]?.number ?? -1
  const shared = groups.filter((group) => new Set(group.map(articleOf)).size > 1)
  for (const group of shared) {
    const articles = [...new Set(group.map(articleOf))]
    const right = [...new Set(group.flatMap((i) => [...(makes[i] ?? [])]))].some((id) => {
      const members = group.filter((i) => makes[i]?.has(id))
      return (
        3 * members.length >= 2 * group.length &&
        articles.every((article) => members.some((i) => articleOf(i) === article))
      )
    })
    sums.rows++
    if (!right) sums.wrong++
    for (const article of articles) {
      let sure = 0
      for (let k = 0; k < pairs.count; k++) {
        const [i, j] = [pairs.i[k] ?? 0, pairs.j[k] ?? 0]
        if (!group.includes(i) || !group.includes(j)) continue
        if (articleOf(i) === article || articleOf(j) === article) sure = Math.max(sure, pairs.joining[k] ?? 0)
      }
      cells.push({ sure, right })
    }
  }
  for (const { id, articles } of utterances)
    articles.forEach((a, k) => {
      for (const b of articles.slice(k + 1)) {
        sums.wanted++
        const has = (group: readonly number[], article: number): boolean =>
          group.some((i) => articleOf(i) === article && makes[i]?.has(id))
        if (shared.some((group) => has(group, a) && has(group, b))) sums.linked++
      }
    })
}

/** Platt's scaling of the best pair that holds a cell in its row. */
function calibrated(found: readonly Cell[]): QuoteModel['cell'] {
  const { bias, weights } = logistic(
    found.map(({ sure, right }) => ({ x: [Math.min(CAP, logit(sure))], y: right ? 1 : 0 })),
    1,
  )
  return { cap: CAP, slope: rounded(weights[0] ?? 1), offset: rounded(bias) }
}

function reliability(found: readonly Cell[], cell: QuoteModel['cell']): string {
  const told = found.map(({ sure, right }) => ({ sure: cellSureness(sure, cell), right }))
  return [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95]
    .map((from, k, all) => {
      const here = told.filter(({ sure }) => sure >= from && sure < (all[k + 1] ?? 2))
      const mean = here.reduce((sum, one) => sum + one.sure, 0) / Math.max(1, here.length)
      return `cells from ${from}: told ${mean.toFixed(2)}, right ${here.filter(({ right }) => right).length} of ${here.length}`
    })
    .join('\n')
}
