/** Exit codes of contract v1. */
import type { ReadArticle, ReportSummary } from '../model/pool-job.js'

export const exitCodes = {
  complete: 0,
  nothingComparable: 1,
  partial: 2,
  failed: 3,
  usage: 64,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

export function exitCodeOf({ nothingComparable, complete }: ReportSummary): ExitCode {
  if (nothingComparable) return exitCodes.nothingComparable
  return complete ? exitCodes.complete : exitCodes.partial
}

/** Of a command that reads sources and compares nothing. */
export function exitCodeOfReading(articles: readonly Pick<ReadArticle, 'completeness'>[]): ExitCode {
  const lost = articles.filter(({ completeness }) => completeness.state === 'unreadable')
  if (lost.length === articles.length) return exitCodes.nothingComparable
  return lost.length > 0 ? exitCodes.partial : exitCodes.complete
}
