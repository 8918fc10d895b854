/** Exit codes of contract v1. */
import type { Report } from '../model/report.js'

export const exitCodes = {
  complete: 0,
  nothingComparable: 1,
  partial: 2,
  failed: 3,
  usage: 64,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

export function exitCodeOf(report: Report): ExitCode {
  if (report.issues.some((issue) => issue.code === 'nothing-comparable')) return exitCodes.nothingComparable
  return report.complete ? exitCodes.complete : exitCodes.partial
}
