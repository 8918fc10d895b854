/**
 * `synoptic notes`: a second reader by way of files. `requests` prints what is to be asked, as lines of a batch; `read`
 * makes notes of the answers; `check` says of anybody's notes, line by line, what the texts do not bear out.
 */
import path from 'node:path'
import { z } from 'zod'
import { isManifest, parseManifest } from '../../batch-manifest.js'
import { generatorOf } from '../../generator.js'
import { CheckedNotes, type NoteCheck, type Notes } from '../../model/notes.js'
import { Report } from '../../model/report.js'
import { compareEvent, expandSources, readSource, type Deps } from '../../pool/pooled.js'
import { readerLimits, keepTest, readReaderConfig } from '../../reader-config.js'
import { ChatBody } from '../../ports/reader.js'
import { notesOf, readAnswer } from '../../reader/answers.js'
import { prepare } from '../../reader/prepare.js'
import { keyOf, requestsFor, shownIn } from '../../reader/requests.js'
import { jsonOf } from '../../text/parsed.js'
import { plainText } from '../../text/plain-text.js'
import { expandItem, folderOf } from '../batch/event.js'
import { folderNameFor, makeFolder, readNotes, readUserFile, writeFolder } from '../files.js'
import type {
  Run,
  notesCheckOptions,
  notesReadOptions,
  notesRequestsOptions,
  notesTestOptions,
} from '../options.js'
import { exitCodeOf, exitCodes, UsageError } from '../outcome.js'
import { readSources, withDeps } from '../sources.js'
import type { Terminal } from '../terminal.js'
import { readFile } from 'node:fs/promises'
import { isFit, PlantedEvents, scoreInWords, scoreOf, sumOf, type Score } from '../../reader/fitness.js'
import { packageFile } from '../../text/data-file.js'
import { sha256 } from '../../text/hash.js'
import { compareCodeUnits } from '../../text/order.js'
import { openReader } from '../../wire.js'
import { inWords } from '../reading.js'

export const requests: Run<typeof notesRequestsOptions> = async (names, options, terminal) => {
  const limits = readerLimits(process.env, options)
  let printed = 0
  const leave = async (
    id: string,
    title: string | null,
    json: readonly string[],
    deps: Deps,
  ): Promise<void> => {
    const compared = await comparedEvent(title, json, options.zone, deps)
    const lines = requestsFor(prepare(Report.parse(JSON.parse(compared.json))), limits).map(
      ({ body }, at) => {
        const line = { custom_id: `${id}.${at + 1}`, method: 'POST', url: '/v1/chat/completions', body }
        return `${JSON.stringify(line)}\n`
      },
    )
    if (compared.summary.nothingComparable) terminal.warn(`warning: ${id}: there is nothing to compare.`)
    else printed += lines.length
    await terminal.out(compared.summary.nothingComparable ? '' : lines.join(''))
  }
  await withDeps(options, async (deps) => {
    const [only = ''] = names
    if (names.length > 1 || !isManifest(only)) {
      const { title, articles } = await readSources(names, options, terminal, deps)
      const id = folderNameFor(options.title ?? title ?? 'event').replace(/-report$/u, '')
      await leave(
        id,
        title,
        articles.map(({ json }) => json),
        deps,
      )
      return
    }
    for (const entry of await parseManifest(only, await readUserFile(only))) {
      if (!entry.ok) {
        terminal.warn(`error: ${entry.message}`)
        continue
      }
      const { item } = entry
      const { title, sources } = await expandItem(item, path.dirname(only), (all) => expandSources(all, deps))
      const json: string[] = []
      for (const source of sources) json.push((await readSource(source, deps, options)).json)
      await leave(folderOf(item), item.title ?? title, json, deps)
    }
  })
  return printed > 0 ? exitCodes.complete : exitCodes.nothingComparable
}

function comparedEvent(
  title: string | null,
  articles: readonly string[],
  zone: string,
  deps: Deps,
  notes: Parameters<typeof compareEvent>[0]['notes'] = null,
): ReturnType<typeof compareEvent> {
  const generator = generatorOf({ zone, text: true })
  const given = articles.map((json) => ({ json, source: null }))
  return compareEvent({ title, articles: given, issues: [], generator, reference: null, notes }, deps)
}

