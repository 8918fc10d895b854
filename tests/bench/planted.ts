/**
 * npm run bench:planted -- <folder> [events]: do a study's intervals hold, and does it report differences that are not there?
 *
 * 300 invented events with planted tendencies (tests/study/planted.ts) go through the built program, batch and study; what is there
 * already is not done again. 100 of them are drawn 200 times. Out: the rates of all, how often the intervals of the drawn held them, and
 * how often a difference was reported between outlets for which none was planted.
 */
import path from 'node:path'
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { draws } from '../../src/editions/statistics.js'
import { measures, type Unit } from '../../src/study/measures.js'
import { differencesOf, level, ratesOf, Tally } from '../../src/study/rates.js'
import { readEvent } from '../../src/study/reading.js'
import { countsOf, grouped } from '../../src/text/grouped.js'
import { itemAt } from '../../src/text/item-at.js'
import { root } from '../support/event.js'
import { batchFiles, plantedEvent, plantedOutlets } from '../study/planted.js'

const [folder = '', number = '300'] = process.argv.slice(2)
if (folder === '') throw new Error('npm run bench:planted -- <folder> [events]')
const [rounds, drawn] = [200, 100]
const planted = Array.from({ length: Number(number) }, (_, event) => plantedEvent(event))
for (const { name, content } of batchFiles(planted)) {
  mkdirSync(path.join(folder, 'in', path.dirname(name)), { recursive: true })
  writeFileSync(path.join(folder, 'in', name), content)
}
const program = (...args: readonly string[]): void => {
  const { status } = spawnSync('node', [path.join(root, 'dist/src/cli/main.js'), ...args], {
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error(`synoptic ${args.join(' ')} ended with ${status}`)
}
const [input, reports] = [path.join(folder, 'in/events.csv'), path.join(folder, 'reports')]
program('batch', input, '--out', reports, '--now', '2026-01-01T00:00:00Z')
program('study', reports, '--out', path.join(folder, 'study'))

type Counted = readonly { readonly measure: (typeof measures)[number]; readonly unit: Unit }[]
const names = new Map<string, string>()
const events = planted.map(({ id }): Counted => {
  const read = readEvent(readFileSync(path.join(reports, id, 'report.json'), 'utf8'), id, null, names)
  if (!read.ok) throw new Error(`${id}: ${read.trouble}`)
  return measures.flatMap((measure) => [...measure.units(read.event)].map((unit) => ({ measure, unit })))
})
const tallyOf = (sample: readonly Counted[], outlets: ReadonlySet<string>): Tally => {
  const tally = new Tally()
  for (const [at, event] of sample.entries())
    for (const { measure, unit } of event)
      if (outlets.has(unit.article.outlet)) tally.add(measure, `${at}`, unit)
  return tally
}
const all = new Set(plantedOutlets.map(({ name }) => name))
const print = (...lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`)

const truths = ratesOf(measures, tallyOf(events, all), () => null)
const title = (one: { readonly measure: string; readonly category: string }): string =>
  one.category === 'yes' ? one.measure : `${one.measure} ${one.category}`
print('', `Rates of all ${events.length} events`)
for (const [what, same] of grouped(truths, (rate) => [title(rate)]))
  print(`${what.padEnd(24)}${same.map(({ rate }) => ((rate ?? 0) * 100).toFixed(1).padStart(7)).join('')}`)

const next = draws('planted')
const drawnAgain = (): readonly Counted[] =>
  Array.from({ length: drawn }, () => itemAt(events, Math.floor(next() * events.length)))
const held = new Map(truths.map((truth) => [truth, { in: 0, of: 0 }]))
for (let round = 0; round < rounds; round++) {
  const rates = ratesOf(measures, tallyOf(drawnAgain(), all), () => null)
  for (const [{ measure, category, outlet, rate }, count] of held) {
    const found = rates.find(
      (one) => one.measure === measure && one.category === category && one.outlet === outlet,
    )
    if (rate === null || rate === 0 || rate === 1 || !found?.interval) continue
    count.of++
    if (found.interval.low <= rate && rate <= found.interval.high) count.in++
  }
}
print(
  '',
  `Intervals of ${drawn} events, drawn ${rounds} times, that held the rate of all: least and mean of outlets`,
)
for (const [what, same] of grouped(held, ([truth]) => [title(truth)])) {
  const shares = same.flatMap(([, { in: hits, of }]) => (of === 0 ? [] : [(100 * hits) / of]))
  if (shares.length > 0)
    print(
      `${what.padEnd(24)}${Math.min(...shares).toFixed(1)}  ${(shares.reduce((a, b) => a + b) / shares.length).toFixed(1)}`,
    )
}

/** Nothing is planted for the last three; when each comes is, by its place. */
const alike = new Set([...all].slice(2))
const untimed = measures.filter(({ id }) => id !== 'first')
/** Of the events each once: drawn anew, events that stand twice would make differences. */
const someOf = (): readonly Counted[] => {
  const left = [...events]
  return Array.from({ length: drawn }, () => itemAt(left.splice(Math.floor(next() * left.length), 1), 0))
}
const reported: string[] = []
let [studies, small, looked, falseShare, found] = [0, 0, 0, 0, 0]
for (let round = 0; round < rounds; round++) {
  const sample = someOf()
  const three = differencesOf(untimed, tallyOf(sample, alike))
  const standing = three.filter(({ q }) => q <= level)
  if (standing.length > 0) studies++
  reported.push(...standing.map(title))
  small += three.filter(({ p }) => p <= level).length
  looked += three.length
  const five = differencesOf(untimed, tallyOf(sample, all)).filter(({ q }) => q <= level)
  falseShare += five.filter(({ a, b }) => alike.has(a) && alike.has(b)).length / Math.max(1, five.length)
  found += five.length
}
const percent = (value: number, of: number): string => `${((100 * value) / of).toFixed(1)} %`
print(
  '',
  `Three outlets without planted differences, ${drawn} events: a difference reported in ${studies} of ${rounds} studies ${JSON.stringify(Object.fromEntries(countsOf(reported)))};`,
  `of ${looked} differences ${percent(small, looked)} have p at most ${level}.`,
  `All five outlets: ${(found / rounds).toFixed(1)} differences reported, of which ${percent(falseShare, rounds)} between those three.`,
)
