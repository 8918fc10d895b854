/** One event of a batch: its sources, by paths from the manifest's folder and named as typed there, compared, and its report's files. */
import path from 'node:path'
import type { BatchItem } from '../../batch-manifest.js'
import { usualForms } from '../../editions/forms.js'
import { generatorOf } from '../../generator.js'
import type { BatchResult } from '../../model/batch-result.js'
import type { Issue } from '../../model/issue.js'
import type { ReadArticle } from '../../model/pool-job.js'
import type { Source, SourceList } from '../../model/source.js'
import { expandSources, readSource, write, type Deps } from '../../pool/pooled.js'
import { looksLikeAddress } from '../../text/web-address.js'
import { writeFolder } from '../files.js'
import { UsageError } from '../outcome.js'
import { comparedWithNotes, type SecondReader } from '../reading.js'

export type HereOptions = {
  readonly out: string
  readonly folder: string
  readonly zone: string
  readonly second: SecondReader | null
  /** Where notes lie, a folder an event, or null. */
  readonly notes: string | null
}

export async function resultOf(
  item: BatchItem,
  { folder, out, zone, second, notes: kept }: HereOptions,
  deps: Deps,
): Promise<BatchResult> {
  const started = performance.now()
  try {
    const { articles, ...list } = await readItem(item, folder, zone, deps)
    const beside = kept === null ? null : path.join(kept, folderOf(item), 'notes.json')
    const isThere = beside !== null && (await deps.disk.look(beside)).kind === 'file'
    const notes = list.notes ?? (isThere ? { name: beside, location: beside } : null)
    const event = {
      ...{ title: list.title, articles, issues: list.issues, notes, second },
      generator: generatorOf({ zone, text: true }),
      folder: () => path.join(out, folderOf(item)),
    }
    const noted = await comparedWithNotes(event, deps)
    const seconds = Math.round(performance.now() - started) / 1000
    return await keepReport(item, { ...noted, seconds }, out, deps)
  } catch (error) {
    if (error instanceof UsageError) return failed(item, error.message)
    const why = error instanceof Error ? error.message : String(error)
    const reason = `Comparing it failed, which is a defect of Synoptic or of this machine: ${why}`
    return failed(item, reason)
  }
}

/** The sources of an event one after the other, since several are read at once. */
export async function readItem(item: BatchItem, folder: string, zone: string, deps: Deps) {
  const { sources, title, ...list } = await expandItem(item, folder, (names) => expandSources(names, deps))
  const articles: ReadArticle[] = []
  for (const source of sources) articles.push(await readSource(source, deps, { zone }))
  return { ...list, title: item.title ?? title, articles }
}

export async function expandItem(
  item: BatchItem,
  folder: string,
  expand: (names: readonly string[]) => Promise<SourceList>,
): Promise<SourceList> {
  const sources: Source[] = []
  const issues: Issue[] = []
  const isOne = item.sources.length === 1
  let title: string | null = null
  let notes = item.notes === null ? null : { name: item.notes, location: path.resolve(folder, item.notes) }
  for (const { source: typed, outlet, publishedAt } of item.sources) {
    const opened = looksLikeAddress(typed) || path.isAbsolute(typed) ? typed : path.join(folder, typed)
    const asTyped = (name: string): string =>
      name.startsWith(opened) ? typed + name.slice(opened.length) : name
    const list = await expand([opened])
    if (isOne) title = list.title
    if (isOne) notes ??= list.notes ?? null
    issues.push(
      ...list.issues.map((issue) => ({
        ...issue,
        source: issue.source === null ? null : asTyped(issue.source),
        message: asTyped(issue.message),
      })),
    )
    sources.push(
      ...list.sources.map((source) => ({
        ...source,
        name: asTyped(source.name),
        outlet: outlet ?? source.outlet,
        publishedAt: publishedAt ?? source.publishedAt ?? null,
      })),
    )
  }
  return { title, notes, sources, issues }
}

export type Compared = {
  readonly json: string
  readonly issues: readonly Issue[]
  readonly notesFile: string | null
  readonly seconds: number
}

export async function keepReport(
  item: BatchItem,
  { json, issues, notesFile, seconds }: Compared,
  out: string,
  deps: Pick<Deps, 'pool'>,
): Promise<BatchResult> {
  const folder = folderOf(item)
  const written = await write({ as: 'files', report: json, issues, forms: usualForms }, deps)
  if (written.state === 'refused') return failed(item, written.reason)
  const { summary } = written
  if (!summary) throw new Error('a report was written without its summary')
  const { nothingComparable } = summary
  // Where nothing was compared, views would be empty; the JSON holds what was read.
  const files = nothingComparable ? written.files.filter(({ name }) => name === 'report.json') : written.files
  const notes = notesFile === null ? [] : [{ name: 'notes.json', content: notesFile }]
  await writeFolder(path.join(out, folder), [...files, ...notes], { warn: () => undefined })
  const { title, sources, blocks, first } = summary
  return {
    ...{ id: item.id, hash: item.hash },
    state: nothingComparable ? 'nothing-comparable' : summary.complete ? 'complete' : 'partial',
    ...{ title, folder, sources, articles: summary.readable },
    texts: nothingComparable ? 0 : summary.independentTexts,
    findings: nothingComparable ? 0 : summary.findings,
    ...{ blocks, first, reasons: summary.errors, seconds },
  }
}

export function failed(
  { id, hash, sources }: Pick<BatchItem, 'id' | 'hash' | 'sources'>,
  reason: string,
): BatchResult {
  return {
    ...{ id, hash, state: 'failed', title: null, folder: null, sources: sources.length },
    ...{ articles: 0, texts: 0, findings: 0, blocks: { cannot: 0, quoted: 0, told: 0 } },
    ...{ first: null, reasons: [reason], seconds: 0 },
  }
}

/** Ids come from a file: what is no letter, digit, `-` or `_` becomes `_`, and the hash keeps two apart. */
export function folderOf({ id, hash }: BatchItem): string {
  const safe = id.replace(/[^\p{L}\p{N}_-]/gu, '_').slice(0, 80)
  return safe === id ? id : `${safe}-${hash.slice(0, 8)}`
}
