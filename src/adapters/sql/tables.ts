/** The tables as Kysely types: one shape for SQLite and PostgreSQL. Times are milliseconds since the epoch. */
export type Tables = {
  contents: { sha256: string; bytes: Uint8Array; media_type: string | null; created_at: number }
  fetches: {
    url: string
    final_url: string | null
    media_type: string | null
    charset: string | null
    sha256: string
    fetched_at: string
    created_at: number
  }
  fetch_leases: { url: string; holder: string; until: number }
  host_turns: { host: string; next_at: number }
  articles: { key: string; sha256: string | null; article: string; created_at: number }
  comparisons: {
    id: string
    state: string
    title: string | null
    options: string
    callback_url: string | null
    batch: string | null
    reasons: string
    round: number
    idempotency_key: string | null
    request_hash: string | null
    created_at: number
    deadline_at: number
    finished_at: number | null
    /** JSON of the ReportSummary. */
    summary: string | null
    discarded_at: number | null
  }
  comparison_sources: {
    comparison: string
    position: number
    source: string
    state: string
    page: string | null
    sha256: string | null
    article_key: string | null
    issue: string | null
  }
  transitions: { comparison: string; state: string; at: number; final: number }
  reports: { comparison: string; report: string }
  batches: {
    id: string
    title: string | null
    total: number
    idempotency_key: string | null
    request_hash: string | null
    created_at: number
  }
  deliveries: {
    comparison: string
    url: string
    state: string
    attempts: number
    /** 0 when there will be no further try. */
    next_at: number
    lease_until: number
    last_error: string | null
    delivered_at: number | null
  }
  api_keys: { id: string; name: string; scopes: string; hash: string; created_at: number }
  secrets: { name: string; value: string }
  /** Processes that work. The number is raised while they live. */
  processes: { id: string; beat: number }
  /** What is under way in which process; `lost` is 1 once that process is gone. */
  runs: { process: string; stage: string; comparison: string; position: number; lost: number }
  takedowns: { sha256: string; created_at: number }
}
