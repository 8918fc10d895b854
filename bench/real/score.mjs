/**
 * Scores what a system links over the events of the benchmark.
 *
 * node bench/real/score.mjs <folder of answers>
 *
 * In:    <event>.json for each event: {"rows": [[{"outlet", "start", "end"}, …], …]}, a row being what the system holds for one
 *        statement or utterance, in half-open offsets of UTF-16 code units; {"differences": [{"passages": [{"outlet", "start",
 *        "end"}, …], "silent": ["outlet"]}, …]}, the most important first; either may be missing. Or a report of Synoptic
 *        (synoptic/report@1).
 * Out:   of rows over two reports or more, those that are one statement; of pairs of passages they link, those that are right;
 *        of pairs of reports that share a statement, or an utterance, those linked; rows that link a near miss. Of the first
 *        eight differences of an event those that the memo has; of the memo's, those that are among the first eight, or anywhere.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const [folder] = process.argv.slice(2)
if (!folder) {
  console.error('usage: node bench/real/score.mjs <folder of answers>')
  process.exit(64)
}
const events = readFileSync(new URL('answers.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
const total = {
  events: 0,
  rows: 0,
  rowsRight: 0,
  pairs: 0,
  pairsRight: 0,
  shared: 0,
  linked: 0,
  spoken: 0,
  spokenLinked: 0,
  near: 0,
  nearLinked: 0,
  first: 0,
  firstNoted: 0,
  grave: 0,
  graveFirst: 0,
  noted: 0,
  notedAnywhere: 0,
}
/** What an editor reads in a minute. */
const mostFirst = 8

/** Whether a span points at a passage: most of the shorter one, and it is not much longer. */
function pointsAt([start, end], span, share = 0.3) {
  const common = Math.min(end, span.end) - Math.max(start, span.start)
  const [passage, length] = [end - start, span.end - span.start]
  return (
    common > 0 &&
    common >= share * Math.min(passage, length) &&
    length <= Math.max(4 * passage, passage + 200)
  )
}

/** Of a Synoptic report: its columns, and its findings, those in front first; by the file names of its sources. */
function answersOf(value) {
  if (!String(value.schema ?? '').startsWith('synoptic/report@'))
    return { rows: [], differences: [], ...value }
  const outletOf = new Map(
    value.articles.map(({ id, source }) => [id, path.basename(source).replace(/\.txt$/u, '')]),
  )
  const rows = [...value.claims, ...value.quotes].map(({ cells }) =>
    Object.entries(cells).flatMap(([id, cell]) =>
      cell.state === 'present'
        ? cell.mentions.map(({ start, end }) => ({ outlet: outletOf.get(id), start, end }))
        : [],
    ),
  )
  const front = value.front ?? []
  const place = ({ id }) => (front.includes(id) ? front.indexOf(id) : front.length)
  const differences = value.findings
    .toSorted((a, b) => place(a) - place(b))
    .map(({ evidence, articles }) => ({
      passages: evidence.map(({ article, start, end }) => ({ outlet: outletOf.get(article), start, end })),
      silent: articles.map((id) => outletOf.get(id)),
    }))
  return { rows, differences }
}

/** On the matter of a memo's difference: with two of its reports, or with one and a silence that it notes, if it notes more than that one. */
function isOn({ passages, silent = [] }, { sides, silent: missing }) {
  const places = (outlet) => sides.flatMap((side) => side[outlet] ?? [])
  const told = new Set(
    passages.flatMap(({ outlet, ...span }) =>
      places(outlet).some((place) => pointsAt(place, span)) ? [outlet] : [],
    ),
  )
  const isAlone = new Set(sides.flatMap((side) => Object.keys(side))).size === 1
  return told.size > 1 || (told.size === 1 && (isAlone || missing.some((outlet) => silent.includes(outlet))))
}

for (const { event, statements, utterances, near, memo } of events) {
  const file = path.join(folder, `${event}.json`)
  if (!existsSync(file)) continue
  total.events++
  const told = [
    ...statements.map(({ passages }) => passages),
    ...utterances.map(({ versions }) =>
      Object.fromEntries(Object.entries(versions).map(([outlet, { passages }]) => [outlet, passages])),
    ),
  ]
  const of = ({ outlet, ...span }) =>
    new Set(
      told.flatMap((one, at) => ((one[outlet] ?? []).some((place) => pointsAt(place, span)) ? [at] : [])),
    )
  const given = answersOf(JSON.parse(readFileSync(file, 'utf8')))
  const rows = given.rows
    .map((row) => row.map((mention) => ({ ...mention, of: of(mention) })))
    .filter((row) => new Set(row.map(({ outlet }) => outlet)).size > 1)
  for (const row of rows) {
    const outlets = [...new Set(row.map(({ outlet }) => outlet))]
    total.rows++
    const isOne = told.some(
      (_, at) =>
        outlets.every((outlet) => row.some((mention) => mention.outlet === outlet && mention.of.has(at))) &&
        3 * row.filter((mention) => mention.of.has(at)).length >= 2 * row.length,
    )
    if (isOne) total.rowsRight++
    row.forEach((a, i) => {
      for (const b of row.slice(i + 1)) {
        if (a.outlet === b.outlet) continue
        total.pairs++
        if ([...a.of].some((at) => b.of.has(at))) total.pairsRight++
      }
    })
  }
  told.forEach((passages, at) => {
    const [all, linked] = at < statements.length ? ['shared', 'linked'] : ['spoken', 'spokenLinked']
    const outlets = Object.keys(passages).filter((outlet) => passages[outlet].length > 0)
    outlets.forEach((a, i) => {
      for (const b of outlets.slice(i + 1)) {
        total[all]++
        const has = (row, outlet) => row.some((mention) => mention.outlet === outlet && mention.of.has(at))
        if (rows.some((row) => has(row, a) && has(row, b))) total[linked]++
      }
    })
  })
  for (const passages of near) {
    const sides = Object.entries(passages)
    if (sides.length < 2) continue
    total.near++
    const at = (row, [outlet, places]) =>
      row.some(
        (mention) => mention.outlet === outlet && places.some((place) => pointsAt(place, mention, 0.5)),
      )
    if (rows.some((row) => sides.every((side) => at(row, side)))) total.nearLinked++
  }
  const first = given.differences.slice(0, mostFirst)
  total.first += first.length
  total.firstNoted += first.filter((one) => memo.some((entry) => isOn(one, entry))).length
  for (const entry of memo) {
    const isHere = (one) => isOn(one, entry)
    total.noted++
    if (given.differences.some(isHere)) total.notedAnywhere++
    if (entry.importance < 3) continue
    total.grave++
    if (first.some(isHere)) total.graveFirst++
  }
}

const line = (name, part, whole) =>
  console.log(
    `${name.padEnd(46)} ${part} of ${whole}${whole > 0 ? ` (${((100 * part) / whole).toFixed(1)} %)` : ''}`,
  )
console.log(`${total.events} of ${events.length} events`)
line('rows that are one statement', total.rowsRight, total.rows)
line('linked pairs of passages that are right', total.pairsRight, total.pairs)
line('pairs of reports sharing a statement, linked', total.linked, total.shared)
line('pairs of reports sharing an utterance, linked', total.spokenLinked, total.spoken)
line('near misses linked', total.nearLinked, total.near)
line('first eight differences that the memo has', total.firstNoted, total.first)
line('the memo’s first lines among the first eight', total.graveFirst, total.grave)
line('the memo’s differences among all', total.notedAnywhere, total.noted)
process.exitCode = total.events === 0 ? 1 : 0
