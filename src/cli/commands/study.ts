/** `synoptic study`: the reports of finished batches to pooled tables, rates and a page across events. */
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { csvRecords, type CsvRow } from '../../batch-manifest.js'
import { readSheet } from '../../editions/audit/score.js'
import { version } from '../../generator.js'
import { AuditKey } from '../../model/audit.js'
import { CodingScore } from '../../model/codebook.js'
import { Study } from '../../model/study.js'
import { writeJson } from '../../report/json.js'
import { noCodes, studyCodes, type StudyCodes } from '../../study/codes.js'
import { chosenActor } from '../../study/measures.js'
import { makeStudy, type EventSource, type StudyOptions } from '../../study/study.js'
import { count } from '../../print/words.js'
import { withInterval } from '../../study/words.js'
import { fold } from '../../text/fold.js'
import { grouped } from '../../text/grouped.js'
import { compareCodeUnits } from '../../text/order.js'
import { readResults } from '../batch/folder.js'
import { drafts, isFile, isThere, makeFolder, readJson, readUserFile } from '../files.js'
import type { Run, StudyChoices, studyOptions } from '../options.js'
import { openCodebook, openProjects } from './code.js'
import { exitCodes, UsageError } from '../outcome.js'

export const study: Run<typeof studyOptions> = async (batches, options, terminal) => {
  const { sources, leftOut } = await eventsOf(batches, options.out)
  const variables = await variablesIn(options.outlets)
  const audit = await auditIn(options.audit)
  const codes = await codesIn(options)
  const actors = actorsIn(options.actor)
  await makeFolder(options.out)
  const files = drafts(options.out)
  const started = performance.now()
  let done = 0
  const counted = sources.map((source) => ({
    ...source,
    read: () => {
      const seconds = Math.round((performance.now() - started) / 1000)
      terminal.progress(`${done++} of ${sources.length} events, ${seconds} s`)
      return source.read()
    },
  }))
  const made = await makeStudy(counted, { version, actors, variables, audit, codes, leftOut }, files)
  await files.finish()
  for (const { event, reason } of made.leftOut) terminal.warn(`warning: ${event} is left out: ${reason}.`)
  const troubles = codes.troubles()
  for (const trouble of troubles) terminal.warn(`warning: ${trouble}`)
  await terminal.out(options.json ? `${writeJson(Study, made)}\n` : summary(made, options.out))
  if (made.events === 0) return exitCodes.nothingComparable
  return made.leftOut.length + troubles.length > 0 ? exitCodes.partial : exitCodes.complete
}

type Found = {
  readonly batch: string
  readonly id: string
  readonly file: string | null
  readonly reason: string | null
}

async function eventsOf(batches: readonly string[], out: string) {
  const found: Found[] = []
  for (const batch of new Set(batches.map((name) => path.resolve(name))))
    found.push(...(await eventsIn(batch)))
  const all = grouped(found, ({ id }) => [id])
  const named = found.map((one) => {
    const isAlone = all.get(one.id)?.length === 1
    return { ...one, event: isAlone ? one.id : `${path.basename(one.batch)}/${one.id}` }
  })
  named.sort((a, b) => compareCodeUnits(a.event, b.event))
  const twice = named.find(({ event }, index) => named[index + 1]?.event === event)
  if (twice)
    throw new UsageError(
      `Two batch folders of the same name have the event ${twice.event}; rename one of the folders.`,
    )
  const leftOut = named.flatMap(({ event, reason }) => (reason === null ? [] : [{ event, reason }]))
  const sources = await Promise.all(
    named.flatMap(({ event, file }) => (file === null ? [] : [sourceOf(event, file, out)])),
  )
  return { sources, leftOut }
}

async function sourceOf(event: string, file: string, out: string): Promise<EventSource> {
  const folder = path.dirname(file)
  const page = await isThere(path.join(folder, 'report.html'))
  const from = path.relative(path.resolve(out), folder).split(path.sep).map(encodeURIComponent).join('/')
  return { event, folder: page ? from : null, read: () => readUserFile(file) }
}

