/**
 * Manifest: from the text of a CSV, JSONL or YAML file to the events of a batch, in file order, and a problem for each entry that is none.
 *
 * CSV has a header with `event` and `source`, optionally `outlet`, `publishedAt` and `title`: a row a source, rows of one event anywhere.
 * JSONL has an object a line, YAML a list of objects, both in the shape of Item below.
 */
import { pipeline, Readable } from 'node:stream'
import { CsvError, parse as csvParser } from 'csv-parse'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import { GivenTime, nothingGiven, type Given } from './model/source.js'
import { sha256 } from './text/hash.js'
import { jsonOf } from './text/parsed.js'
import { turn } from './text/turn.js'

/** The manifest as a whole cannot be read: the sentence says what to change. */
export class ManifestTrouble extends Error {
  override readonly name = 'ManifestTrouble'
}

const name = z.string().trim().min(1)
const Item = z.strictObject({
  id: name.optional(),
  title: name.nullish(),
  notes: name.nullish(),
  sources: z
    .array(
      z.union([
        name.transform((source) => ({ source, ...nothingGiven })),
        z
          .strictObject({ source: name, outlet: name.nullish(), publishedAt: GivenTime.nullish() })
          .transform(({ source, outlet, publishedAt }) => ({
            source,
            outlet: outlet ?? null,
            publishedAt: publishedAt ?? null,
          })),
      ]),
    )
    .min(1),
})

export type BatchSource = Given & { readonly source: string }
export type BatchItem = {
  /** Given, or `event-<number>`; unique in the batch. */
  readonly id: string
  readonly title: string | null
  readonly notes: string | null
  readonly sources: readonly BatchSource[]
  /** Of everything above: a changed entry is done again. */
  readonly hash: string
}
export type ManifestEntry =
  | { readonly ok: true; readonly item: BatchItem }
  | { readonly ok: false; readonly id: string; readonly message: string }

/** A manifest beyond these is a mistake, or meant to do harm; a larger corpus is several batches. */
export const manifestLimits = {
  entries: 100_000,
  sourcesOfEvent: 500,
  /** Characters of one line or row. */
  line: 1_000_000,
  /** Characters of one entry of a YAML list, or of a whole one in brackets, which cannot be read entry by entry. */
  yaml: 100_000,
}

const shapes = {
  csv: 'talks,page.html,The Courier,The talks (event and source, as many cells as the header at most)',
  other:
    '{"id": "talks", "title": "…", "sources": ["page.html", {"source": "https://…", "outlet": "…", "publishedAt": "2025-12-03"}]}',
}

export async function parseManifest(file: string, text: string): Promise<ManifestEntry[]> {
  const entries = await rawEntries(file, text.replace(/^\uFEFF/u, ''))
  if (entries.length === 0) throw new ManifestTrouble(`${file}: the manifest names no event.`)
  const shape = /\.csv$/iu.test(file) ? shapes.csv : shapes.other
  const seen = new Set<string>()
  return entries.map(({ value, place }, index): ManifestEntry => {
    const fallback = `event-${String(index + 1).padStart(4, '0')}`
    const bad = (id: string, why: string): ManifestEntry => {
      return { ok: false, id, message: `${file}, ${place}: ${why}.` }
    }
    const parsed = Item.safeParse(value)
    if (!parsed.success) return bad(fallback, `it should look like ${shape}`)
    const { id = fallback, title = null, notes = null, sources } = parsed.data
    if (seen.has(id)) return bad(fallback, `the id ${id} stands for another event too`)
    seen.add(id)
    if (sources.length > manifestLimits.sourcesOfEvent)
      return bad(id, `more than ${manifestLimits.sourcesOfEvent} sources stand for one event; divide it`)
    if (sources.some(({ source }) => source === '-'))
      return bad(id, 'a batch does not read standard input (-); save the text and name its file')
    const described = notes === null ? [id, title, sources] : [id, title, sources, notes]
    return { ok: true, item: { id, title, notes, sources, hash: sha256(JSON.stringify(described)) } }
  })
}

const manifestName = /\.(csv|jsonl|ndjson|ya?ml)$/iu

export function isManifest(file: string): boolean {
  return manifestName.test(file)
}

type RawEntry = { readonly value: unknown; readonly place: string }

async function rawEntries(file: string, text: string): Promise<RawEntry[]> {
  const format = manifestName.exec(file)?.[1]?.toLowerCase() ?? ''
  if (format === 'csv') return csvEntries(file, text)
  if (format.includes('json')) return lineEntries(file, text)
  if (format !== '') return yamlEntries(file, text)
  throw new ManifestTrouble(`${file}: a manifest is a .csv, .jsonl or .yaml file.`)
}

function refuseTooMany(file: string, entries: number): void {
  if (entries > manifestLimits.entries)
    throw new ManifestTrouble(
      `${file}: a manifest has at most ${manifestLimits.entries} rows or lines; divide it into several.`,
    )
}

async function lineEntries(file: string, text: string): Promise<RawEntry[]> {
  const entries: RawEntry[] = []
  for (const [at, line] of text.split(/\r?\n/u).entries()) {
    await turn()
    if (line.length > manifestLimits.line)
      throw new ManifestTrouble(`${file}: line ${at + 1} is too long to be an event.`)
    // A line that is no JSON is a problem of its own entry, not of the file.
    if (line.trim() !== '') entries.push({ value: jsonOf(line), place: `line ${at + 1}` })
    refuseTooMany(file, entries.length)
  }
  return entries
}