const RequestLine = z.object({ custom_id: z.string().regex(/^.{1,200}\.\d{1,6}$/u), body: ChatBody })
const AnswerLine = z.object({
  custom_id: z.string(),
  response: z
    .object({
      status_code: z.int().optional(),
      body: z.object({
        model: z.string().optional(),
        choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
      }),
    })
    .nullish(),
  error: z.unknown().optional(),
})

/** Answers in the order in which they stand, whatever that is, to the requests that they name. */
export const read: Run<typeof notesReadOptions> = async (
  [answers = ''],
  { requests: given, out, now },
  terminal,
) => {
  const asked = given ?? path.join(path.dirname(answers), 'requests.jsonl')
  const trouble = { lines: 0 }
  const bad = (file: string, line: number, why: string): void => {
    trouble.lines++
    terminal.warn(`error: ${file}, line ${line}: ${why}.`)
  }
  const events = new Map<string, z.infer<typeof RequestLine>[]>()
  for (const { line, value } of await linesOf(asked, bad)) {
    const parsed = RequestLine.safeParse(value)
    if (!parsed.success) bad(asked, line, 'it is no request that synoptic notes requests printed')
    else events.set(eventOf(parsed.data), [...(events.get(eventOf(parsed.data)) ?? []), parsed.data])
  }
  if (events.size === 0)
    throw new UsageError(`${asked} holds no requests; name the file that was answered with --requests.`)
  const shown = new Map([...events].map(([event, lines]) => [event, shownIn(lines.map(({ body }) => body))]))
  const found = new Map<string, Extract<ReturnType<typeof readAnswer>, { ok: true }>[]>()
  for (const { line, value } of await linesOf(answers, bad)) {
    const parsed = AnswerLine.safeParse(value)
    if (!parsed.success) {
      bad(answers, line, 'it is no answer of a batch (custom_id, response)')
      continue
    }
    const { custom_id: id, response } = parsed.data
    const event = eventOf(parsed.data)
    const at = events.get(event)?.findIndex((request) => request.custom_id === id) ?? -1
    const { reading, requests: all = [] } = shown.get(event) ?? {}
    const request = all[at]
    if (!reading || !request) bad(answers, line, `nothing of the name ${plainText(id)} was asked`)
    else if (!response || (response.status_code ?? 200) !== 200) bad(answers, line, `${id} was not answered`)
    else {
      const answer = readAnswer(request, response.body.choices[0]?.message.content ?? '', reading)
      if (!answer.ok) bad(answers, line, `the answer to ${id} ${answer.why}`)
      else {
        if (answer.passedOver > 0)
          bad(answers, line, `${answer.passedOver} of its notes are not in the form, or name no sentence`)
        const parts = found.get(event) ?? []
        parts[at] = answer
        found.set(event, parts)
      }
    }
  }
  for (const [event, parts] of found) {
    const { requests: all = [] } = shown.get(event) ?? {}
    const name = all[0]?.body.model ?? 'a reader'
    const key = { key: keyOf(all) }
    const reader = { name, at: (now === undefined ? new Date() : new Date(now)).toISOString(), ...key }
    await leaveNotes(event, notesOf(reader, parts.filter(Boolean)), out, found.size, terminal)
  }
  if (found.size === 0) return exitCodes.nothingComparable
  return trouble.lines > 0 || found.size < events.size ? exitCodes.partial : exitCodes.complete
}

async function leaveNotes(
  event: string,
  notes: Notes,
  out: string | undefined,
  all: number,
  terminal: Terminal,
): Promise<void> {
  const content = `${JSON.stringify(notes, null, 1)}\n`
  if (out === undefined && all > 1)
    throw new UsageError(`These are notes on ${all} events: name a folder for them with --out.`)
  if (out === undefined) {
    await terminal.out(content)
    return
  }
  const folder = path.join(out, event)
  await makeFolder(folder)
  await writeFolder(folder, [{ name: 'notes.json', content }], terminal)
  const { differences, pairs } = notes
  await terminal.out(
    `${path.join(folder, 'notes.json')}: ${differences.length} differences, ${pairs.length} pairs\n`,
  )
}

function eventOf({ custom_id: id }: { readonly custom_id: string }): string {
  const event = id.replace(/\.\d{1,6}$/u, '')
  // It becomes the name of a folder, and comes from a file.
  return /^[\p{L}\p{N}_-]{1,120}$/u.test(event) ? event : ''
}

