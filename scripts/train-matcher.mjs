/**
 * Learns data/matcher.json from the invented events in scripts/training-events: which claims of two articles tell the same.
 *
 * In:    training events: text with `{F3|...}` around what tells fact 3 and `{Q1|...}` around words of quotation 1.
 * Out:   data/matcher.json; figures on each event with the others learned from, on standard output.
 * Never: reads any other corpus. `npm run build && node scripts/train-matcher.mjs`
 */
import fs from 'node:fs'
import { annotate } from '../dist/src/annotate/annotate.js'
import { normalize } from '../dist/src/normalize/normalize.js'
import { couples } from '../dist/src/align/claim-pairs.js'
import { Lexicon } from '../dist/src/align/lexicon.js'
import { featureNames, pairFeatures } from '../dist/src/align/pair-features.js'
import { rivalFeatures, rivalNames } from '../dist/src/align/rivals.js'
import { unitsOf } from '../dist/src/align/unit.js'
import { background } from '../dist/src/text/background.js'
import { averagePrecision, logistic } from './logistic.mjs'
import { textPage } from './text-page.mjs'

/** Ridge penalty on standardised weights. */
const PENALTY = 10
/** Mean joining score at which two groups of claims join: chosen on talks-dev, with `support` and `lift`, not on the events. */
const JOIN = 0.35

const folder = new URL('./training-events/', import.meta.url)
const events = []
for (const file of fs.readdirSync(folder).sort()) events.push(await load(file))
for (const [k, held] of events.entries()) {
  const model = learn(events.filter((_, i) => i !== k))
  const scored = second(held, model).rows.map((row) => ({ score: apply(model.rival, row.x), y: row.y }))
  const first = held.rows.map((row) => ({ score: apply(model.pair, row.x), y: row.y }))
  const [a, b] = [first, scored].map((list) => averagePrecision(list).toFixed(3))
  console.log(`${held.file}: ${held.rows.length} pairs, average precision ${a} alone, ${b} among rivals`)
}
const total = (of) => events.reduce((sum, event) => sum + of(event), 0)
const [kept, all] = [total((event) => event.kept), total((event) => event.all)]
console.log(`candidates keep ${kept} of ${all} pairs that tell the same fact (${(kept / all).toFixed(3)})`)
const model = learn(events)
const named = (fit, names) => ({
  bias: round(fit.bias),
  weights: Object.fromEntries(names.map((name, k) => [name, round(fit.weights[k])])),
})
// What sentences say is learned apart, by train-sentence-view.mjs.
const target = new URL('../data/matcher.json', import.meta.url)
const { sentence, support, lift, kin, strangeness } = JSON.parse(fs.readFileSync(target, 'utf8'))
const out = {
  pair: named(model.pair, featureNames),
  rival: named(model.rival, [...featureNames, ...rivalNames]),
  sentence,
  support,
  lift,
  kin,
  strangeness,
  join: JOIN,
}
fs.writeFileSync(target, JSON.stringify(out, null, 1) + '\n')

async function load(file) {
  const outlets = fs.readFileSync(new URL(file, folder), 'utf8').split(/^## /m).slice(1).map(unmark)
  const lexicon = new Lexicon(background())
  const units = []
  const facts = []
  for (const [number, { name, text, marks }] of outlets.entries()) {
    const article = annotate(await normalize(textPage(`${file}/${name}`, text)), { zone: 'UTC' })
    const claims = [...article.claims].sort((a, b) => a.start - b.start || a.end - b.end)
    const made = unitsOf(
      article,
      claims.map((claim) => ({ spans: [claim], attributed: claim.voice === 'attributed' })),
      lexicon,
    )
    claims.forEach((claim, k) => {
      units.push({ unit: made[k], number })
      facts.push(new Set(marks.filter((mark) => tells(claim, mark)).map((mark) => mark.id)))
    })
  }
  const groups = [...couples(units, lexicon)].map((couple) => ({
    couple,
    rows: cut(pairFeatures(couple, lexicon), featureNames.length).map((x, k) => {
      const [one, two] = [facts[couple.a.first + couple.x[k]], facts[couple.b.first + couple.y[k]]]
      return { x, y: [...one].some((id) => two.has(id)) ? 1 : 0 }
    }),
  }))
  const rows = groups.flatMap((group) => group.rows)
  return { file, groups, rows, kept: rows.filter((row) => row.y === 1).length, all: samePairs(facts) }
}

/** Pairs of claims that tell a fact in common, candidates or not. */
function samePairs(facts) {
  let count = 0
  for (const [j, one] of facts.entries())
    for (const two of facts.slice(0, j)) if ([...one].some((id) => two.has(id))) count++
  return count
}

/** Rows that stand end to end, one by one. */
function cut(values, width) {
  return Array.from({ length: values.length / width }, (_, k) => [
    ...values.subarray(k * width, (k + 1) * width),
  ])
}

/** Text without its marks, and the places of the facts. */
function unmark(part) {
  const body = part.slice(part.indexOf('\n') + 1).trim()
  const open = []
  const marks = []
  let text = ''
  for (let i = 0; i < body.length; i++) {
    const start = /^\{([FQ]\d+)\|/.exec(body.slice(i, i + 8))
    if (start) {
      open.push({ id: start[1], start: text.length })
      i += start[0].length - 1
    } else if (body[i] === '}') {
      const mark = { ...open.pop(), end: text.length }
      if (mark.id.startsWith('F')) marks.push(mark)
    } else text += body[i]
  }
  return { name: part.slice(0, part.indexOf('\n')), text: text + '\n', marks }
}

/** The claim stands for the fact: they overlap by half of the shorter, and the claim is not much longer. */
function tells(claim, mark) {
  const common = Math.min(claim.end, mark.end) - Math.max(claim.start, mark.start)
  const [length, gold] = [claim.end - claim.start, mark.end - mark.start]
  return length <= Math.max(4 * gold, gold + 200) && common > 0.5 * Math.min(length, gold)
}

function learn(list) {
  const pair = logistic(
    list.flatMap((event) => event.rows),
    PENALTY,
  )
  const rival = logistic(
    list.flatMap((event) => second(event, { pair }).rows),
    PENALTY,
  )
  return { pair, rival }
}

function second(event, { pair }) {
  const rows = event.groups.flatMap(({ couple, rows }) => {
    const scores = Float64Array.from(rows, ({ x }) => apply(pair, x))
    const rivals = cut(rivalFeatures(couple, scores), rivalNames.length)
    return rows.map(({ x, y }, k) => ({ x: [...x, ...rivals[k]], y }))
  })
  return { rows }
}

function apply(fit, x) {
  return 1 / (1 + Math.exp(-x.reduce((sum, value, k) => sum + value * fit.weights[k], fit.bias)))
}

function round(x) {
  return Number(x.toFixed(5))
}
