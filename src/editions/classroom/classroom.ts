/**
 * Two files for a lesson: the student's sheet and the teacher's key.
 *
 * In: a Report. Out: HTML, or null where no two passages can be set side by side. Never: writes to disk.
 */
import type { Report } from '../../model/report.js'
import { maskOf } from '../masking/mask.js'
import { choose } from './choose.js'
import { keyPage } from './key.js'
import { studentPage } from './student.js'

export function studentSheet(report: Report): string | null {
  const mask = maskOf(report)
  const pages = choose(report, mask)
  return pages.every(isEmpty) ? null : studentPage(report, mask, pages)
}

export function keySheet(report: Report): string | null {
  const pages = choose(report, maskOf(report))
  return pages.every(isEmpty) ? null : keyPage(report, pages)
}

function isEmpty({ exercises }: ReturnType<typeof choose>[number]): boolean {
  return exercises.length === 0
}
