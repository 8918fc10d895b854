/** `synoptic diff`: what changed between two saved reports. Exit code 1 where they have no article in common. */
import { ReportDiff } from '../../model/diff.js'
import { diffReports } from '../../editions/diff/diff.js'
import { renderDiff } from '../../editions/diff/print.js'
import { writeJson } from '../../report/json.js'
import { exitCodes, type ExitCode } from '../exit-codes.js'
import { openSavedReport } from '../saved-report.js'
import type { Terminal } from '../terminal.js'
import type { DiffOptions } from '../typed.js'

export async function diff(
  oldFile: string,
  newFile: string,
  options: DiffOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const old = await openSavedReport(oldFile)
  const fresh = await openSavedReport(newFile)
  const found = diffReports(old, fresh)
  const shared = fresh.articles.length > found.articles.added.length
  if (!shared)
    terminal.warn(
      'warning: no article of one report is in the other (not by content, source, address or outlet): the two may be on different events.',
    )
  await terminal.out(options.json ? `${writeJson(ReportDiff, found)}\n` : renderDiff(found, terminal.width))
  return shared ? exitCodes.complete : exitCodes.nothingComparable
}
