/** The options of every command, each declared once; the types of what commands get follow. Opens no file, reads no clock. */
import { InvalidArgumentError, Option } from 'commander'
import { formNames, furtherForms, type FormName } from '../editions/forms.js'
import { Role } from '../model/api-key.js'
import { queueNames } from '../model/job.js'
import { isZone } from '../model/submission.js'
import type { ExitCode } from './outcome.js'
import type { Terminal } from './terminal.js'

/** `Value` is what a command gets; the type alone knows it. */
type Declared<Value> = {
  readonly flags: string
  readonly says: string
  readonly parse?: (text: string, before: readonly string[]) => unknown
  readonly preset?: Value
  readonly shown?: string | undefined
  readonly required?: true
}
export type Options = Readonly<Record<string, Declared<unknown>>>
type ValueOf<Row> = Row extends Declared<infer Value> ? Value : never
export type Given<Rows extends Options> = {
  readonly [Name in keyof Rows as undefined extends ValueOf<Rows[Name]> ? never : Name]: ValueOf<Rows[Name]>
} & {
  readonly [Name in keyof Rows as undefined extends ValueOf<Rows[Name]> ? Name : never]?: ValueOf<Rows[Name]>
}

export type Run<Rows extends Options> = (
  names: readonly string[],
  given: Given<Rows>,
  terminal: Terminal,
) => Promise<ExitCode>

export function commanderOption({ flags, says, parse, preset, shown, required }: Declared<unknown>): Option {
  const option = new Option(flags, says).makeOptionMandatory(required ?? false)
  if (parse) option.argParser<unknown>((value, before) => parse(value, before as readonly string[]))
  return preset === undefined ? option : option.default(preset, shown)
}

const flag = (flags: string, says: string): Declared<boolean> => ({ flags, says, preset: false })
/** An empty one is a variable that is not set: `--out "$FOLDER"` would write into the folder one is in. */
const filled = (text: string): string => {
  if (text.trim() === '') throw new InvalidArgumentError('It is empty.')
  return text
}
const word = (flags: string, says: string): Declared<string | undefined> => ({ flags, says, parse: filled })
const needed = (flags: string, says: string): Declared<string> => ({
  flags,
  says,
  parse: filled,
  required: true,
})
/** What is read from the words typed; with what holds without them. */
const read = <Value>(
  flags: string,
  says: string,
  parse: (text: string) => Value,
  preset: Value,
  shown?: string,
): Declared<Value> => ({ flags, says, parse, preset, shown })
const several = (flags: string, says: string, shown?: string): Declared<readonly string[]> => ({
  ...{ flags, says: `${says}; may be given more than once`, preset: [], shown },
  parse: (one: string, before: readonly string[]) => [...before, one],
})

/** `docx,jsonl`: names of a list, each once. */
function namesOf<Name extends string>(
  flags: string,
  says: string,
  all: readonly Name[],
  preset: readonly Name[] | null,
): Declared<readonly Name[]> {
  const parse = (text: string): Name[] => {
    const names = text.split(',').map((name) => name.trim())
    const known = all.filter((name) => names.includes(name))
    if (known.length !== new Set(names).size)
      throw new InvalidArgumentError(`It must be one or more of ${all.join(', ')}, with commas between.`)
    return known
  }
  if (preset === null) return { flags, says, parse }
  return { flags, says, parse, preset, shown: preset.join(',') || undefined }
}

