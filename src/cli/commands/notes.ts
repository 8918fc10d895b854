/** `synoptic notes`: a second reader by way of files: what is to be asked, notes of the answers, what of some notes does not hold. */
import path from 'node:path'
import { z } from 'zod'
import { isManifest, parseManifest } from '../../batch-manifest.js'
import { generatorOf } from '../../generator.js'
import { CheckedNotes, type NoteCheck, type Notes, type NotesInput } from '../../model/notes.js'
import type { ReadArticle } from '../../model/pool-job.js'
import { Report } from '../../model/report.js'
import { compareEvent } from '../../pool/pooled.js'
import { readerLimits, keepTest, readReaderConfig } from '../../reader-config.js'
import { ChatBody } from '../../ports/reader.js'
import { notesOf, readAnswer } from '../../reader/answers.js'
import { prepare } from '../../reader/prepare.js'
import { keyOf, requestsFor, shownIn } from '../../reader/requests.js'
import { jsonOf } from '../../text/parsed.js'
import { plainText } from '../../text/plain-text.js'
import { folderOf, readItem } from '../batch/event.js'
import { folderNameFor, readNotes, readUserFile, writeFolder } from '../files.js'
import type {
  Run,
  notesCheckOptions,
  notesReadOptions,
  notesRequestsOptions,
  notesTestOptions,
} from '../options.js'
import { exitCodeOf, exitCodes, UsageError } from '../outcome.js'
import { readSources, withDesk, type Desk } from '../sources.js'
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
    read: readonly ReadArticle[],
    desk: Desk,
  ): Promise<void> => {
    const { report, summary } = await comparedEvent(title, read, desk)
    if (summary.nothingComparable) {
      terminal.warn(`warning: ${id}: there is nothing to compare.`)
      return
    }
    for (const [at, { body }] of requestsFor(prepare(report), limits).entries()) {
      const line = { custom_id: `${id}.${at + 1}`, method: 'POST', url: '/v1/chat/completions', body }
      await terminal.out(`${JSON.stringify(line)}\n`)
      printed++
    }
  }
  await withDesk(options, terminal, async (desk) => {
    const [only = ''] = names
    if (names.length > 1 || !isManifest(only)) {
      const { title, articles } = await readSources(names, desk)
      const id = folderNameFor(options.title ?? title ?? 'event').replace(/-report$/u, '')
      await leave(id, title, articles, desk)
      return
    }
    for (const entry of await parseManifest(only, await readUserFile(only))) {
      if (!entry.ok) {
        terminal.warn(`error: ${entry.message}`)
        continue
      }
      const { item } = entry
      const { title, articles } = await readItem(item, path.dirname(only), options.zone, desk)
      await leave(folderOf(item), title, articles, desk)
    }
  })
  return printed > 0 ? exitCodes.complete : exitCodes.nothingComparable
}

async function comparedEvent(
  title: string | null,
  read: readonly ReadArticle[],
  desk: Desk,
  notes: NotesInput | null = null,
) {
  const generator = generatorOf({ zone: desk.options.zone, text: true })
  const articles = read.map(({ json }) => ({ json }))
  const { json, summary } = await compareEvent({ title, articles, generator, notes }, desk)
  return { report: Report.parse(JSON.parse(json)), summary }
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
  if (out === undefined && found.size > 1)
    throw new UsageError(`These are notes on ${found.size} events: name a folder for them with --out.`)
  for (const [event, parts] of found) {
    const { requests: all = [] } = shown.get(event) ?? {}
    const reader = {
      name: all[0]?.body.model ?? 'a reader',
      at: now ?? new Date().toISOString(),
      key: keyOf(all),
    }
    const notes = notesOf(reader, parts.filter(Boolean))
    const content = `${JSON.stringify(notes, null, 1)}\n`
    const file = path.join(out ?? '', event, 'notes.json')
    if (out !== undefined) await writeFolder(path.dirname(file), [{ name: 'notes.json', content }], terminal)
    const told = `${file}: ${notes.differences.length} differences, ${notes.pairs.length} pairs\n`
    await terminal.out(out === undefined ? content : told)
  }
  if (found.size === 0) return exitCodes.nothingComparable
  return trouble.lines > 0 || found.size < events.size ? exitCodes.partial : exitCodes.complete
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

export const check: Run<typeof notesCheckOptions> = async ([file = '', ...names], options, terminal) =>
  withDesk(options, terminal, async (desk) => {
    const { input } = await readNotes({ name: file, location: file }, desk)
    const { title, articles } = await readSources(names, desk)
    const { report, summary } = await comparedEvent(title, articles, desk, input)
    const { notes: checked } = report
    if (!checked) throw new Error('the notes were not checked')
    await terminal.out(options.json ? `${JSON.stringify(checked)}\n` : inLines(checked, input.notes))
    if (summary.nothingComparable || !summary.complete) return exitCodeOf(summary)
    const isAllSo = checked.refused.length === 0 && checked.taken.every(({ checks }) => checks.every(isHeld))
    return isAllSo ? exitCodes.complete : exitCodes.nothingComparable
  })

/** That words are printed with their sentence says nothing against a note. */
const isHeld = ({ check: name, outcome }: NoteCheck): boolean =>
  outcome === 'held' || (name === 'understood-alone' && outcome === 'mended')

const outcomes: Readonly<Record<CheckedNotes['taken'][number]['outcome'], string>> = {
  printed: 'holds',
  mended: 'holds, mended',
  'told-differently': 'told differently',
  'cannot-tell': 'cannot tell',
}

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
  const scores: Score[] = []
  const given = { zone: 'UTC', allowPrivate: false, now: options.now, quiet: true }
  const failed = await withDesk(given, terminal, async (desk) => {
    for (const event of events) {
      const named = [...event.planted, ...event.traps].flatMap((sides) => Object.keys(sides))
      const files = [...new Set(named)].filter((name) => name !== 'silent').sort(compareCodeUnits)
      const sources = files.map((name) => `${folder}/${event.name}/${name}`)
      const { articles } = await readSources(sources, desk)
      const { report: plain } = await comparedEvent(event.name, articles, desk)
      const outcome = await reader.read(prepare(plain), { at: options.now ?? new Date().toISOString() })
      if (outcome.state === 'failed') return outcome.reason
      const input = { notes: outcome.notes, sha256: sha256(JSON.stringify(outcome.notes)) }
      const { report } = await comparedEvent(event.name, articles, desk, input)
      const foreign = [...(report.notes?.taken ?? []), ...(report.notes?.refused ?? [])]
        .flatMap(({ checks = [] }) => checks)
        .filter(({ check: name, outcome: became }) => name === 'words' && became === 'failed').length
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
