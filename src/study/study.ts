/**
 * A study: from the reports of many events to pooled tables, rates, a page across events and a method note.
 *
 * In:    where each event's report is read, one at a time, sorted by the event's name; what the user chose.
 * Out:   the Study, and files that grow as events are read: memory holds counts, and no report beyond the one at hand.
 * Never: counts one event twice, or a report that could not be read as one that lacks something; looks better than what it counts.
 */
import { createHash } from 'node:crypto'
import { Study } from '../model/study.js'
import { writeCsv, type Table } from '../editions/tables/table.js'
import { resourceOf, tableSection } from '../editions/tables/tables.js'
import { writeJson } from '../report/json.js'
import { kept } from '../text/grouped.js'
import { sha256 } from '../text/hash.js'
import { compareCodeUnits } from '../text/order.js'
import { caseChoices, caseHead, caseMarkup, casesFile, mostCases } from './cases.js'
import type { StudyCodes } from './codes.js'
import { EventLines, sumsOf, type Choice, type EventLine } from './event-lines.js'
import type { Judged } from './intervals.js'
import {
  actorMeasures,
  measures as allMeasures,
  type ChosenActor,
  type Measure,
  type Unit,
} from './measures.js'
import { methodNote } from './method-note.js'
import { choiceFile, studyPage } from './page.js'
import { differencesOf, fewest, ratesOf, Tally } from './rates.js'
import { readEvent, type ReadEvent } from './reading.js'
import { pooledTables, resultTables, type OutletVariables } from './tables.js'

export type EventSource = {
  readonly event: string
  readonly folder: string | null
  readonly read: () => Promise<string>
}

export type StudyOptions = {
  readonly version: string
  readonly actors: readonly ChosenActor[]
  readonly variables: OutletVariables
  /** What people judged, by cell: the column's id, a blank, the article's. */
  readonly audit: ReadonlyMap<string, 'right' | 'wrong'>
  readonly codes: StudyCodes
  readonly leftOut: Study['leftOut']
}

/** Files of the study's folder, written from their beginning to their end. */
export type StudyFiles = { readonly append: (name: string, text: string) => Promise<void> }

export async function makeStudy(
  sources: readonly EventSource[],
  options: StudyOptions,
  files: StudyFiles,
): Promise<Study> {
  const measures = [...allMeasures, ...actorMeasures(options.actors), ...options.codes.measures]
  const pooled = [...pooledTables(options.variables), ...options.codes.tables].map((table) =>
    growing(table, files),
  )
  const cases = casePages(files)
  const tally = new Tally()
  const audited = auditedBy(options.audit)
  const lines = new EventLines()
  const outletNames = new Map<string, string>()
  const leftOut = [...options.leftOut]
  const seen = new Map<string, string>()
  const versions = new Set<string>()

  let next = sources[0]?.read()
  for (const [index, { event: name, folder }] of sources.entries()) {
    const text = (await next) ?? ''
    next = sources[index + 1]?.read()
    const read = readEvent(text, name, folder, outletNames)
    if (!read.ok) {
      leftOut.push({ event: name, reason: `its report.json cannot be used: ${read.trouble}` })
      continue
    }
    const { event } = read
    const texts = textsOf(event)
    const before = seen.get(texts)
    if (before !== undefined) {
      leftOut.push({ event: name, reason: `it has the same reports as ${before}` })
      continue
    }
    seen.set(texts, name)
    versions.add(event.version)
    const line = lines.add(event)
    for (const table of pooled) await table.add(event)
    for (const measure of measures)
      for (const unit of measure.units(event)) {
        tally.add(measure, name, unit)
        audited.add(measure, unit)
        await cases.add(measure, line, unit)
      }
  }

  const study: Study = {
    schema: 'synoptic/study@1',
    generator: { name: 'synoptic', version: options.version },
    reportsBy: [...versions].sort(compareCodeUnits),
    ...sumsOf(lines.all),
    leftOut: leftOut.sort((a, b) => compareCodeUnits(a.event, b.event)),
    fewest,
    measures: measures.map(({ id, says, of, group, detector }) => ({ id, says, of, group, ...detector })),
    rates: ratesOf(
      measures,
      tally,
      (measure, outlet) => audited.of(measure, outlet) ?? options.codes.judged(measure, outlet),
    ),
    differences: differencesOf(measures, tally),
  }
  const results = resultTables(options.variables).map((table) => growing(table, files))
  for (const table of results) await table.add(study)
  const tables = [...pooled, ...results]
  await files.append('study.json', `${writeJson(Study, study)}\n`)
  await files.append('method.md', methodNote(study, measures))
  await files.append('codebook.md', codebook(study, tables))
  await files.append('datapackage.json', dataPackage(study, tables))
  const choices = lines.choices()
  await cases.finish(choices)
  const shared = { measures, choices, cases: cases.counts, tables: tables.map(({ table }) => table.name) }
  await files.append('index.html', studyPage({ ...shared, study, lines: lines.all, at: null }))
  for (const at of choices) {
    const events = new Set(at.lines.map((line) => line.event))
    const rates = ratesOf(measures, tally, () => null, events)
    const some: Study = { ...study, ...sumsOf(at.lines), rates, differences: [] }
    await files.append(choiceFile(at), studyPage({ ...shared, study: some, lines: at.lines, at }))
  }
  return study
}

