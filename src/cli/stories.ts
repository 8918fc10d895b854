/** The files of `synoptic cluster`: its list of reports, the decisions that a person may correct, the folder of stories. No ruling is lost. */
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { writeCsv } from '../editions/tables/table.js'
import type { RawPage } from '../model/raw-page.js'
import { GivenTime, type Source } from '../model/source.js'
import type { StoryText } from '../model/story.js'
import { csvRecords, type BatchSource, type CsvRow } from '../batch-manifest.js'
import type { Doubt, Ruling } from '../pool/pooled.js'
import { addTo } from '../text/grouped.js'
import { looksLikeAddress } from '../text/web-address.js'
import { isThere, putInPlace, readUserFile } from './files.js'

/** An event has at most so many sources (batch-manifest.ts, ingest/event-file.ts). */
const mostOfEvent = 500

/** Rows of `source,outlet,publishedAt`, each source once, and a sentence for each that is bad. */
export async function listedSources(file: string) {
  const sources = new Map<string, BatchSource>()
  const troubles: string[] = []
  let lost = 0
  for await (const { cells, line } of csvRecords(file, await readUserFile(file), ['source'])) {
    const { source = '', outlet = '', publishedAt = '' } = cells
    const time = publishedAt === '' ? null : GivenTime.safeParse(publishedAt)
    const place = `${file}, line ${line}`
    if (source === '' || source === '-') {
      lost++
      troubles.push(`${place}: it names no file or address.`)
      continue
    }
    if (sources.has(source)) {
      troubles.push(`${place}: ${source} stands in a row above; it is one report.`)
      continue
    }
    if (time?.success === false)
      troubles.push(`${place}: ${publishedAt} is no day or time such as 2025-12-03; it is read without one.`)
    sources.set(source, { source, outlet: outlet || null, publishedAt: time?.data ?? null })
  }
  return { sources: [...sources.values()], troubles, lost }
}

const decisionColumns = ['source', 'with', 'program', 'chance', 'ruling'] as const

export type Decisions = {
  readonly rulings: readonly Ruling[]
  /** The lines in which a person wrote, as they stand. */
  readonly kept: readonly (readonly string[])[]
  readonly troubles: readonly string[]
}

export async function readDecisions(file: string): Promise<Decisions> {
  const text = (await isThere(file)) ? await readUserFile(file) : ''
  if (text.trim() === '') return { rulings: [], kept: [], troubles: [] }
  const ruled: CsvRow[] = []
  for await (const row of csvRecords(file, text, ['source', 'with', 'ruling']))
    if (row.cells['ruling']) ruled.push(row)
  const asWritten = (cell = ''): string => cell.replace(/^'(?=[=+\-@＝＋－＠])/u, '')
  const rulings: Ruling[] = []
  const troubles: string[] = []
  for (const { cells, line } of ruled) {
    const [source, other] = [asWritten(cells['source']), asWritten(cells['with'])]
    const ruling = (cells['ruling'] ?? '').toLowerCase()
    if ((ruling === 'together' || ruling === 'apart') && source !== '' && other !== '' && source !== other)
      rulings.push({ source, with: other, ruling })
    else
      troubles.push(
        `${file}, line ${line}: a ruling is together or apart, of two reports; the line is kept as it is.`,
      )
  }
  const kept = ruled.map(({ cells }) => decisionColumns.map((name) => asWritten(cells[name])))
  return { rulings, kept, troubles }
}

export async function writeDecisions(
  file: string,
  { kept }: Decisions,
  doubts: readonly Doubt[],
): Promise<void> {
  const known = new Set(kept.map(([a = '', b = '']) => pairKey(a, b)))
  const open = doubts
    .filter((doubt) => !known.has(pairKey(doubt.source, doubt.with)))
    .sort((a, b) => Math.abs(a.chance - 0.5) - Math.abs(b.chance - 0.5))
    .map((doubt) => [doubt.source, doubt.with, doubt.decided, doubt.chance, ''])
  await putInPlace(file, writeCsv(decisionColumns, [...kept, ...open]))
}

function pairKey(a: string, b: string): string {
  return JSON.stringify([a, b].sort())
}

export type NamedStory = { readonly id: string; readonly members: readonly StoryText[] }

type Origins = { readonly sources: ReadonlyMap<string, Source>; readonly pages: ReadonlyMap<string, RawPage> }

/** How many event files, and a sentence for each that does not hold its whole story. */
export async function writeStories(
  out: string,
  stories: readonly NamedStory[],
  from: Origins,
  least: number,
) {
  const troubles: string[] = []
  const lines: string[] = []
  for (const { id, members } of stories) {
    const readable = members.filter(({ unreadable }) => unreadable === null)
    if (readable.length < least) continue
    if (readable.length > mostOfEvent)
      troubles.push(
        `${id}: of its ${readable.length} reports the first ${mostOfEvent} stand in its event file.`,
      )
    const title = readable[0]?.headline ?? null
    await writeEvent(path.join(out, id), title, readable.slice(0, mostOfEvent), from)
    lines.push(`${JSON.stringify({ id, title, sources: [`${id}/event.json`] })}\n`)
  }
  const columns = ['story', 'source', 'outlet', 'published_at', 'headline', 'reports']
  const rows = stories.flatMap(({ id, members }) =>
    members.map((one) => [id, one.source, one.outlet, one.publishedAt, one.headline, members.length]),
  )
  await putInPlace(path.join(out, 'stories.csv'), writeCsv(columns, rows))
  await putInPlace(path.join(out, 'events.jsonl'), lines.join(''))
  return { events: lines.length, troubles }
}

async function writeEvent(
  folder: string,
  title: string | null,
  members: readonly StoryText[],
  { sources, pages }: Origins,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  const taken = new Map<string, string[]>()
  const entries: BatchSource[] = []
  for (const { source: name, publishedAt, outlet: named } of members) {
    const source = sources.get(name)
    if (!source) throw new Error(`no source is named ${name}`)
    const { outlet, location } = source
    const given = { outlet, publishedAt: source.publishedAt ?? publishedAt }
    if (looksLikeAddress(location)) {
      entries.push({ source: location, ...given })
      continue
    }
    const page = pages.get(name)
    if (page?.state === 'read') {
      const file = `${entries.length + 1}.${page.mediaType === 'html' ? 'html' : 'txt'}`
      await writeFile(path.join(folder, file), Buffer.from(page.bytes, 'base64'))
      entries.push({ ...given, source: file, outlet: named })
      continue
    }
    const base = path.basename(location)
    const before = taken.get(base)?.length ?? 0
    addTo(taken, base, name)
    const file = before === 0 && base !== 'event.json' ? base : `${before + 1}-${base}`
    await copyFile(location, path.join(folder, file))
    entries.push({ source: file, ...given })
  }
  await putInPlace(
    path.join(folder, 'event.json'),
    `${JSON.stringify({ title, sources: entries }, null, 1)}\n`,
  )
}
