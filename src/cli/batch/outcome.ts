/** From a Report to the batch's result line, and the report's files into the event's folder. */
import path from 'node:path'
import type { Report } from '../../model/report.js'
import { reportFiles } from '../../report/files.js'
import { writeFolder } from '../output-folder.js'
import type { Terminal } from '../terminal.js'
import type { BatchItem } from './manifest.js'
import type { BatchResult } from './results.js'

export async function keepReport(
  item: BatchItem,
  report: Report,
  seconds: number,
  out: string,
  terminal: Pick<Terminal, 'warn'>,
): Promise<BatchResult> {
  const folder = folderOf(item)
  await writeFolder(path.join(out, folder), reportFiles(report), terminal)
  const nothing = report.issues.some((issue) => issue.code === 'nothing-comparable')
  return {
    id: item.id,
    hash: item.hash,
    state: nothing ? 'nothing-comparable' : report.complete ? 'complete' : 'partial',
    title: report.event.title,
    folder,
    sources: report.articles.length,
    articles: report.articles.filter((article) => article.completeness.state !== 'unreadable').length,
    texts: report.independence.groups.length,
    findings: report.findings.length,
    reasons: report.issues.filter(({ severity }) => severity === 'error').map(({ message }) => message),
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
    reasons: [reason],
    seconds: 0,
  }
}

/** Ids come from a file: what is no letter, digit, `-` or `_` becomes `_`, and the hash keeps two apart. */
function folderOf({ id, hash }: BatchItem): string {
  const safe = id.replace(/[^\p{L}\p{N}_-]/gu, '_').slice(0, 80)
  return safe === id ? id : `${safe}-${hash.slice(0, 8)}`
}
