/** Structured log lines on standard error, one JSON object each. Never text of an article. */
export type LogLevel = 'info' | 'warning' | 'error'
export type Log = (level: LogLevel, event: string, fields?: Readonly<Record<string, unknown>>) => void

export function logger(now: () => Date = () => new Date()): Log {
  return (level, event, fields = {}) => {
    process.stderr.write(`${JSON.stringify({ time: now().toISOString(), level, event, ...fields })}\n`)
  }
}
