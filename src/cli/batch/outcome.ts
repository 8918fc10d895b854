/** From a compared event to the batch's result line, and the report's files into the event's folder. */
import path from 'node:path'
import type { Issue } from '../../model/issue.js'
import { write, type Deps } from '../../pool/pooled.js'
import { usualForms } from '../../editions/forms.js'
import { writeFolder } from '../output-folder.js'
import type { BatchItem } from '../../batch-manifest.js'
import type { BatchResult } from '../../model/batch-result.js'

export type Compared = {
  /** The Report. */
  readonly json: string
  /** Remarks to be put before its own. */
  readonly issues: readonly Issue[]
  readonly seconds: number
}

export async function keepReport(
  item: BatchItem,
  { json, issues, seconds }: Compared,
  out: string,
  deps: Pick<Deps, 'pool'>,
): Promise<BatchResult> {
  const folder = folderOf(item)
  const print = { as: 'nothing' } as const
  const job = {
    as: 'files',
    report: json,
    issues,
    reviews: [],
    withText: true,
    forms: usualForms,
    print,
  } as const
  const written = await write(job, deps)
  if (written.state === 'refused') return failed(item.id, item.hash, item.sources.length, written.reason)
  const { summary } = written
  if (!summary) throw new Error('a report was written without its summary')
  const { nothingComparable } = summary
  // Where nothing was compared, views would be empty; the JSON holds what was read.
  const files = nothingComparable ? written.files.filter(({ name }) => name === 'report.json') : written.files
  await writeFolder(path.join(out, folder), files, { warn: () => undefined })
  return {
    id: item.id,
    hash: item.hash,
    state: nothingComparable ? 'nothing-comparable' : summary.complete ? 'complete' : 'partial',
    title: summary.title,
    folder,
    sources: summary.sources,
    articles: summary.readable,
    texts: nothingComparable ? 0 : summary.independentTexts,
    findings: nothingComparable ? 0 : summary.findings,
    blocks: summary.blocks,
    first: summary.first,
    reasons: summary.errors,
    seconds,
  }
}

export function failed(id: string, hash: string, sources: number, reason: string): BatchResult {
  return {
    id,
    hash,
    state: 'failed',
    title: null,
    folder: null,
    sources,
    articles: 0,
    texts: 0,
    findings: 0,
    blocks: { cannot: 0, quoted: 0, told: 0 },
    first: null,
    reasons: [reason],
    seconds: 0,
  }
}

/** Ids come from a file: what is no letter, digit, `-` or `_` becomes `_`, and the hash keeps two apart. */
function folderOf({ id, hash }: BatchItem): string {
  const safe = id.replace(/[^\p{L}\p{N}_-]/gu, '_').slice(0, 80)
  return safe === id ? id : `${safe}-${hash.slice(0, 8)}`
}
