/**
 * Learns which claims of two reports make the same statement and which quotations are one utterance, from events that readers
 * read completely.
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
import { claimItems } from '../src/align/claim-columns.js'
import { featureNames } from '../src/align/features.js'
import { articleBags, kinship } from '../src/align/kinship.js'
import {
  compared,
  partnersOf,
  type Compared,
  type Kind,
  type MatcherModel,
  type Sureness,
} from '../src/align/matcher.js'
import { likelihood, logit } from '../src/text/logistic.js'
import type { Item } from '../src/align/mention.js'
import { quoteGroups } from '../src/align/quote-columns.js'
import { quoteItems } from '../src/align/quote-columns.js'
import { statementRows } from '../src/align/claim-columns.js'
import type { UnitOf } from '../src/align/unit.js'
import { Lexicon } from '../src/likeness/lexicon.js'
import { itemAt } from '../src/text/item-at.js'
import { averagePrecision, logistic } from './logistic.mjs'
import { readEvents, statementsOf, type ReadEvent } from './matcher/real-events.js'

const PARTS = 5
/** Ridge penalty on standardised weights. */
const PENALTY = 10
/** Chosen on held-out parts: rows are one statement in four of five, and most of the statements are linked. */
const ROWS: MatcherModel['claims']['rows'] = { open: 0.52, join: 0.2, beside: 0.82 }
const JOIN = 0.75

type Read = {
  readonly event: ReadEvent
  /** The article of each unit, what it makes, and how full it is. */
  readonly articles: readonly number[]
  readonly fullness: readonly number[]
  readonly makes: readonly ReadonlySet<string>[]
  readonly pairs: readonly (Compared & { readonly y: 0 | 1 })[]
}
type Judged = { readonly score: number; readonly y: 0 | 1 }
type PairModel = MatcherModel['claims']['pair']
type Learned = { readonly pair: PairModel; readonly cell: Sureness }

const { values: options } = parseArgs({
  options: { real: { type: 'string' }, out: { type: 'string' }, folds: { type: 'boolean', default: false } },
})
if (options.real === undefined)
  throw new Error('usage: npx tsx scripts/train-matcher.ts --real <folder> [--out <folder>] [--folds]')
const out = options.out ?? new URL('../data/', import.meta.url).pathname

const events = readEvents(options.real)
const claims = learned('claims')
const quotations = learned('quotations')
claims.forEach((ofClaims, k) => {
  const ofQuotations = itemAt(quotations, k)
  if (k === PARTS) write(out, ofClaims, ofQuotations)
  else if (options.folds) write(path.join(out, `without-${k}`), ofClaims, ofQuotations)
})

/** Without each part; the last from all events. */
function learned(kind: Kind): readonly Learned[] {
  const read = events.map((event) => readUnits(event, kind))
  const parts = Array.from({ length: PARTS }, (_, part) => {
    const pair = fit(read.filter((_event, k) => k % PARTS !== part).flatMap(({ pairs }) => pairs))
    return { pair, held: read.filter((_event, k) => k % PARTS === part).map((one) => judge(one, pair, kind)) }
  })
  const all = parts.flatMap(({ held }) => held)
  const right = all.flatMap(({ rows }) => rows)
  process.stdout.write(
    `${kind}, held out: average precision of pairs ${averagePrecision(all.flatMap(({ pairs }) => pairs)).toFixed(4)}; ` +
      `rows of one statement ${right.filter((one) => one).length} of ${right.length}\n`,
  )
  return [
    ...parts.map(({ pair }, part) => ({
      pair,
      cell: calibrated(
        parts.flatMap(({ held }, k) => (k === part ? [] : held.flatMap(({ cells }) => cells))),
      ),
    })),
    { pair: fit(read.flatMap(({ pairs }) => pairs)), cell: calibrated(all.flatMap(({ cells }) => cells)) },
  ]
}

