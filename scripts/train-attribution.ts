/**
 * Trains the attribution model: `npm run train:attribution -- --gold <folder>` writes data/attribution.json and .bin.
 *
 * In:    a folder with `articles.jsonl` (see scripts/attribution/gold.ts); `--out` names another folder to write to;
 *        `--calibrate` keeps the weights that are there and fits the confidence alone.
 * Out:   the two files, the same bytes for the same input; figures on the held-back tenth on standard error.
 * Never: writes words: features are hashed before they are counted.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { fnv } from '../src/text/fnv.js'
import { candidates, select } from '../src/annotate/attribution/learned/learned.js'
import { type Calibration, type ModelHead, readModel } from '../src/annotate/attribution/learned/model.js'
import { dataFile } from '../src/text/data-file.js'
import { calibrate, reliability } from './attribution/calibrate.js'
import { evaluate } from './attribution/evaluate.js'
import { type GoldReading, loadGold } from './attribution/gold.js'
import { shippedSizes, train } from './attribution/train.js'

const { values } = parseArgs({
  options: {
    gold: { type: 'string' },
    all: { type: 'boolean' },
    calibrate: { type: 'boolean' },
    out: { type: 'string' },
  },
})
if (values.gold === undefined)
  throw new Error(
    'usage: npm run train:attribution -- --gold <folder> [--all | --calibrate] [--out <folder>]',
  )

const all = loadGold(values.gold)
const isHeld = (article: GoldReading): boolean => (fnv(article.id) >>> 0) % 10 === 0
const held = all.filter(isHeld)
const neutral: Calibration = { weights: [], threshold: 0 }

report(`${all.length} articles, ${held.length} held back`)
const trial =
  values.calibrate === true
    ? shipped()
    : train(
        all.filter((article) => !isHeld(article)),
        neutral,
        shippedSizes,
        report,
      )
const found = held.map(({ reading }) => candidates(reading, readModel(trial.head, trial.bytes)).all)
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
const { head, bytes } = values.all === true ? train(all, calibration, shippedSizes, report) : trial
const target = (file: string): string =>
  values.out === undefined ? dataFile(file) : path.join(values.out, file)
writeFileSync(target('attribution.json'), JSON.stringify({ ...head, calibration }, null, 2) + '\n')
writeFileSync(target('attribution.bin'), bytes)

function shipped(): ReturnType<typeof train> {
  const head = JSON.parse(readFileSync(dataFile('attribution.json'), 'utf8')) as ModelHead
  return { head, bytes: readFileSync(dataFile('attribution.bin')) }
}

function report(line: string): void {
  process.stderr.write(line + '\n')
}
