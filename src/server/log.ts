/**
 * What the server tells its log: an event's name and fields (ids, hosts, codes, numbers).
 * Never: text of an article, a key, or a query string.
 */
export type LogLevel = 'info' | 'warning' | 'error'
export type Log = (level: LogLevel, event: string, fields?: Readonly<Record<string, unknown>>) => void
