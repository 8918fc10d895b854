/**
 * Two files for a lesson: the student's sheet and the teacher's key.
 *
 * In: a Report. Out: two HTML files, or none where no two passages can be set side by side. Never: writes to disk.
 */
import type { Report } from '../../model/report.js'
import { maskOf } from '../masking/mask.js'
import type { ReportFile } from '../report-file.js'
import { choose } from './choose.js'
import { keyPage } from './key.js'
import { studentPage } from './student.js'

export function classroomFiles(report: Report): readonly ReportFile[] {
  const mask = maskOf(report)
  const pages = choose(report, mask)
  if (pages.every(({ exercises }) => exercises.length === 0)) return []
  return [
    { name: 'classroom-student.html', content: studentPage(report, mask, pages) },
    { name: 'classroom-key.html', content: keyPage(report, pages) },
  ]
}
