/** What the server gets from outside, and its limits with their defaults. */
import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono } from 'hono'
import type { Scope } from '../model/api-key.js'
import type { Change } from '../model/desk.js'
import type { Retention } from '../jobs/deliver.js'
import type { JobDeps } from '../jobs/deps.js'
import type { Log, Metrics } from './metrics.js'

export type Rate = {
  readonly perMinute: number
  /** Requests at once before the rate counts. */
  readonly burst: number
}

export const defaultSettings = {
  /** False on loopback alone: then everybody on this machine may do everything. */
  keysRequired: true as boolean,
  /** Names that the Host header may have (without port), or null for any. */
  allowedHosts: null as readonly string[] | null,
  /** Largest body of one submission or inspection, and of a batch. Bytes. */
  maxBodyBytes: 20_000_000,
  maxBatchBytes: 50_000_000,
  /** Largest uploaded source: as of a page that is fetched. Bytes. */
  maxSourceBytes: 10_000_000,
  /** Whether a webhook may go to this machine or a private network. */
  allowPrivate: false as boolean,
  maxSources: 20,
  maxEvents: 1_000,
  defaultZone: 'UTC',
  defaultDeadlineSeconds: 600,
  maxDeadlineSeconds: 86_400,
  rates: {
    reads: { perMinute: 1_200, burst: 300 },
    writes: { perMinute: 120, burst: 60 },
    failedKeys: { perMinute: 10, burst: 10 },
  },
  /** Open event streams and batch results at once. */
  maxStreams: 200,
  /** Bytes of large answers that lie there for their readers; how long a connection may take nothing. */
  maxOutgoingBytes: 64_000_000,
  stallMs: 20_000,
  /** How often a stream looks for news, and how long it is silent at most. */
  pollMs: 500,
  heartbeatMs: 15_000,
  /** Inspections at once: each burns a core. */
  maxInspections: 2,
  sessionMs: 12 * 3_600_000,
  /** Longest time for which a report is shared, and whether its articles may go with it. */
  maxShareDays: 90,
  shareTexts: false as boolean,
  /** The operator's second reader: its model, where texts go (null: they stay here), and whether uploads may. */
  reader: null as {
    readonly model: string
    readonly sendsTo: string | null
    readonly uploads: boolean
  } | null,
  /** How long what is kept. */
  retention: { reportsMs: null, articlesMs: null, contentsMs: null, fetchesMs: null } as Retention,
}
export type ServerSettings = Readonly<typeof defaultSettings>

export const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'] as const

/** The queue's dashboard, mounted under its own path; null where the queue has none. */
export type Dashboard = { readonly path: string; readonly app: Hono }

export type ServerDeps = JobDeps & {
  readonly settings: ServerSettings
  readonly metrics: Metrics
  readonly log: Log
  /** Random part of a new id, 20 or more lower-case hex digits. */
  readonly newId: () => string
  /** Aborted when the server stops: open streams end. */
  readonly stopping: AbortSignal
  readonly dashboard: Dashboard | null
}

/** Who asks: a key, or a person on this machine where no key is needed. */
export type Caller = {
  readonly key: string | null
  readonly name: string
  readonly scopes: readonly Scope[]
  /** Signed in by a cookie: its hash, and what a form must bring to be one of ours. */
  readonly session: { readonly hash: string; readonly token: string } | null
  /** Address of the connection; behind a proxy, the proxy's. */
  readonly address: string
}

export type AppEnv = {
  Bindings: HttpBindings
  Variables: {
    caller: Caller
    route: string
    /** What the request changed, for the log, where its address does not say enough; a line each. */
    changes?: readonly Partial<Pick<Change, 'what' | 'target' | 'from' | 'to'>>[]
  }
}
export type AppContext = Context<AppEnv>
