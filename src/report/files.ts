/**
 * All files of a report, as the CLI writes them into a folder and a server may hand them out.
 *
 * In: a Report. Out: names and contents. Never: writes to disk.
 */
import type { Report } from '../model/report.js'
import { usualForms, type FormName } from './exports/forms.js'
import { filesOf, type ReportFile } from './exports/make.js'

export type { ReportFile }

export function reportFiles(report: Report, also: readonly FormName[] = []): readonly ReportFile[] {
  return filesOf(report, [...usualForms, ...also])
}