/** What results.jsonl names; without one, every folder with a report.json. */
async function eventsIn(batch: string): Promise<readonly Found[]> {
  const names = await readdir(batch).catch(() => {
    throw new UsageError(`${batch} is no folder; give folders that synoptic batch wrote.`)
  })
  const at = (id: string, folder: string): Found => {
    return { batch, id, file: path.join(batch, folder, 'report.json'), reason: null }
  }
  if (names.includes('results.jsonl')) {
    const results = await readResults(path.join(batch, 'results.jsonl'))
    return [...results.values()].map(({ id, folder, state, reasons }) => {
      if (folder !== null && (state === 'complete' || state === 'partial')) return at(id, folder)
      const failed = `it failed: ${reasons.join(' ')}`
      const reason = state === 'failed' ? failed : 'nothing in it could be compared'
      return { batch, id, file: null, reason }
    })
  }
  const found: Found[] = []
  for (const name of names)
    if (await isFile(path.join(batch, name, 'report.json'))) found.push(at(name, name))
  if (found.length === 0)
    throw new UsageError(`${batch} holds no reports; give folders that synoptic batch wrote.`)
  return found
}

async function variablesIn(file: string | undefined): Promise<StudyOptions['variables']> {
  if (file === undefined) return { names: [], of: () => undefined }
  const known = new Map<string, CsvRow['cells']>()
  for await (const { cells } of csvRecords(file, await readUserFile(file), ['outlet'], { whole: true })) {
    const name = fold(cells['outlet'] ?? '')
    if (known.has(name)) throw new UsageError(`${file} names an outlet twice.`)
    known.set(name, cells)
  }
  const [first] = known.values()
  if (!first) throw new UsageError(`${file} needs the column outlet, and a row for each outlet.`)
  return {
    names: Object.keys(first).filter((name) => name !== 'outlet'),
    of: (outlet) => known.get(fold(outlet)),
  }
}

function actorsIn(typed: readonly string[]): StudyOptions['actors'] {
  const actors = typed.map(chosenActor)
  for (const [id, same] of grouped(actors, (actor) => [actor.id])) {
    if (id === '') throw new UsageError('--actor needs a name.')
    if (same.length > 1)
      throw new UsageError(
        `--actor names ${same[0]?.name ?? ''} twice; give other names behind =, as name=other name.`,
      )
  }
  return actors
}

async function codesIn({ codebook, codings, codingScore }: StudyChoices): Promise<StudyCodes> {
  if (codebook === undefined) {
    if (codings.length === 0 && codingScore === undefined) return noCodes
    throw new UsageError('--codings and --coding-score go with --codebook <file>.')
  }
  const codes = await openCodebook(codebook)
  const what = 'what audit --score --json printed (synoptic/coding-score@1)'
  const score = codingScore === undefined ? null : await readJson(codingScore, CodingScore, what)
  return studyCodes(codes, await openProjects(codings, codes), score)
}

async function auditIn(folder: string | undefined): Promise<StudyOptions['audit']> {
  if (folder === undefined) return new Map()
  const what = 'the key of an audit (synoptic/audit-key@1)'
  const key = await readJson(path.join(folder, 'audit-key.json'), AuditKey, what)
  const file = path.join(folder, 'audit-sheet.csv')
  const sheet = readSheet(await readUserFile(file), key)
  if (!sheet.ok) throw new UsageError(`${file} cannot be used: ${sheet.problem}.`)
  return new Map(
    key.items.flatMap(({ item, stratum, target }) => {
      const answer = sheet.answers.get(item)
      if (answer === undefined || answer === 'cannot-tell') return []
      if (stratum !== 'claim cell absent' && stratum !== 'claim cell present') return []
      const right = stratum === 'claim cell absent' ? 'no' : 'yes'
      return [[target.join(' '), answer === right ? 'right' : 'wrong'] as const]
    }),
  )
}

function summary(made: Study, out: string): string {
  const lacks = made.rates.filter(({ measure, rate }) => measure === 'lacks' && rate !== null)
  return [
    `${made.events} events, ${made.reports} reports of ${made.outlets.length} outlets; ${count(made.leftOut.length, 'event')} left out.`,
    ...(lacks.length === 0
      ? []
      : [
          'Does not say what most others tell, of what it could be searched for (uncorrected unless said):',
          ...lacks.map(({ outlet, rate, interval, corrected }) => {
            const words = rate === null || interval === null ? '' : withInterval(rate, interval)
            return `  ${outlet}: ${words}${corrected ? `; corrected ${withInterval(corrected.rate, corrected.interval)}` : ''}`
          }),
        ]),
    `Page: ${path.join(out, 'index.html')}`,
    '',
  ].join('\n')
}
