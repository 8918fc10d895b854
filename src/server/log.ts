/**
 * Structured log: one JSON object a line. In: an event's name and fields. Out: a line to the writer.
 * Never: text of an article, a key, or a query string; fields are ids, hosts, codes and numbers.
 */
export type LogLevel = 'info' | 'warn' | 'error'
export type LogFields = Readonly<Record<string, string | number | boolean | null>>
export type Log = (level: LogLevel, event: string, fields?: LogFields) => void

/** Longest value of a field: an error's message may quote what it choked on. */
const longest = 500

export function jsonLog(write: (line: string) => void, now: () => number): Log {
  return (level, event, fields = {}) => {
    const line: Record<string, string | number | boolean | null> = {
      time: new Date(now()).toISOString(),
      level,
      event,
    }
    for (const [name, value] of Object.entries(fields))
      line[name] = typeof value === 'string' ? value.slice(0, longest) : value
    write(`${JSON.stringify(line)}\n`)
  }
}

export const silentLog: Log = () => undefined
