/** The second reader on the command line: a compared event is read by the model that was named, and compared again with its notes. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Issue } from '../model/issue.js'
import type { NotesInput } from '../model/notes.js'
import type { ComparedEvent, ReadArticle, ReportSummary } from '../model/pool-job.js'
import type { NotesFile } from '../model/source.js'
import { compareEvent, type Deps, type EventToCompare, type Second } from '../pool/pooled.js'
import type { Reading, ReadingOutcome, ReadingUsage } from '../ports/reader.js'
import { notesIn } from '../text/notes-file.js'
import { readNotes } from './files.js'
import type { ReaderOptions, ReadOptions } from './options.js'
import type { Terminal } from './terminal.js'

export type Noted = ComparedEvent & {
  /** The notes file to be written beside the report, or null. */
  readonly notesFile: string | null
  readonly issues: readonly Issue[]
}

/** `again` compares with notes. Notes in `folder` that answer what would be asked now are taken for the answer: nobody is asked. */
export type SecondReader = (
  first: ComparedEvent,
  again: (notes: NotesInput) => Promise<ComparedEvent>,
  folder: string | null,
) => Promise<Noted>

type EventWithNotes = Omit<EventToCompare, 'articles' | 'notes'> & {
  readonly articles: readonly ReadArticle[]
  /** Given, and then nobody is asked; or null. */
  readonly notes: NotesFile | null
  readonly second: SecondReader | null
  /** Where notes of an earlier run may lie. */
  readonly folder: (summary: ReportSummary) => string | null
}

export async function comparedWithNotes(
  { articles, notes, second, folder, ...event }: EventWithNotes,
  deps: Deps,
): Promise<Noted> {
  const given = articles.map(({ json }) => ({ json }))
  const compared = (input: NotesInput | null): Promise<ComparedEvent> =>
    compareEvent({ ...event, articles: given, notes: input }, deps)
  const first = await compared(notes && (await readNotes(notes, deps)).input)
  if (notes || second === null || first.summary.nothingComparable)
    return { ...first, notesFile: null, issues: [] }
  return second(first, compared, folder(first.summary))
}

/** Null where nobody asked for a reader; nothing of it is loaded then. */
async function opened(options: NamedReader, terminal: Terminal) {
  const { reader: address } = options
  if (address === false) return null
  const isNamed = address ?? options.readerModel ?? process.env['SYNOPTIC_READER_URL'] ?? ''
  if (isNamed === '') return null
  const [{ readReaderConfig }, { openReader }] = await Promise.all([
    import('../reader-config.js'),
    import('../wire.js'),
  ])
  const config = readReaderConfig(process.env, { ...options, reader: address })
  if (config === null) return null
  const reader = await openReader(config)
  if (reader.sendsTo !== null && !options.quiet)
    terminal.warn(`The reports’ texts are sent to ${reader.sendsTo}, to be read by ${reader.model}.`)
  const read = async (reading: Reading): Promise<ReadingOutcome> => {
    const outcome = await reader.read(reading, {
      at: options.now ?? new Date().toISOString(),
      ...(config.test === null ? {} : { test: config.test.words }),
      progress: (line) => {
        terminal.progress(line)
      },
    })
    if (outcome.state === 'read' && !options.quiet)
      terminal.warn(`${reader.model} has read: ${inWords(outcome.usage)}.`)
    return outcome
  }
  return { limits: config.limits, read }
}

type NamedReader = ReaderOptions & Pick<ReadOptions, 'now' | 'quiet'>

/** The same for a statement that is asked for; what fails leaves the answers without it. */
export async function judgeNamed(options: NamedReader, terminal: Terminal): Promise<Second | null> {
  const reader = await opened(options, terminal)
  if (reader === null) return null
  return async (reading) => {
    const outcome = await reader.read(reading)
    if (outcome.state === 'read') return outcome.notes
    terminal.warn(
      `warning: The second reader judged nothing, and the answers are the program’s alone: ${outcome.reason}`,
    )
    return null
  }
}

export async function readerNamed(options: NamedReader, terminal: Terminal): Promise<SecondReader | null> {
  const reader = await opened(options, terminal)
  if (reader === null) return null
  const [{ prepare }, { keyOf, requestsFor }, { Report }] = await Promise.all([
    import('../reader/prepare.js'),
    import('../reader/requests.js'),
    import('../model/report.js'),
  ])
  return async (first, again, folder) => {
    const reading = prepare(Report.parse(JSON.parse(first.json)))
    const withNotes = async (text: string): Promise<Noted> => {
      const notes = notesIn(text)
      if (typeof notes === 'string') throw new Error(`what the reader noted is ${notes}`)
      return { ...(await again(notes)), notesFile: text, issues: [] }
    }
    const kept = folder === null ? null : await keptNotes(folder, keyOf(requestsFor(reading, reader.limits)))
    if (kept !== null) return withNotes(kept)
    const outcome = await reader.read(reading)
    if (outcome.state === 'read') return withNotes(`${JSON.stringify(outcome.notes, null, 1)}\n`)
    const message = `The second reader gave no notes, and the report is made without: ${outcome.reason}`
    terminal.warn(`warning: ${message}`)
    const at = { severity: 'warning', stage: 'compare', source: null, article: null } as const
    return { ...first, notesFile: null, issues: [{ code: 'reader-failed', ...at, message }] }
  }
}

async function keptNotes(folder: string, key: string): Promise<string | null> {
  const text = await readFile(path.join(folder, 'notes.json'), 'utf8').catch(() => '')
  const kept = notesIn(text)
  return typeof kept !== 'string' && kept.notes.reader.key === key ? text : null
}

export function inWords({ requests, tokensIn, tokensOut, cost, seconds }: ReadingUsage): string {
  const price = cost === null ? '' : `, cost ${cost}`
  return `${requests} requests, ${tokensIn} tokens in, ${tokensOut} out${price}, ${seconds} s`
}