/** Two events of the same reports are one. */
function textsOf({ articles }: ReadEvent): string {
  return sha256(
    articles
      .map(({ article }) => article.id)
      .sort(compareCodeUnits)
      .join(' '),
  )
}

type GrowingTable<In> = ReturnType<typeof growing<In>>

function growing<In>(table: Table<In>, files: StudyFiles) {
  const hash = createHash('sha256')
  let [bytes, rows] = [0, 0]
  return {
    table,
    rows: () => rows,
    resource: () => resourceOf(table, { bytes, sha256: hash.copy().digest('hex') }),
    async add(value: In): Promise<void> {
      const { csv, count } = table.body(value)
      const names = table.columns.map((column) => column.name)
      const text = (bytes === 0 ? writeCsv(names, []) : '') + csv
      rows += count
      hash.update(text)
      bytes += Buffer.byteLength(text)
      await files.append(`${table.name}.csv`, text)
    },
  }
}

type WrittenTable = GrowingTable<ReadEvent> | GrowingTable<Study>

/** What an audit found of the cells of each measure and outlet. */
function auditedBy(answers: StudyOptions['audit']) {
  const all = new Map<string, Record<keyof Judged, { right: number; of: number }>>()
  return {
    add({ id }: Measure, { cell, article, state }: Unit): void {
      const answer = cell === undefined ? undefined : answers.get(cell)
      if (answer === undefined || state === 'unknown') return
      const judged = kept(all, `${id} ${article.outlet}`, () => ({
        cases: { right: 0, of: 0 },
        others: { right: 0, of: 0 },
      }))
      const side = state === 'no' ? judged.others : judged.cases
      side.of++
      if (answer === 'right') side.right++
    },
    of: (measure: string, outlet: string): Judged | null => all.get(`${measure} ${outlet}`) ?? null,
  }
}

/** Pages of cases, one for each rate, and how many cases each has. */
function casePages(files: StudyFiles) {
  const last = new Map<string, string>()
  const counts = new Map<string, number>()
  return {
    counts,
    async add(measure: Measure, event: EventLine, unit: Unit): Promise<void> {
      if (typeof unit.state !== 'object') return
      const name = casesFile(measure, unit.state.is, unit.article.outlet)
      const count = (counts.get(name) ?? 0) + 1
      counts.set(name, count)
      if (count > mostCases + 1) return
      const isNew = last.get(name) !== event.event
      last.set(name, event.event)
      const head = count === 1 ? caseHead(measure, unit.state.is, unit.article.outlet) : ''
      await files.append(name, head + caseMarkup(event, unit, isNew, count))
    },
    /** What is chosen on the page across events is chosen here too. */
    async finish(choices: readonly Choice[]): Promise<void> {
      for (const name of counts.keys()) await files.append(name, caseChoices(choices))
    },
  }
}

function codebook(study: Study, tables: readonly WrittenTable[]): string {
  return `${[
    `# Codebook`,
    `Tables of a study of ${study.events} events, made by synoptic ${study.generator.version}. What is counted and how: method.md.`,
    `- CSV: RFC 4180, UTF-8 without a byte order mark, CRLF. An empty cell means “does not apply”, or that it is not known. One row a thing; no cell
  holds a list. Text that a spreadsheet would take for a formula has an apostrophe in front.
- \`start\` and \`end\` are half-open and count UTF-16 code units in the text of the report (\`articles[].text\` of the event's report.json).
- \`absent\` means searched and not found; \`unknown\` means that it could not be told. Neither may be counted as the other.`,
    ...tables.map(({ table, rows }) => tableSection(`${table.name}.csv`, table, rows())),
  ].join('\n\n')}\n`
}

function dataPackage(study: Study, tables: readonly WrittenTable[]): string {
  const resources = tables.map((table) => table.resource())
  const made = {
    profile: 'tabular-data-package',
    name: `synoptic-study-${sha256(resources.map(({ hash }) => hash).join(' ')).slice(0, 12)}`,
    title: `A study of ${study.events} events`,
    description: `Pooled tables and rates, made by synoptic ${study.generator.version}. See codebook.md and method.md.`,
    resources,
  }
  return `${JSON.stringify(made, null, 2)}\n`
}
