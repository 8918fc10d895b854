/** How a command ends: exit codes of contract v1; a sentence for what the user or the machine can mend, the stack for a defect. */
import type { ReadArticle, ReportSummary } from '../model/pool-job.js'
import { ConfigError } from '../settings.js'
import { systemReason } from '../text/system-error.js'

export class UsageError extends Error {
  override readonly name = 'UsageError'
}

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

export function exitCodeOfReading(articles: readonly Pick<ReadArticle, 'completeness'>[]): ExitCode {
  const lost = articles.filter(({ completeness }) => completeness.state === 'unreadable')
  if (lost.length === articles.length) return exitCodes.nothingComparable
  return lost.length > 0 ? exitCodes.partial : exitCodes.complete
}

export function reportFailure(error: unknown): ExitCode {
  if (isUsage(error)) {
    process.stderr.write(`error: ${error.message}\n`)
    return exitCodes.usage
  }
  if (error instanceof Error && isOfTheMachine(error)) {
    process.stderr.write(`error: ${wordsFor(error)}\n`)
    return exitCodes.failed
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(
    `error: Synoptic failed; this is a defect. Please report it with these lines:\n${detail}\n`,
  )
  return exitCodes.failed
}

/** A manifest's trouble goes by its name, as a store's does, since its module brings much along. */
function isUsage(error: unknown): error is Error {
  if (error instanceof UsageError || error instanceof ConfigError) return true
  return error instanceof Error && error.name === 'ManifestTrouble'
}

/** The port is taken, the disk is full or may not be written, a folder is in the way, the store cannot be used: the machine's matter, and no defect. */
function isOfTheMachine(error: Error): boolean {
  if (error.name === 'StoreUnusable') return true
  if (!('syscall' in error)) return false
  return error.syscall === 'listen' || ('code' in error && machineCodes.has(String(error.code)))
}

function wordsFor(error: Error): string {
  if ('code' in error && error.code === 'EADDRINUSE')
    return `${error.message}. Stop what listens there, or give another port.`
  return 'path' in error && typeof error.path === 'string'
    ? `${error.path}: ${systemReason(error)}.`
    : systemReason(error)
}

const machineCodes: ReadonlySet<string> = new Set([
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EACCES',
  'EISDIR',
  'EPERM',
  'EIO',
  'EMFILE',
])
