/**
 * `synoptic export`: a saved report.json in other forms, with reviews applied where given. Reads no source again.
 */
import path from 'node:path'
import { filesOf, impossible } from '../../editions/make.js'
import { applyReviews } from '../../editions/review/apply.js'
import type { Report } from '../../model/report.js'
import type { FormName } from '../../editions/forms.js'
import { exitCodes, type ExitCode } from '../exit-codes.js'
import { writeFolder, warnWithoutSheet } from '../output-folder.js'
import { readReviews } from '../read-json.js'
import { openSavedReport } from '../saved-report.js'
import type { Terminal } from '../terminal.js'
import type { ExportOptions } from '../typed.js'
import { UsageError } from '../usage-error.js'
import { plainText } from '../../text/plain-text.js'

export async function exportReport(
  file: string,
  options: ExportOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const saved = await openSavedReport(file)
  const reviews = await readReviews(options.review)
  const report = reviews.length === 0 ? saved : applyReviews(saved, reviews)
  refuseImpossible(report, options.to)
  const files = filesOf(report, options.to)
  const folder = options.out ?? path.dirname(file)
  await writeFolder(folder, files, terminal)
  if (options.to.includes('classroom')) warnWithoutSheet(files, terminal)
  await terminal.out(files.map(({ name }) => `${plainText(path.join(folder, name))}\n`).join(''))
  return exitCodes.complete
}

function refuseImpossible(report: Report, names: readonly FormName[]): void {
  const bare = impossible(report, names)
  if (bare.length > 0)
    throw new UsageError(
      `The form ${bare.join(', ')} needs the articles’ texts, and this report was made with --no-text.`,
    )
}