async function linesOf(
  file: string,
  bad: (file: string, line: number, why: string) => void,
): Promise<readonly { readonly line: number; readonly value: unknown }[]> {
  const lines = (await readUserFile(file)).split('\n')
  return lines.flatMap((text, at) => {
    if (text.trim() === '') return []
    const value = jsonOf(text)
    if (value !== undefined) return [{ line: at + 1, value }]
    bad(file, at + 1, 'it is no JSON')
    return []
  })
}

export const check: Run<typeof notesCheckOptions> = async ([file = '', ...names], options, terminal) => {
  return withDeps(options, async (deps) => {
    const { input } = await readNotes({ name: file, location: file }, deps)
    const { title, articles } = await readSources(names, options, terminal, deps)
    const json = articles.map((article) => article.json)
    const compared = await comparedEvent(title, json, options.zone, deps, input)
    const { notes: checked } = Report.parse(JSON.parse(compared.json))
    if (!checked) throw new Error('the notes were not checked')
    await terminal.out(options.json ? `${JSON.stringify(checked)}\n` : inLines(checked, input.notes))
    if (compared.summary.nothingComparable || !compared.summary.complete) return exitCodeOf(compared.summary)
    const isAllSo = checked.refused.length === 0 && checked.taken.every(({ checks }) => checks.every(isHeld))
    return isAllSo ? exitCodes.complete : exitCodes.nothingComparable
  })
}

/** That words are printed with their sentence says nothing against a note. */
const isHeld = ({ check: name, outcome }: NoteCheck): boolean =>
  outcome === 'held' || (name === 'understood-alone' && outcome === 'mended')

const outcomes: Readonly<Record<CheckedNotes['taken'][number]['outcome'], string>> = {
  printed: 'holds',
  mended: 'holds, mended',
  'told-differently': 'told differently',
  'cannot-tell': 'cannot tell',
}

/** What each check asks, for a line on one that did not hold. */
const asks: Readonly<Record<NoteCheck['check'], string>> = {
  source: 'source',
  words: 'words',
  'understood-alone': 'words understood alone',
  credit: 'who says it',
  'every-report': 'every report on a side',
  silence: 'silence',
  'same-matter': 'same matter',
  contradiction: 'contradiction',
  quotation: 'quotation',
  time: 'time',
  question: 'question',
  pair: 'pair',
}

function inLines({ taken, refused }: CheckedNotes, notes: Notes): string {
  type Became = { readonly what: string; readonly checks: readonly NoteCheck[] }
  const became = new Map<number | string, Became>()
  for (const { note, outcome, checks } of taken) became.set(note, { what: outcomes[outcome], checks })
  for (const { note, reason, checks = [] } of refused)
    became.set(note, { what: `refused: ${reason.replace(/-/gu, ' ')}`, checks })
  const lines = notes.differences.map(({ kind, question }, at) => {
    const { what: told, checks } = became.get(at) ?? { what: 'not checked', checks: [] }
    const what = told === outcomes.mended && checks.every(isHeld) ? outcomes.printed : told
    const amiss = checks
      .filter((one) => !isHeld(one))
      .map(({ check: name, outcome, reason, source }) =>
        [
          `     ${source === undefined ? '' : `${source}: `}${asks[name]} ${outcome === 'failed' ? 'does not hold' : 'mended'}`,
          reason,
        ]
          .filter(Boolean)
          .join(', '),
      )
    return [`${String(at + 1).padStart(3)}  ${kind}: ${question}  [${what}]`, ...amiss]
      .map(plainText)
      .join('\n')
  })
  const pairs = notes.pairs.flatMap(({ a, b, verdict }, at) => {
    const { what } = became.get(`pairs/${at}`) ?? { what: 'not checked' }
    return what === 'holds'
      ? []
      : [plainText(`pair ${at + 1}  ${verdict}: “${a.words}” / “${b.words}”  [${what}]`)]
  })
  const count = (named: readonly { readonly note: number | string }[]): number =>
    new Set(named.map(({ note }) => note)).size
  return `${[...lines, ...pairs].join('\n')}\n\n${count(taken)} stand, ${count(refused)} refused.\n`
}

export const test: Run<typeof notesTestOptions> = async (_, options, terminal) => {
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
