/**
 * `synoptic compare`: several reports of one event to one comparison. Prints a summary and writes the report's files;
 * with `--json` prints the Report and writes files only where `--out` says. With `--why` prints why one finding was made
 * and writes nothing.
 */
import { Report } from '../../model/report.js'
import { compareArticles } from '../../pipeline.js'
import { reportFiles } from '../../report/files.js'
import { applyReviews } from '../../report/review/apply.js'
import { writeJson } from '../../report/json.js'
import { renderTerminal } from '../../report/terminal.js'
import { withoutText } from '../../report/without-text.js'
import { exitCodeOf, type ExitCode } from '../exit-codes.js'
import { generatorOf } from '../../generator.js'
import { folderNameFor, writeFolder } from '../output-folder.js'
import { readReviews } from '../read-json.js'
import { readReference } from '../reference.js'
import { savedReportAt } from '../saved-report.js'
import { readSources } from '../sources.js'
import type { Terminal } from '../terminal.js'
import type { CompareOptions } from '../typed.js'
import { whyOf } from '../why.js'
import { refuseImpossible, warnWithoutSheet } from './export.js'

export async function compare(
  names: readonly string[],
  options: CompareOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const reviews = await readReviews(options.review)
  const saved = options.why === undefined || names.length !== 1 ? null : await savedReportAt(names[0] ?? '')
  if (saved && options.why !== undefined) {
    await terminal.out(whyOf(saved, options.why, options.json, terminal.width))
    return exitCodeOf(saved)
  }
  const { title, articles, issues } = await readSources(names, options, terminal)
  const reference =
    options.reference === undefined ? null : await readReference(options.reference, options, terminal)
  terminal.progress('comparing')
  const generator = generatorOf({ zone: options.zone, text: options.text })
  const full = compareArticles({ title: options.title ?? title, articles, issues, generator, reference })
  const reviewed = reviews.length === 0 ? full : applyReviews(full, reviews)
  const report = options.text ? reviewed : withoutText(reviewed)
  const also = options.classroom ? [...options.also, 'classroom' as const] : options.also
  refuseImpossible(report, also)

  if (options.why !== undefined) {
    await terminal.out(whyOf(report, options.why, options.json, terminal.width))
    return exitCodeOf(report)
  }

  const folder = options.out ?? (options.json ? null : folderNameFor(report.event.title))
  if (folder !== null) await writeFolder(folder, reportFiles(report, also), terminal)
  if (folder !== null && also.includes('classroom')) warnWithoutSheet(report, terminal)
  await terminal.out(
    options.json
      ? `${writeJson(Report, report)}\n`
      : renderTerminal(report, { width: terminal.width, colour: terminal.colour, folder }),
  )
  return exitCodeOf(report)
}
