/**
 * What the server tells its log: an event's name and fields (ids, hosts, codes, numbers).
 * Never: text of an article, a key, or a query string.
 */
import type { JobNotice } from '../jobs/deps.js'

export type LogLevel = 'info' | 'warning' | 'error'
export type Log = (level: LogLevel, event: string, fields?: Readonly<Record<string, unknown>>) => void

/** On standard error, one JSON object a line. */
export function logger(now: () => Date = () => new Date()): Log {
  return (level, event, fields = {}) => {
    process.stderr.write(`${JSON.stringify({ time: now().toISOString(), level, event, ...fields })}\n`)
  }
}

/** A job put off because it is not its host's turn is no news. */
export function logNotice(log: Log, notice: JobNotice): void {
  if (notice.kind === 'ran' && notice.outcome === 'later') return
  const trouble = notice.kind === 'process-lost' || (notice.kind === 'ran' && notice.outcome === 'failed')
  log(trouble ? 'warning' : 'info', notice.kind, notice)
}
