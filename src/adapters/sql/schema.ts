/**
 * The schema, the same on SQLite and PostgreSQL, but for what a column of bytes is called. Once a version has been
 * released its step is never changed: a new one is added.
 */
import { type Kysely, type MigrationProvider, sql } from 'kysely'

export type Dialect = 'sqlite' | 'postgres'

export function migrations(dialect: Dialect): MigrationProvider {
  const statements = [...schema(dialect === 'postgres' ? 'bytea' : 'blob'), ...search[dialect]]
  const first = {
    async up(db: Kysely<unknown>) {
      for (const statement of statements) await sql.raw(statement).execute(db)
    },
  }
  return { getMigrations: () => Promise.resolve({ [schemaVersion]: first }) }
}

export const schemaVersion = '0001-schema'

const ofComparison = 'comparison text not null references comparisons (id) on delete cascade'

const schema = (bytes: string): readonly string[] => [
  `create table contents (sha256 text primary key, bytes ${bytes} not null, media_type text, created_at bigint not null)`,
  `create table fetches (url text primary key, final_url text, media_type text, charset text, sha256 text not null,
    fetched_at text not null, exchange text, created_at bigint not null)`,
  'create table fetch_leases (url text primary key, holder text not null, until bigint not null)',
  'create table host_turns (host text primary key, next_at bigint not null)',
  `create table articles (key text primary key, sha256 text, text text, article text not null,
    about text, terms text, created_at bigint not null)`,
  `create table comparisons (id text primary key, state text not null, title text, options text not null,
    callback_url text, batch text, reasons text not null, round integer not null, idempotency_key text unique,
    request_hash text, created_at bigint not null, deadline_at bigint not null, finished_at bigint, summary text,
    discarded_at bigint, notes text, notes_reason text, story text, submitted_by text)`,
  `create table comparison_sources (${ofComparison}, position integer not null, source text not null,
    state text not null, page text, sha256 text, article_key text, issue text, address text, text text, primary key (comparison, position))`,
  `create table comparison_outlets (${ofComparison}, position integer not null, outlet text not null, folded text not null,
    primary key (comparison, position))`,
  `create table comparison_tags (${ofComparison}, tag text not null, primary key (comparison, tag))`,
  `create table saved_searches (id text primary key, name text not null, query text not null, created_at bigint not null)`,
  `create table reports (${ofComparison} primary key, report text not null)`,
  `create table notes (${ofComparison} primary key, notes text not null)`,
  `create table transitions (${ofComparison}, state text not null, at bigint not null, final integer not null)`,
  `create table batches (id text primary key, title text, total integer not null, idempotency_key text unique,
    request_hash text, created_at bigint not null)`,
  `create table deliveries (${ofComparison} primary key, url text not null, state text not null,
    attempts integer not null, next_at bigint not null, lease_until bigint not null, last_error text,
    delivered_at bigint)`,
  `create table api_keys (id text primary key, name text not null, scopes text not null, hash text not null,
    created_at bigint not null)`,
  'create table secrets (name text primary key, value text not null)',
  'create table reader_days (day text primary key, tokens bigint not null)',
  'create table takedowns (sha256 text primary key, created_at bigint not null)',
  'create table processes (id text primary key, beat bigint not null)',
  'create table stories (id text primary key, title text, created_at bigint not null, changed_at bigint not null)',
  `create table story_reports (story text not null references stories (id) on delete cascade, address text not null,
    source text not null, sha256 text, added_at bigint not null, primary key (story, address))`,
  `create table story_rulings (source text not null, other text not null, ruling text not null, at bigint not null,
    primary key (source, other))`,
  'create table watch_feeds (address text primary key, feed text not null)',
  'create table watch_entries (address text primary key, due_at bigint, entry text not null)',
  `create table watch_articles (address text primary key, feed text not null, host text not null, text text not null,
    story text, place bigint, found_at bigint not null, due_at bigint, article text not null)`,
  'create table watch_words (address text primary key, words text not null)',
  'create table watch_comparisons (id text primary key, story text not null, at bigint not null, made text not null)',
  'create table watch_reports (id text primary key, report text not null)',
  'create table watch_robots (origin text primary key, robots text not null)',
  'create table watch_pages (sha256 text primary key, page text not null)',
  `create table version_changes (address text not null, old text not null, new text not null, found text not null,
    at bigint not null, primary key (address, old, new))`,
  `create table runs (process text not null, stage text not null, ${ofComparison}, position integer not null,
    lost integer not null, primary key (process, stage, comparison, position))`,
  // The database itself refuses a comparison a second final state.
  'create unique index transitions_one_end on transitions (comparison) where final = 1',
  ...[
    'deliveries (state, next_at)',
    'comparisons (finished_at)',
    'comparisons (created_at, id)',
    'comparisons (state, created_at)',
    'comparisons (batch, created_at)',
    'comparisons (discarded_at)',
    'comparisons (notes)',
    'comparisons (submitted_by, created_at)',
    'comparison_outlets (folded, comparison)',
    'comparison_outlets (outlet)',
    'comparison_tags (tag, comparison)',
    'comparison_sources (sha256)',
    'comparison_sources (article_key)',
    'articles (sha256)',
    'fetches (sha256)',
    'batches (created_at, id)',
    'transitions (comparison)',
    'runs (comparison)',
    'comparisons (story, created_at)',
    'stories (changed_at, id)',
    'story_reports (sha256)',
    'story_reports (address)',
    'story_rulings (other)',
    'comparison_sources (address)',
    'watch_entries (due_at)',
    'watch_articles (due_at)',
    'watch_articles (host, text)',
    'watch_articles (story, place)',
    'watch_articles (place)',
    'watch_articles (found_at)',
    'watch_comparisons (at)',
    'watch_comparisons (story, at)',
  ].map((on) => `create index ${on.replace(/\W+/gu, '_')} on ${on}`),
]