/** What may stand before a list: nothing, a comment, a directive, the mark where a document begins. */
const beforeList = /^\s*(?:#.*)?$|^%|^---\s*(?:#.*)?$/u

/**
 * Every entry of a block list begins with a hyphen in the same column (YAML 1.2.2, 8.2.1), so each is read alone: a broken one is a problem of
 * its own, and no alias reaches from one to another.
 */
async function yamlEntries(file: string, text: string): Promise<RawEntry[]> {
  const first = /^( *)-(?:\s|$)/mu.exec(text)
  const before = text.slice(0, first?.index).split(/\r?\n/u)
  if (first === null || !before.every((line) => beforeList.test(line))) return inBrackets(file, text)
  const parts = text.slice(first.index).split(new RegExp(`^(?=${first[1] ?? ''}-(?:\\s|$))`, 'mu'))
  refuseTooMany(file, parts.length)
  const entries: RawEntry[] = []
  let line = before.length
  for (const piece of parts) {
    await turn()
    if (piece.length > manifestLimits.yaml)
      throw new ManifestTrouble(`${file}: the entry at line ${line} is too long to be an event.`)
    entries.push({ value: parsedEntry(piece), place: `entry ${entries.length + 1}, line ${line}` })
    line += piece.split('\n').length - 1
  }
  return entries
}

/** One entry as a list of its own; what is no YAML is a problem of this entry, not of the file. */
function parsedEntry(text: string): unknown {
  try {
    const value: unknown = parseYaml(text, yamlOptions)
    return Array.isArray(value) && value.length === 1 ? value[0] : undefined
  } catch {
    return undefined
  }
}

// No alias: a few lines of them can stand for gigabytes. What else there is to say is said of the entry.
const yamlOptions = { maxAliasCount: 0, logLevel: 'error' } as const

function inBrackets(file: string, text: string): RawEntry[] {
  if (text.length > manifestLimits.yaml)
    throw new ManifestTrouble(
      `${file}: a YAML list in brackets has at most ${manifestLimits.yaml} characters; write one entry a line, each after a hyphen.`,
    )
  let value: unknown
  try {
    value = parseYaml(text, yamlOptions)
  } catch (error) {
    throw new ManifestTrouble(`${file}: it is not valid YAML: ${error instanceof Error ? error.message : ''}`)
  }
  if (!Array.isArray(value)) throw new ManifestTrouble(`${file}: a YAML manifest is a list of events.`)
  return value.map((item: unknown, index) => ({ value: item, place: `entry ${index + 1}` }))
}

/** Rows of one event make one entry, at the place of its first row. */
async function csvEntries(file: string, text: string): Promise<RawEntry[]> {
  let rows = 0
  const events = new Map<string, { title: string | null; sources: BatchSource[]; place: string }>()
  const bad: RawEntry[] = []
  for await (const { cells, line, isWider } of csvRecords(file, text, ['event', 'source'])) {
    refuseTooMany(file, ++rows)
    const place = `line ${line}`
    const { event = '', source = '', outlet = '', title = '', publishedAt = '' } = cells
    if (event === '' || source === '' || isWider) {
      bad.push({ value: undefined, place })
      continue
    }
    const entry = events.get(event) ?? { title: null, sources: [], place }
    entry.title ??= title || null
    entry.sources.push({ source, outlet: outlet || null, publishedAt: publishedAt || null })
    events.set(event, entry)
  }
  const good = [...events].map(([id, { title, sources, place }]) => ({
    value: { id, title, sources },
    place,
  }))
  return [...good, ...bad]
}

const Parsed = z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) })

export type CsvRow = {
  readonly cells: Readonly<Record<string, string>>
  /** Of the file, on which it ends. */
  readonly line: number
  readonly isWider: boolean
}

/** The rows below a header that names the needed columns. `whole`: refuses a file where a comma may have put words under another column. */
export async function* csvRecords(
  file: string,
  text: string,
  needed: readonly string[],
  { whole = false } = {},
): AsyncGenerator<CsvRow> {
  const parser = csvParser({
    skip_empty_lines: true,
    trim: true,
    bom: true,
    relax_column_count: true,
    info: true,
    max_record_size: manifestLimits.line,
  })
  pipeline(Readable.from(pieces(text)), parser, () => undefined)
  let columns: readonly string[] | null = null
  try {
    for await (const found of parser) {
      await turn()
      const { record, info } = Parsed.parse(found)
      if (columns === null) {
        columns = record
        if (!needed.every((name) => record.includes(name))) break
        continue
      }
      const isWider = record.slice(columns.length).some((cell) => cell !== '')
      if (whole && (isWider || record.length < columns.length))
        throw new ManifestTrouble(
          `${file}, line ${info.lines}: this row has ${isWider ? 'more' : 'fewer'} cells than the header; words with a comma stand in quotation marks.`,
        )
      const cells = Object.fromEntries(columns.map((column, at) => [column, record[at] ?? '']))
      yield { cells, line: info.lines, isWider }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new ManifestTrouble(`${file}: it is not valid CSV: ${error.message}`)
  }
  if (!needed.every((name) => columns?.includes(name)))
    throw new ManifestTrouble(
      `${file}: the header should name the ${needed.length > 1 ? 'columns' : 'column'} ${needed.join(' and ')}.`,
    )
}

async function* pieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 65_536) {
    await turn()
    yield text.slice(at, at + 65_536)
  }
}
