/**
 * The tables as Kysely types: one shape for SQLite and PostgreSQL. Times are milliseconds since the epoch. Names are written
 * with underscores in the database and in raw SQL.
 */
export type Tables = {
  contents: { sha256: string; bytes: Uint8Array; mediaType: string | null; createdAt: number }
  fetches: {
    url: string
    finalUrl: string | null
    mediaType: string | null
    charset: string | null
    sha256: string
    fetchedAt: string
    createdAt: number
  }
  fetchLeases: { url: string; holder: string; until: number }
  hostTurns: { host: string; nextAt: number }
  articles: { key: string; sha256: string | null; article: string; createdAt: number }
  comparisons: {
    id: string
    state: string
    title: string | null
    options: string
    callbackUrl: string | null
    batch: string | null
    reasons: string
    round: number
    idempotencyKey: string | null
    requestHash: string | null
    createdAt: number
    deadlineAt: number
    finishedAt: number | null
    /** JSON of the ReportSummary. */
    summary: string | null
    discardedAt: number | null
  }
  comparisonSources: {
    comparison: string
    position: number
    source: string
    state: string
    page: string | null
    sha256: string | null
    articleKey: string | null
    issue: string | null
  }
  transitions: { comparison: string; state: string; at: number; final: number }
  reports: { comparison: string; report: string }
  batches: {
    id: string
    title: string | null
    total: number
    idempotencyKey: string | null
    requestHash: string | null
    createdAt: number
  }
  deliveries: {
    comparison: string
    url: string
    state: string
    attempts: number
    /** 0 when there will be no further try. */
    nextAt: number
    leaseUntil: number
    lastError: string | null
    deliveredAt: number | null
  }
  apiKeys: { id: string; name: string; scopes: string; hash: string; createdAt: number }
  secrets: { name: string; value: string }
  /** Processes that work. The number is raised while they live. */
  processes: { id: string; beat: number }
  /** What is under way in which process; `lost` is 1 once that process is gone. */
  runs: { process: string; stage: string; comparison: string; position: number; lost: number }
  takedowns: { sha256: string; createdAt: number }
}
