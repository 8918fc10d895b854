/** The forms in which a report is handed out. In: the stored JSON. Out: a document, made in the pool, with its type and policy. */
import type { FilesJob, Written } from '../model/pool-job.js'
import { write, type Deps } from '../pool/pooled.js'
import { documentsOf, formNames, type ReportDocument } from '../editions/forms.js'
import { policy } from '../print/html/page.js'
import type { AppContext } from './deps.js'
import { HttpProblem } from './problems.js'
import type { AppDeps } from './sending.js'

export type ReportFormat = ReportDocument & { readonly suffix: string }

/** The same as cells.csv. */
const short: ReportFormat = {
  file: 'cells.csv',
  suffix: '.csv',
  title: 'CSV',
  mediaType: 'text/csv',
  describes: 'the same as cells.csv',
}

/** In the order in which Accept's ties are decided: what asks for nothing gets the contract. */
export const reportFormats: readonly ReportFormat[] = [
  ...formatsOf(['json']),
  ...formatsOf(formNames.filter((name) => name !== 'json')),
  short,
]

function formatsOf(names: readonly string[]): readonly ReportFormat[] {
  return documentsOf(names).flatMap((one) => (one.suffix === null ? [] : [{ ...one, suffix: one.suffix }]))
}

/** The document, with what else is asked of it; or the problem `no-report` where it cannot be had of this report. */
export async function documentOf(
  file: string,
  report: string,
  deps: Pick<Deps, 'pool' | 'paper'>,
  more: Pick<FilesJob, 'home' | 'given' | 'withoutText' | 'rows'> = {},
): Promise<string | Uint8Array> {
  if (file === 'report.json') return report
  const written = await write({ as: 'files', forms: [file], report, ...more }, deps)
  if (file === 'report.pdf' && written.state === 'refused')
    throw new HttpProblem('cannot-print', written.reason)
  return contentOf(written)
}

/** What was printed; or the problem `no-report`. */
export function printedOf(written: Written): string {
  return made(written).printed
}

function made(written: Written) {
  if (written.state === 'written') return written
  throw new HttpProblem('no-report', written.reason)
}

export function contentOf(written: Written): string | Uint8Array {
  const [file] = made(written).files
  if (!file) throw new Error('no document was made')
  return file.content
}

/** The report as a page, with what else is asked of it; it is made when there is room for it. */
export function sendHtml(
  c: AppContext,
  report: () => Promise<string>,
  deps: AppDeps,
  more: Pick<FilesJob, 'home' | 'given' | 'withoutText'>,
): Promise<Response> {
  c.header('content-security-policy', reportPolicy(more.home?.desk !== undefined))
  c.header('content-type', 'text/html; charset=utf-8')
  return deps.sending.body(c, async () => documentOf('report.html', await report(), deps, more))
}

/** The page's own policy, and no other page may frame it. */
export function reportPolicy(talks = false): string {
  return `${policy(talks)}; frame-ancestors 'none'`
}
