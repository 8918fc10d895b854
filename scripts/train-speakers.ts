/**
 * Learns how sure it is that a source found is the one that tells: `npx tsx scripts/train-speakers.ts --gold <folder>` writes
 * data/speakers.json.
 *
 * In:    a folder with `articles.jsonl` (scripts/attribution/gold.ts) that the finder of attributions was not trained on.
 * Out:   the weights, the same bytes for the same input; on standard error, of articles left out in five parts, how often
 *        sources of each tenth of sureness were right.
 * Never: writes words of an article.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readAttributions } from '../src/annotate/attribution/attributions.js'
import { creditOf } from '../src/annotate/attribution/speakers/heads.js'
import { surenessFeatures, surenessNames } from '../src/annotate/attribution/speakers/sureness.js'
import { entities } from '../src/annotate/entities/entities.js'
import { dataFile } from '../src/text/data-file.js'
import { fnv } from '../src/text/fnv.js'
import { chance } from '../src/text/logistic.js'
import { firstEndingAfter, overlap } from '../src/text/spans.js'
import { type GoldReading, loadGold } from './attribution/gold.js'
import { logistic } from './logistic.mjs'

const penalty = 3
const parts = 5

const { values } = parseArgs({ options: { gold: { type: 'string' } } })
if (values.gold === undefined) throw new Error('usage: npx tsx scripts/train-speakers.ts --gold <folder>')

const models: ReturnType<typeof logistic>[] = []
const rows = loadGold(values.gold).flatMap(rowsOf)
const heldOut = rows.map((row) => {
  const { bias, weights } = modelWithout(row.part)
  return { y: row.y, p: chance(row.x.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), bias)) }
})
for (let tenth = 0; tenth < 10; tenth++) {
  const here = heldOut.filter(({ p }) => Math.floor(p * 10) === tenth)
  const right = here.filter(({ y }) => y === 1).length
  process.stderr.write(`${tenth / 10}: ${here.length} sources, right ${(right / here.length).toFixed(2)}\n`)
}
const { bias, weights } = logistic(rows, penalty)
const round = (value: number): number => Math.round(value * 1e5) / 1e5
const model = {
  bias: round(bias),
  weights: Object.fromEntries(surenessNames.map((name, k) => [name, round(weights[k] ?? 0)])),
}
writeFileSync(dataFile('speakers.json'), JSON.stringify(model, null, 2) + '\n')

type Row = { readonly x: readonly number[]; readonly y: number; readonly part: number }

/** Each top-level source found, with whether a marked attribution of its cue has its head in the source. */
function rowsOf(article: GoldReading): Row[] {
  const named = entities(article.id, article.text, article.sentences).found
  const { trees, utterances } = readAttributions(article, article.sentences, named)
  return utterances.flatMap((utterance): Row[] => {
    const credit = creditOf(trees, named, utterance)
    const isLeftOut = utterance.content.some((part) =>
      article.discard.some((span) => overlap(span, part) > 0),
    )
    if (credit?.cue === undefined || utterance.parent !== undefined || isLeftOut) return []
    const head = firstEndingAfter(trees.words, credit.head.start)
    const cues = utterance.cue.map(({ start, end }) => ({
      from: firstEndingAfter(trees.words, start),
      to: firstEndingAfter(trees.words, end - 1) + 1,
    }))
    const isRight = article.attributions.some(
      ({ cue, source }) =>
        source !== null &&
        source.from <= head &&
        head < source.to &&
        cues.some(({ from, to }) => from < cue.to && cue.from < to),
    )
    return [{ x: surenessFeatures(credit), y: isRight ? 1 : 0, part: (fnv(article.id) >>> 0) % parts }]
  })
}

function modelWithout(part: number): ReturnType<typeof logistic> {
  models[part] ??= logistic(
    rows.filter((row) => row.part !== part),
    penalty,
  )
  return models[part]
}
