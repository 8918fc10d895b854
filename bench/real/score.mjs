/**
 * Scores what a system links over the events of the benchmark.
 *
 * node bench/real/score.mjs <folder of answers>
 *
 * In:    <event>.json for each event: {"rows": [[{"outlet", "start", "end"}, …], …]}, a row being what the system holds for one
 *        statement or utterance, in half-open offsets of UTF-16 code units; or a report of Synoptic (synoptic/report@1).
 * Out:   of rows over two reports or more, those that are one statement; of pairs of passages they link, those that are right;
 *        of pairs of reports that share a statement, those linked; rows that link a near miss.
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
  near: 0,
  nearLinked: 0,
}

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

/** Rows of a Synoptic report: its columns, by the file names of its sources. */
function rowsOf(value) {
  if (!String(value.schema ?? '').startsWith('synoptic/report@')) return value.rows
  const outletOf = new Map(
    value.articles.map(({ id, source }) => [id, path.basename(source).replace(/\.txt$/u, '')]),
  )
  return [...value.claims, ...value.quotes].map(({ cells }) =>
    Object.entries(cells).flatMap(([id, cell]) =>
      cell.state === 'present'
        ? cell.mentions.map(({ start, end }) => ({ outlet: outletOf.get(id), start, end }))
        : [],
    ),
  )
}

for (const { event, statements, utterances, near } of events) {
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
  const rows = rowsOf(JSON.parse(readFileSync(file, 'utf8')))
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
  statements.forEach(({ passages }, at) => {
    const outlets = Object.keys(passages).filter((outlet) => passages[outlet].length > 0)
    outlets.forEach((a, i) => {
      for (const b of outlets.slice(i + 1)) {
        total.shared++
        const has = (row, outlet) => row.some((mention) => mention.outlet === outlet && mention.of.has(at))
        if (rows.some((row) => has(row, a) && has(row, b))) total.linked++
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
}

const line = (name, part, whole) =>
  console.log(
    `${name.padEnd(46)} ${part} of ${whole}${whole > 0 ? ` (${((100 * part) / whole).toFixed(1)} %)` : ''}`,
  )
console.log(`${total.events} of ${events.length} events`)
line('rows that are one statement', total.rowsRight, total.rows)
line('linked pairs of passages that are right', total.pairsRight, total.pairs)
line('pairs of reports sharing a statement, linked', total.linked, total.shared)
line('near misses linked', total.nearLinked, total.near)
process.exitCode = total.events === 0 ? 1 : 0
