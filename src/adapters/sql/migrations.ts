/**
 * The schema, as steps from empty to current; the same steps run on SQLite and PostgreSQL. A step that has been
 * released is never changed: a new one is added.
 */
import { sql, type Kysely, type Migration, type MigrationProvider } from 'kysely'

export type Dialect = 'sqlite' | 'postgres'

export function migrations(dialect: Dialect): MigrationProvider {
  const steps: Record<string, Migration> = {
    '0001-first': first(dialect),
    '0002-transitions': transitions,
    '0003-runs': runs,
    '0004-no-plain-secret': noPlainSecret,
    '0005-summaries-discards': summariesDiscards,
  }
  return { getMigrations: () => Promise.resolve(steps) }
}

function first(dialect: Dialect): Migration {
  const binary = dialect === 'postgres' ? sql`bytea` : sql`blob`
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('contents')
        .addColumn('sha256', 'text', (column) => column.primaryKey())
        .addColumn('bytes', binary, (column) => column.notNull())
        .addColumn('media_type', 'text')
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('fetches')
        .addColumn('url', 'text', (column) => column.primaryKey())
        .addColumn('final_url', 'text')
        .addColumn('media_type', 'text')
        .addColumn('charset', 'text')
        .addColumn('sha256', 'text', (column) => column.notNull())
        .addColumn('fetched_at', 'text', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('fetch_leases')
        .addColumn('url', 'text', (column) => column.primaryKey())
        .addColumn('holder', 'text', (column) => column.notNull())
        .addColumn('until', 'bigint', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('host_turns')
        .addColumn('host', 'text', (column) => column.primaryKey())
        .addColumn('next_at', 'bigint', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('articles')
        .addColumn('key', 'text', (column) => column.primaryKey())
        .addColumn('sha256', 'text')
        .addColumn('article', 'text', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('comparisons')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('title', 'text')
        .addColumn('options', 'text', (column) => column.notNull())
        .addColumn('callback_url', 'text')
        .addColumn('batch', 'text')
        .addColumn('reasons', 'text', (column) => column.notNull())
        .addColumn('round', 'integer', (column) => column.notNull())
        .addColumn('idempotency_key', 'text', (column) => column.unique())
        .addColumn('request_hash', 'text')
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('deadline_at', 'bigint', (column) => column.notNull())
        .addColumn('finished_at', 'bigint')
        .execute()
      await db.schema
        .createTable('comparison_sources')
        .addColumn('comparison', 'text', (column) =>
          column.notNull().references('comparisons.id').onDelete('cascade'),
        )
        .addColumn('position', 'integer', (column) => column.notNull())
        .addColumn('source', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('page', 'text')
        .addColumn('sha256', 'text')
        .addColumn('article_key', 'text')
        .addColumn('issue', 'text')
        .addPrimaryKeyConstraint('comparison_sources_key', ['comparison', 'position'])
        .execute()
      await db.schema
        .createTable('reports')
        .addColumn('comparison', 'text', (column) =>
          column.primaryKey().references('comparisons.id').onDelete('cascade'),
        )
        .addColumn('report', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('batches')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('title', 'text')
        .addColumn('total', 'integer', (column) => column.notNull())
        .addColumn('idempotency_key', 'text', (column) => column.unique())
        .addColumn('request_hash', 'text')
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('deliveries')
        .addColumn('comparison', 'text', (column) =>
          column.primaryKey().references('comparisons.id').onDelete('cascade'),
        )
        .addColumn('url', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('attempts', 'integer', (column) => column.notNull())
        .addColumn('next_at', 'bigint', (column) => column.notNull())
        .addColumn('lease_until', 'bigint', (column) => column.notNull())
        .addColumn('last_error', 'text')
        .addColumn('delivered_at', 'bigint')
        .execute()
      await db.schema
        .createTable('api_keys')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('scopes', 'text', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('secrets')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('takedowns')
        .addColumn('sha256', 'text', (column) => column.primaryKey())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .execute()
      await index(db, 'deliveries', ['state', 'next_at'])
      await index(db, 'comparisons', ['finished_at'])
      await index(db, 'articles', ['sha256'])
      await index(db, 'fetches', ['sha256'])
      await index(db, 'comparisons', ['created_at', 'id'])
      await index(db, 'comparisons', ['state', 'created_at'])
      await index(db, 'comparisons', ['batch', 'created_at'])
      await index(db, 'comparison_sources', ['sha256'])
      await index(db, 'comparison_sources', ['article_key'])
    },
  }
}

/** Every change of state is kept, and the database refuses a comparison a second final one. */
const transitions: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('transitions')
      .addColumn('comparison', 'text', (column) =>
        column.notNull().references('comparisons.id').onDelete('cascade'),
      )
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('final', 'integer', (column) => column.notNull())
      .execute()
    await index(db, 'transitions', ['comparison'])
    await sql`create unique index transitions_one_end on transitions (comparison) where final = 1`.execute(db)
    await sql`insert into transitions (comparison, state, at, final)
      select id, state, finished_at, 1 from comparisons where finished_at is not null`.execute(db)
  },
}

/** What is under way in which process, so that only what ran when a process died is charged for it. */
const runs: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('processes')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('beat', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('runs')
      .addColumn('process', 'text', (column) => column.notNull())
      .addColumn('stage', 'text', (column) => column.notNull())
      .addColumn('comparison', 'text', (column) =>
        column.notNull().references('comparisons.id').onDelete('cascade'),
      )
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('lost', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('runs_key', ['process', 'stage', 'comparison', 'position'])
      .execute()
    await index(db, 'runs', ['comparison'])
  },
}

/** The secret of webhooks stood here in plain words; now it is derived, and only a salt is kept. */
const noPlainSecret: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`delete from secrets where name = 'webhook'`.execute(db)
  },
}

/** Lists say what differs without opening reports, and what was deleted by hand can be taken back for a while. */
const summariesDiscards: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('comparisons').addColumn('summary', 'text').execute()
    await db.schema.alterTable('comparisons').addColumn('discarded_at', 'bigint').execute()
    await index(db, 'comparisons', ['discarded_at'])
    await index(db, 'batches', ['created_at', 'id'])
  },
}

async function index(db: Kysely<unknown>, table: string, columns: string[]): Promise<void> {
  await db.schema
    .createIndex([table, ...columns].join('_'))
    .on(table)
    .columns(columns)
    .execute()
}
