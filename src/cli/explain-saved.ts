/**
 * `compare --why` on a saved report.json, which is explained as it is.
 *
 * Out: what the report comes to, or null where the file holds no report: then it is a source as any other.
 */
import type { ReportSummary } from '../model/pool-job.js'
import { summaryOf } from '../report/summary.js'
import { explained } from '../editions/why/explained.js'
import { savedReportAt } from './saved-report.js'
import type { Terminal } from './terminal.js'
import { UsageError } from './usage-error.js'

export async function explainSaved(
  file: string,
  { finding, json }: { readonly finding: string; readonly json: boolean },
  terminal: Terminal,
): Promise<ReportSummary | null> {
  const saved = await savedReportAt(file)
  if (!saved) return null
  const { ruleOf } = await import('../pipeline.js')
  const found = explained(saved, { finding, json, width: terminal.width }, ruleOf)
  if (!found.ok) throw new UsageError(found.reason)
  await terminal.out(found.text)
  return summaryOf(saved)
}
