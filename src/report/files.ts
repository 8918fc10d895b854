/**
 * All files of a report, as the CLI writes them into a folder and a server may hand them out.
 *
 * In: a Report. Out: names and contents. Never: writes to disk.
 */
import type { Report } from '../model/report.js'
import type { FormName } from './exports/form-names.js'
import { filesOf } from './exports/forms.js'
import type { ReportFile } from './report-file.js'

export type { ReportFile } from './report-file.js'

const always: readonly FormName[] = ['html', 'json', 'md', 'csv']

export function reportFiles(report: Report, also: readonly FormName[] = []): readonly ReportFile[] {
  return filesOf(report, [...always, ...also])
}