/** The words of a comparison, found by either database's own index. What is deleted leaves it at once, too. */
const search: Readonly<Record<Dialect, readonly string[]>> = {
  sqlite: [
    `create table listed (place integer primary key, comparison text not null unique references comparisons (id) on delete cascade,
      words text not null)`,
    `create virtual table listed_words using fts5 (words, content='listed', content_rowid='place', detail=none,
      prefix='3', tokenize='unicode61 remove_diacritics 0')`,
    `insert into listed_words (listed_words, rank) values ('secure-delete', 1)`,
    `create trigger listed_comes after insert on listed begin
      insert into listed_words (rowid, words) values (new.place, new.words); end`,
    `create trigger listed_goes after delete on listed begin
      insert into listed_words (listed_words, rowid, words) values ('delete', old.place, old.words); end`,
  ],
  postgres: [
    `create table listed (${ofComparison} primary key, words text not null,
      vector tsvector generated always as (to_tsvector('simple', words)) stored)`,
    'create index listed_vector on listed using gin (vector)',
  ],
}

/** Each after those that it refers to. */
export const tableNames: readonly string[] = [...schema('blob'), ...search.sqlite].flatMap(
  (statement) => /^create table (\w+)/u.exec(statement)?.[1] ?? [],
)

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
    exchange: string | null
    createdAt: number
  }
  fetchLeases: { url: string; holder: string; until: number }
  hostTurns: { host: string; nextAt: number }
  articles: {
    key: string
    sha256: string | null
    text: string | null
    article: string
    /** JSON of the ReadAbout, and the text's terms. */
    about: string | null
    terms: string | null
    createdAt: number
  }
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
    /** How far a second reader's notes are. */
    notes: string | null
    notesReason: string | null
    /** The story whose reports it compares. */
    story: string | null
    /** Id of the key it was sent with, or null. */
    submittedBy: string | null
  }
  /** Words by which a comparison is found; the index is the database's own. */
  listed: { comparison: string; words: string }
  /** `folded`: its terms. */
  comparisonOutlets: { comparison: string; position: number; outlet: string; folded: string }
  comparisonTags: { comparison: string; tag: string }
  savedSearches: { id: string; name: string; query: string; createdAt: number }
  comparisonSources: {
    comparison: string
    position: number
    source: string
    state: string
    page: string | null
    sha256: string | null
    articleKey: string | null
    issue: string | null
    /** Of the page that was read, and the hash of its text: its version. */
    address: string | null
    text: string | null
  }
  transitions: { comparison: string; state: string; at: number; final: number }
  reports: { comparison: string; report: string }
  /** Text of a notes file. */
  notes: { comparison: string; notes: string }
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
  /** Tokens of the reader that were spent or are set aside. */
  readerDays: { day: string; tokens: number }
  takedowns: { sha256: string; createdAt: number }
  watchFeeds: { address: string; feed: string }
  watchEntries: { address: string; dueAt: number | null; entry: string }
  watchArticles: {
    address: string
    feed: string
    host: string
    /** Of the last version. */
    text: string
    story: string | null
    place: number | null
    foundAt: number
    dueAt: number | null
    article: string
  }
  watchWords: { address: string; words: string }
  watchComparisons: { id: string; story: string; at: number; made: string }
  watchReports: { id: string; report: string }
  watchRobots: { origin: string; robots: string }
  /** A page without its bytes. */
  watchPages: { sha256: string; page: string }
  /** What changed between two versions of an article. */
  versionChanges: { address: string; old: string; new: string; found: string; at: number }
  stories: { id: string; title: string | null; createdAt: number; changedAt: number }
  /** `address`: of the page, or the hash of bytes that have none. `sha256`: of bytes that were handed in. */
  storyReports: { story: string; address: string; source: string; sha256: string | null; addedAt: number }
  /** What a person said of two addresses, the smaller one first. */
  storyRulings: { source: string; other: string; ruling: string; at: number }
}
