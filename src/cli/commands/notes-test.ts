/** `synoptic notes test`: a model reads invented events with known answers; how it did is kept, and decides whether it is used. */
import { readFile } from 'node:fs/promises'
import { Report } from '../../model/report.js'
import { keepTest, readReaderConfig } from '../../reader-config.js'
import { isFit, PlantedEvents, scoreInWords, scoreOf, sumOf, type Score } from '../../reader/fitness.js'
import { prepare } from '../../reader/prepare.js'
import { packageFile } from '../../text/data-file.js'
import { sha256 } from '../../text/hash.js'
import { compareCodeUnits } from '../../text/order.js'
import { openReader } from '../../wire.js'
import type { NotesTestOptions } from '../options.js'
import { type ExitCode, exitCodes, UsageError } from '../outcome.js'
import { inWords } from '../reading.js'
import { readSources, withDeps } from '../sources.js'
import type { Terminal } from '../terminal.js'
import { comparedEvent } from './notes.js'

export async function test(options: NotesTestOptions, terminal: Terminal): Promise<ExitCode> {
  // One that fell short before may be tested again.
  const config = readReaderConfig(process.env, { ...options, readerAnyway: true })
  if (config === null)
    throw new UsageError('Name the server and the model to be tested: --reader and --reader-model.')
  const reader = await openReader(config)
  const folder = packageFile('data', 'reader-test')
  const { events } = PlantedEvents.parse(JSON.parse(await readFile(`${folder}/expected.json`, 'utf8')))
  const read = { zone: 'UTC', allowPrivate: false, now: options.now, quiet: true }
  const scores: Score[] = []
  const failed = await withDeps(read, async (deps) => {
    for (const event of events) {
      const named = [...event.planted, ...event.traps].flatMap((sides) => Object.keys(sides))
      const files = [...new Set(named)].filter((name) => name !== 'silent').sort(compareCodeUnits)
      const sources = files.map((name) => `${folder}/${event.name}/${name}`)
      const { articles } = await readSources(sources, read, terminal, deps)
      const json = articles.map((article) => article.json)
      const compared = await comparedEvent(event.name, json, 'UTC', deps)
      const outcome = await reader.read(prepare(Report.parse(JSON.parse(compared.json))), {
        at: (options.now === undefined ? new Date() : new Date(options.now)).toISOString(),
      })
      if (outcome.state === 'failed') return outcome.reason
      const notes = { notes: outcome.notes, sha256: sha256(JSON.stringify(outcome.notes)) }
      const report = Report.parse(
        JSON.parse((await comparedEvent(event.name, json, 'UTC', deps, notes)).json),
      )
      const checks = [...(report.notes?.taken ?? []), ...(report.notes?.refused ?? [])].flatMap(
        (one) => one.checks ?? [],
      )
      const foreign = checks.filter(
        ({ check, outcome: became }) => check === 'words' && became === 'failed',
      ).length
      const score = scoreOf(event, outcome.notes.differences, foreign)
      scores.push(score)
      await terminal.out(
        `${event.name}: ${score.found} of ${score.planted} found, ${score.wrong} wrong; ${inWords(outcome.usage)}\n`,
      )
    }
    return null
  })
  if (failed !== null) {
    terminal.warn(`error: ${reader.model} could not be tested: ${failed}`)
    return exitCodes.failed
  }
  const score = sumOf(scores)
  keepTest(config, { passed: isFit(score), words: scoreInWords(score) }, process.env)
  await terminal.out(`${reader.model}: ${scoreInWords(score)}.\n`)
  return isFit(score) ? exitCodes.complete : exitCodes.nothingComparable
}
