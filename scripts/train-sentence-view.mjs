/**
 * Learns the `sentence` weights of data/matcher.json: which claims stand in sentences that share two events.
 *
 * In:    a folder with docs.jsonl and pairs.jsonl drawn from ECB+ (Cybulska and Vossen 2014, CC BY 3.0); numbers of the
 *        topics to learn from, by order of appearance. Out: data/matcher.json with new `sentence` weights, nothing else changed.
 * Never: keeps a word of the corpus. `npm run build && node scripts/train-sentence-view.mjs <folder> 0,1,2`
 */
import fs from 'node:fs'
import path from 'node:path'
import { annotate } from '../dist/src/annotate/annotate.js'
import { normalize } from '../dist/src/normalize/normalize.js'
import { couples, coupleScores } from '../dist/src/align/claim-pairs.js'
import { matcherModel } from '../dist/src/align/scorer.js'
import { Lexicon } from '../dist/src/align/lexicon.js'
import { sentenceFeatures, sentenceNames } from '../dist/src/align/sentence-view.js'
import { unitsOf } from '../dist/src/align/unit.js'
import { background } from '../dist/src/text/background.js'
import { byKeys } from '../dist/src/text/order.js'
import { logistic } from './logistic.mjs'
import { textPage } from './text-page.mjs'

const PENALTY = 10
const [folder, numbers] = process.argv.slice(2)
const lines = (name) =>
  fs
    .readFileSync(path.join(folder, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
const docs = lines('docs.jsonl')
const topics = [...new Set(docs.map((doc) => doc.topic))]
const key = (a, b) => [a.join('#'), b.join('#')].sort().join('|')
const shared = new Set(lines('pairs.jsonl').flatMap(({ a, b, shared }) => (shared >= 2 ? [key(a, b)] : [])))

const rows = []
for (const number of numbers.split(','))
  rows.push(...(await rowsOf(docs.filter((doc) => doc.topic === topics[Number(number)]))))
const fit = logistic(rows, PENALTY)
const target = new URL('../data/matcher.json', import.meta.url)
const model = JSON.parse(fs.readFileSync(target, 'utf8'))
model.sentence = {
  bias: round(fit.bias),
  weights: Object.fromEntries(sentenceNames.map((name, k) => [name, round(fit.weights[k])])),
}
fs.writeFileSync(target, JSON.stringify(model, null, 1) + '\n')

/** One row a candidate pair of claims whose sentences the corpus has judged. */
async function rowsOf(members) {
  const lexicon = new Lexicon(background())
  const read = await Promise.all(
    members.map(async (doc) => {
      const text = doc.sentences.map((sentence) => sentence.text).join('\n\n') + '\n'
      return { doc, article: annotate(await normalize(textPage(doc.id, text)), { zone: 'UTC' }) }
    }),
  )
  const units = read.sort(byKeys(({ article }) => article.id)).flatMap(({ doc, article }, number) => {
    const claims = [...article.claims].sort((a, b) => a.start - b.start || a.end - b.end)
    const places = claims.map((claim) => ({ spans: [claim], attributed: claim.voice === 'attributed' }))
    return unitsOf(article, places, lexicon).map((unit, k) => ({
      unit,
      number,
      judged: judged(doc, claims[k]),
    }))
  })
  const width = sentenceNames.length
  return [...couples(units, lexicon)].flatMap((couple) => {
    if (couple.a === couple.b) return []
    const values = sentenceFeatures(couple, coupleScores(couple, lexicon, matcherModel()), lexicon)
    return [...couple.x].flatMap((x, k) => {
      const [a, b] = [units[couple.a.first + x].judged, units[couple.b.first + couple.y[k]].judged]
      if (a.length === 0 || b.length === 0) return []
      const y = a.some((p) => b.some((q) => shared.has(key(p, q)))) ? 1 : 0
      return [{ x: [...values.subarray(k * width, (k + 1) * width)], y }]
    })
  })
}

/** The validated sentences that a claim stands in. */
function judged(doc, claim) {
  const found = []
  let start = 0
  for (const { n, text, validated } of doc.sentences) {
    const end = start + text.length
    const common = Math.min(end, claim.end) - Math.max(start, claim.start)
    if (validated && common > 0.3 * Math.min(claim.end - claim.start, text.length)) found.push([doc.id, n])
    start = end + 2
  }
  return found
}

function round(x) {
  return Number(x.toFixed(5))
}