const wholeIn = (least: number, most: number) => (text: string) => {
  const number = Number(text)
  if (text.trim() === '' || !Number.isInteger(number) || number < least || number > most)
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`)
  return number
}
const whole = (flags: string, says: string, least: number, most: number): Declared<number | undefined> => ({
  ...{ flags, says, parse: wholeIn(least, most) },
})
const counted = (flags: string, says: string, preset: number, most: number): Declared<number> =>
  read(flags, says, wholeIn(1, most), preset)

function isoTime(text: string): string {
  const time = Date.parse(text)
  if (!/^\d{4}-\d{2}-\d{2}/u.test(text) || Number.isNaN(time))
    throw new InvalidArgumentError('It must be an ISO 8601 time such as 2025-12-03T09:00:00Z.')
  return new Date(time).toISOString()
}

function zone(text: string): string {
  if (isZone(text)) return text
  throw new InvalidArgumentError('It must be an IANA time zone such as Europe/Berlin.')
}

const reading = {
  now: { ...word('--now <time>', 'clock to use instead of the current time, ISO 8601'), parse: isoTime },
  zone: read('--zone <zone>', 'time zone for dates in articles that state none, an IANA name', zone, 'UTC'),
  allowPrivate: flag('--allow-private', 'allow addresses of private networks and of this machine'),
}
const text: Declared<boolean> = {
  flags: '--no-text',
  says: 'replace the articles’ text by hashes and excerpts',
}
const quiet = flag('--quiet', 'no progress and no warnings on standard error')
const contract = flag('--json', 'print JSON (contract v1) to standard output')

const review = several('--review <file>', 'apply the rulings exported from the page')

export const readOptions = { ...reading, quiet }

/** A second reader; settings hold the rest, the key among it. */
const readerAddress = word(
  '--reader <url>',
  'have a model read, too: a server that speaks /v1/chat/completions',
)
const readerOptions = {
  reader: readerAddress as Declared<string | false | undefined>,
  /** Its value is that of `reader`: false. */
  withoutReader: {
    flags: '--no-reader',
    says: 'ask none, whatever the settings name',
  } as Declared<boolean | undefined>,
  readerModel: word('--reader-model <name>', 'its model (default: SYNOPTIC_READER_MODEL)'),
  readerPrice: word('--reader-price <in,out>', 'what a million tokens cost, in and out, such as 0.4,1.6'),
  readerAnyway: flag('--reader-anyway', 'use a model also that falls short in notes test'),
}
export type ReaderOptions = Given<typeof readerOptions>
export type ReadOptions = Given<typeof readOptions>

export const inspectOptions = {
  json: contract,
  ...reading,
  text,
  quiet,
  removed: flag('--removed', 'also show what the cleaning rules removed, and which rule'),
}

export const compareOptions = {
  json: contract,
  ...reading,
  text,
  quiet,
  out: word('--out <folder>', 'where to write the report (default: a folder named after the event)'),
  title: word('--title <text>', 'title of the event (default: the event file’s, or the first headline)'),
  full: flag('--full', 'print everything that the page has'),
  keep: flag(
    '--keep',
    'keep the pages as they were fetched beside the report, for npx synoptic evidence: pages.warc',
  ),
  also: namesOf<FormName>(
    '--also <forms>',
    `write these forms too, with commas: ${furtherForms.join(', ')}`,
    formNames,
    [],
  ),
  review,
  reference: word(
    '--reference <file>',
    'a transcript or communiqué: quotations are checked against it, and it is no report of its own',
  ),
  notes: word(
    '--notes <file>',
    'notes of a second reader: what the texts bear out is printed, marked as theirs',
  ),
  ...readerOptions,
  why: word(
    '--why <finding>',
    'explain one finding, by its id or the start of it; a single report.json as source is explained as it is',
  ),
  classroom: flag('--classroom', 'also write a sheet for a lesson, outlets’ names masked, and its key'),
}
export type CompareOptions = Given<typeof compareOptions>

export const notesRequestsOptions = {
  readerModel: word('--reader-model <name>', 'the model that will be asked (default: SYNOPTIC_READER_MODEL)'),
  title: word('--title <text>', 'name of the event in the requests (default: its title)'),
  ...readOptions,
}

export const notesReadOptions = {
  requests: word('--requests <file>', 'the requests (default: requests.jsonl beside the answers)'),
  out: word('--out <folder>', 'where the notes go, a folder an event (default: standard output)'),
  now: reading.now,
}

export const notesCheckOptions = {
  json: flag('--json', 'print JSON (what became of each note, as in a report)'),
  ...readOptions,
}

export const notesTestOptions = {
  reader: readerAddress,
  readerModel: readerOptions.readerModel,
  readerPrice: readerOptions.readerPrice,
  now: reading.now,
}

export const versionsOptions = {
  json: flag('--json', 'print JSON (synoptic/versions@1) to standard output'),
  out: word('--out <folder>', 'also write the two side by side: versions.html, .md, .json'),
  ...readOptions,
}

export const evidenceOptions = {
  json: flag('--json', 'print the manifest (synoptic/evidence@1), or what was checked, as JSON'),
  out: word('--out <file>', 'where the zip goes (default: evidence.zip beside the report)'),
  pages: word(
    '--pages <warc>',
    'the pages that compare --keep wrote (default: pages.warc beside the report)',
  ),
  now: reading.now,
  allowPrivate: reading.allowPrivate,
  quiet,
}
export type EvidenceOptions = Given<typeof evidenceOptions>

export const diffOptions = { json: flag('--json', 'print JSON (synoptic/diff@1) to standard output') }

export const mcpOptions = {
  root: several('--root <folder>', 'a folder whose files may be read (without: addresses alone)', 'none'),
  out: read('--out <folder>', 'where reports are left', String, 'reports'),
  zone: reading.zone,
  now: reading.now,
}

const askingOptions = {
  from: word('--from <file>', 'many at once: a CSV file with the column words, and said_by for quotations'),
  json: flag('--json', 'print JSON lines (contract v1), one a report, to standard output'),
  ...readOptions,
}
export const checkQuotationOptions = {
  saidBy: word(
    '--said-by <name>',
    'who is said to have said it: tells where it is credited to somebody else',
  ),
  reference: word(
    '--reference <file>',
    'a transcript or communiqué: searched as well, all of its words being spoken',
  ),
  ...askingOptions,
}
export type CheckQuotationOptions = Given<typeof checkQuotationOptions>
export const findStatementOptions = { ...askingOptions, ...readerOptions }
export type AskingOptions = Given<typeof askingOptions>

export const quotesOptions = {
  json: flag('--json', 'print JSON lines (contract v1) to standard output'),
  csv: flag('--csv', 'print CSV to standard output'),
  ...readOptions,
}

export const matchOptions = { json: flag('--json', 'print JSON lines {score, same, contradicts}') }

export const batchOptions = {
  out: needed('--out <folder>', 'where the reports go; begun again, a batch goes on from there'),
  queue: flag('--queue', 'run through the queue (REDIS_URL, DATABASE_URL) instead of in this process'),
  concurrency: whole('--concurrency <number>', 'events at once (default: one a core)', 1, 64),
  notes: word('--notes <folder>', 'notes of a second reader, as notes read leaves them: <event>/notes.json'),
  ...readerOptions,
  ...readOptions,
}
export type BatchOptions = Given<typeof batchOptions>

const codebook = word('--codebook <file>', 'a codebook of your own: YAML, or a .qdc of a QDA program')

const codings = several('--codings <file>', 'what a person coded: a .qdpx of a QDA program')

export const studyOptions = {
  out: needed('--out <folder>', 'where tables, rates and pages go'),
  json: flag('--json', 'print JSON (synoptic/study@1) to standard output'),
  outlets: word(
    '--outlets <file>',
    'what is known of outlets: a CSV file with the column outlet and any others',
  ),
  actor: several(
    '--actor <name>',
    'count how reports name this actor, as name or name=other name,third name',
  ),
  audit: word(
    '--audit <folder>',
    'a judged sample of this batch, as synoptic audit leaves it: rates are corrected by it, outlet by outlet',
  ),
  codebook,
  codings,
  codingScore: word(
    '--coding-score <file>',
    'what audit --score --json printed of a double coding: how right the codes are',
  ),
  quiet,
}
export type StudyChoices = Given<typeof studyOptions>

export const clusterOptions = {
  out: word('--out <folder>', 'where the event files go, one a story, with copies of its pages'),
  json: flag('--json', 'print JSON lines (contract v1): {source, story} of each report'),
  decisions: word(
    '--decisions <file>',
    'decisions to look at, with what a person ruled (default: decisions.csv in the folder)',
  ),
  least: counted('--least <number>', 'reports a story needs for an event file', 2, 500),
  now: reading.now,
  allowPrivate: reading.allowPrivate,
  quiet,
}

/** `15m,1h,3d`: milliseconds, ascending. */
function spans(text: string): number[] {
  const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 }
  const found = text.split(',').map((part) => {
    const [, count = '', unit = ''] = /^\s*(\d{1,4})([mhd])\s*$/u.exec(part) ?? []
    return Number(count) * (units[unit] ?? NaN)
  })
  if (text === 'none') return []
  if (found.length > 20 || found.some((ms, i) => !(ms > (found[i - 1] ?? 0))))
    throw new InvalidArgumentError('It must be times in rising order such as 15m,1h,3d, or none.')
  return found
}

const usualLooks = '15m,1h,4h,1d,3d'

export const watchOptions = {
  out: needed(
    '--out <folder>',
    'where the stories go, a folder each; begun again, watching goes on from there',
  ),
  once: flag('--once', 'make one round and end, as for cron'),
  json: flag('--json', 'print JSON (synoptic/watch@1): a line a round, with the health of each feed'),
  every: counted(
    '--every <minutes>',
    'pause between two looks at a feed, where its server says nothing',
    15,
    1_440,
  ),
  reports: counted('--reports <number>', 'reports a story needs to be compared', 3, 100),
  texts: counted('--texts <number>', 'independent texts among them', 2, 100),
  again: counted('--again <minutes>', 'pause between two comparisons of one story', 60, 100_000),
  window: counted(
    '--window <days>',
    'older articles are not followed, and new ones join no older story',
    14,
    365,
  ),
  keep: counted(
    '--keep <days>',
    'what was seen earlier is forgotten, but for the folders of stories',
    30,
    3_650,
  ),
  looks: read(
    '--looks <times>',
    'when an article is looked at again after it was found, or none',
    spans,
    spans(usualLooks),
    usualLooks,
  ),
  webhook: word(
    '--webhook <url>',
    'tell this address of each comparison, signed like the service’s webhooks',
  ),
  ...readOptions,
}
export type WatchOptions = Given<typeof watchOptions>

const jobsAtOnce = (more: string, least: number): Declared<number> =>
  read('--concurrency <number>', `jobs at once in each queue${more}`, wholeIn(least, 64), 2)

export const workerOptions = {
  queues: namesOf('--queues <names>', 'which queues, with commas', queueNames, queueNames),
  concurrency: jobsAtOnce('', 1),
}
export type WorkerOptions = Given<typeof workerOptions>

export const serveOptions = {
  host: word('--host <address>', 'address to listen on (default: SYNOPTIC_HOST, else 127.0.0.1)'),
  port: whole('--port <number>', 'port, 0 for a free one (default: SYNOPTIC_PORT, else 8080)', 0, 65_535),
  concurrency: jobsAtOnce('; 0 leaves them to npx synoptic worker', 0),
}

function roleOf(text: string): Role {
  const role = Role.safeParse(text)
  if (!role.success) throw new InvalidArgumentError(`It must be one of ${Role.options.join(', ')}.`)
  return role.data
}

export const keyOptions = {
  name: needed('--name <text>', 'who it is for'),
  role: read(
    '--role <role>',
    'reads, edits (asks for comparisons, rules, shares) or runs (everything)',
    roleOf,
    'edits',
  ),
}
export type KeyOptions = Given<typeof keyOptions>

export const exportOptions = {
  to: {
    ...namesOf<FormName>(
      '--to <forms>',
      `which forms, with commas: ${formNames.join(', ')}`,
      formNames,
      null,
    ),
    required: true as const,
  },
  out: word('--out <folder>', 'where to write (default: beside the report)'),
  review,
}

export const agreementOptions = {
  report: word('--report <file>', 'the report.json they are of: gives figures by kind of finding'),
  json: flag('--json', 'print JSON (synoptic/agreement@1)'),
}

export const codeOptions = {
  codebook: { ...codebook, required: true } as Declared<string>,
  codings,
  out: word('--out <folder>', 'where codings.csv, codebook.qdc and project.qdpx go (default: coded)'),
}

export const auditOptions = {
  sample: whole('--sample <number>', 'draw so many items into a coding sheet', 1, 10_000),
  seed: read('--seed <text>', 'another seed draws another sample', String, '1'),
  out: word('--out <folder>', 'where what is to be filled in goes, and the key (default: audit)'),
  codebook: { ...codebook, says: 'draw for double coding with this codebook' },
  score: several('--score <file>', 'the filled sheet; of a double coding the project of each coder'),
  review,
  key: word('--key <file>', 'the key that was written beside it'),
  json: flag('--json', 'print JSON (synoptic/audit@1, synoptic/coding-score@1)'),
}
export type AuditOptions = Given<typeof auditOptions>
