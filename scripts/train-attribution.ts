/**
 * Trains the attribution model: `npm run train:attribution -- --gold <folder>` writes data/attribution.json and .bin.
 *
 * In:    a folder with `articles.jsonl` (see scripts/attribution/gold.ts); `--out` names another folder to write to.
 * Out:   the two files, the same bytes for the same input; figures on the held-back tenth on standard error.
 * Never: writes words: features are hashed before they are counted.
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { transitionCount } from '../src/annotate/attribution/chain.js'
import { hashString } from '../src/annotate/attribution/feature-hash.js'
import { candidates, select } from '../src/annotate/attribution/learned.js'
import { type Calibration, type ModelHead, readModel } from '../src/annotate/attribution/model.js'
import { dataFile } from '../src/text/data-file.js'
import { calibrate, reliability } from './attribution/calibrate.js'
import { evaluate } from './attribution/evaluate.js'
import { type GoldReading, loadGold } from './attribution/gold.js'
import { cueSequences, trainCues } from './attribution/train-cues.js'
import { trainFrames } from './attribution/train-frames.js'

const cueBits = 20
const frameBits = 21
const cueOptions = { epochs: 5, rate: 0.01, decay: 0, report }
const frameOptions = { epochs: 3, rate: 0.02, decay: 0, report }

const { values } = parseArgs({
  options: {
    gold: { type: 'string' },
    all: { type: 'boolean' },
    out: { type: 'string' },
  },
})
if (values.gold === undefined)
  throw new Error('usage: npm run train:attribution -- --gold <folder> [--all] [--out <folder>]')

const all = loadGold(values.gold)
const isHeld = (article: GoldReading): boolean => (hashString(article.id) >>> 0) % 10 === 0
const held = all.filter(isHeld)
const neutral: Calibration = { weights: [], threshold: 0 }

report(`${all.length} articles, ${held.length} held back`)
const trial = train(
  all.filter((article) => !isHeld(article)),
  neutral,
)
const found = held.map(({ reading }) => candidates(reading, readModel(trial.head, trial.bytes)))
const calibration = calibrate(held, found)
report(`calibration ${JSON.stringify(calibration)}`)
report(
  JSON.stringify(
    evaluate(
      held,
      held.map((article, n) => select(article.reading, found[n] ?? [], calibration)),
    ),
  ),
)
for (const line of reliability(held, found, calibration)) report(line)

// What ships was trained on nine tenths, so that the calibration belongs to these very weights; --all uses everything.
const { head, bytes } = values.all === true ? train(all, calibration) : trial
const target = (file: string): string =>
  values.out === undefined ? dataFile(file) : path.join(values.out, file)
writeFileSync(target('attribution.json'), JSON.stringify({ ...head, calibration }, null, 2) + '\n')
writeFileSync(target('attribution.bin'), bytes)

function train(
  articles: readonly GoldReading[],
  calibration: Calibration,
): { head: ModelHead; bytes: Uint8Array } {
  const cues = trainCues(cueSequences(articles, cueBits), cueBits, cueOptions)
  const frames = trainFrames(articles, frameBits, frameOptions)
  const cueTable = toBytes(cues.table)
  const frameTable = toBytes(frames)
  const bytes = new Uint8Array(cueTable.bytes.length + frameTable.bytes.length)
  bytes.set(cueTable.bytes)
  bytes.set(frameTable.bytes, cueTable.bytes.length)
  const transitions = Array.from({ length: transitionCount }, (_, n) => round(cues.transitions[n] ?? 0))
  return {
    head: {
      format: 1,
      cueBits,
      cueScale: cueTable.scale,
      transitions,
      frameBits,
      frameScale: frameTable.scale,
      calibration,
    },
    bytes,
  }
}

/** One byte a weight; the largest thousandth of weights is cut off, so that the rest keeps its grain. */
function toBytes(weights: Float32Array): { bytes: Uint8Array; scale: number } {
  const sizes = Float32Array.from(
    weights.filter((weight) => weight !== 0),
    Math.abs,
  ).sort()
  const scale = round((sizes[Math.floor(sizes.length * 0.999)] ?? 1) / 127)
  const bytes = new Int8Array(weights.length)
  weights.forEach((weight, n) => (bytes[n] = Math.max(-127, Math.min(127, Math.round(weight / scale)))))
  return { bytes: new Uint8Array(bytes.buffer), scale }
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

function report(line: string): void {
  process.stderr.write(line + '\n')
}