function readUnits(event: ReadEvent, kind: Kind): Read {
  const lexicon = new Lexicon()
  const bags = articleBags(event.articles, lexicon)
  const items = event.articles.flatMap(
    (article, number): (Item & UnitOf & { readonly fullness: number })[] =>
      kind === 'claims'
        ? claimItems(article, number, lexicon).map((item) => ({ ...item, fullness: 0 }))
        : quoteItems(article, number, lexicon),
  )
  const makes = items.map(({ article, mention }) => statementsOf(event, article.id, mention))
  const kinshipOf = (a: number, b: number): number => kinship(itemAt(bags, a), itemAt(bags, b), lexicon)
  return {
    event,
    articles: items.map(({ number }) => number),
    fullness: items.map(({ fullness }) => fullness),
    makes,
    pairs: [...compared(items, kind, { lexicon, kinshipOf })].map((pair) => ({
      ...pair,
      y: meet(makes, pair.i, pair.j),
    })),
  }
}

function meet(makes: Read['makes'], i: number, j: number): 0 | 1 {
  return [...itemAt(makes, i)].some((id) => itemAt(makes, j).has(id)) ? 1 : 0
}

function fit(pairs: Read['pairs']): PairModel {
  const found = logistic(
    pairs.map(({ x, y }) => ({ x: [...x], y })),
    PENALTY,
  )
  const weights = featureNames.map((name, k) => [name, round(found.weights[k] ?? 0)] as const)
  return { bias: round(found.bias), weights: Object.fromEntries(weights) as PairModel['weights'] }
}

/** An event that the weights did not see: its pairs, its rows, the cells of its rows by the best link that holds them. */
function judge({ event, articles, fullness, makes, pairs }: Read, model: PairModel, kind: Kind) {
  const scored = pairs.map(({ i, j, x, y }) => ({ i, j, y, score: likelihood(model, featureNames, x) }))
  const versions = articles.map((number, k) => ({ number, fullness: itemAt(fullness, k) }))
  const rows = (
    kind === 'claims' ? statementRows(articles, scored, ROWS) : quoteGroups(versions, scored, JOIN)
  ).filter((row) => new Set(row.map((i) => articles[i])).size > 1)
  const partners = partnersOf(articles.length, scored)
  const inArticle = (row: readonly number[], article: number): readonly number[] =>
    row.filter((i) => articles[i] === article)
  const cells = rows.flatMap((row) =>
    [...new Set(row.map((i) => itemAt(articles, i)))].map((article): Judged => {
      const met = inArticle(row, article).flatMap((i) =>
        row
          .filter((j) => articles[j] !== article)
          .map((j) => ({ score: partners[i]?.get(j) ?? 0, y: meet(makes, i, j) })),
      )
      return { score: Math.max(...met.map(({ score }) => score)), y: met.some(({ y }) => y === 1) ? 1 : 0 }
    }),
  )
  const right = rows.map((row) =>
    event.statements.some(({ id }) => {
      const members = row.filter((i) => makes[i]?.has(id))
      return (
        3 * members.length >= 2 * row.length &&
        row.every((i) => inArticle(members, itemAt(articles, i)).length > 0)
      )
    }),
  )
  return { pairs: scored, rows: right, cells }
}

/** Platt's two numbers (1999): from the log odds of a score to those of being right. */
function calibrated(cells: readonly Judged[]): Sureness {
  const found = logistic(
    cells.map(({ score, y }) => ({ x: [logit(score, 1e-6)], y })),
    1,
  )
  return { slope: round(found.weights[0] ?? 1), offset: round(found.bias) }
}

function round(value: number): number {
  return Math.round(value * 1e5) / 1e5
}

function write(folder: string, ofClaims: Learned, ofQuotations: Learned): void {
  const model: MatcherModel = {
    claims: { ...ofClaims, rows: ROWS },
    quotations: { ...ofQuotations, join: JOIN },
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'matcher.json'), `${JSON.stringify(model, null, 1)}\n`)
}
