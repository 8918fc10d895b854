/**
 * Configuration of the HTTP server: from the environment to one checked value.
 *
 * In:    environment variables. Out: ServerConfig, or every problem found in one ConfigError.
 * Never: read anywhere but at the program's edge.
 *
 * | variable | default | meaning |
 * |---|---|---|
 * | SYNOPTIC_HOST | 127.0.0.1 | address to listen on; any but loopback needs API keys |
 * | SYNOPTIC_PORT | 8080 | port to listen on; 0 takes a free one |
 * | SYNOPTIC_ALLOWED_HOSTS | none | host names, with commas, under which the server is reached; with these it needs API keys on loopback too |
 * | SYNOPTIC_MAX_SOURCES | 20 | sources of one comparison |
 * | SYNOPTIC_MAX_EVENTS | 1000 | events of one batch |
 * | SYNOPTIC_MAX_BODY | 20000000 | bytes of one submission |
 * | SYNOPTIC_MAX_BATCH_BODY | 50000000 | bytes of one batch |
 * | SYNOPTIC_RATE_READS | 1200 | requests a minute that only look, for each key or address |
 * | SYNOPTIC_RATE_WRITES | 120 | requests a minute that change something, likewise |
 * | SYNOPTIC_WEBHOOK_SECRET | derived | signs webhooks |
 * | SYNOPTIC_WEBHOOK_TRIES | 10 | tries before a webhook is given up |
 * | SYNOPTIC_KEEP_REPORTS | 0 | days that finished comparisons are kept; 0: until they are deleted |
 * | SYNOPTIC_KEEP_ARTICLES | 30 | days that read articles are kept to spare reading them again |
 * | SYNOPTIC_KEEP_PAGES | 30 | days that bytes of pages and uploads are kept |
 * | SYNOPTIC_KEEP_FETCHES | 7 | days that it is known which address gave which bytes |
 * | SYNOPTIC_METRICS_PORT | none | port on which a worker process tells health and metrics |
 * | SYNOPTIC_METRICS_HOST | 127.0.0.1 | address for it; no key is asked there |
 */
import { z } from 'zod'
import { parseEnvironment } from './config.js'
import { deliverLimits, type DeliverLimits } from './jobs/deliver.js'
import type { Retention } from './jobs/retain.js'
import { defaultSettings, type ServerSettings } from './server/deps.js'

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most)
const days = z.coerce.number().min(0).max(36_500)

const Environment = z.object({
  SYNOPTIC_HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]{1,253}$/u)
    .default('127.0.0.1'),
  SYNOPTIC_PORT: whole(0, 65_535).default(8_080),
  SYNOPTIC_ALLOWED_HOSTS: z
    .string()
    .regex(/^[A-Za-z0-9.:[\]-]{1,253}(?:\s?,\s?[A-Za-z0-9.:[\]-]{1,253}){0,50}$/u)
    .optional(),
  SYNOPTIC_MAX_SOURCES: whole(1, 1_000).default(defaultSettings.maxSources),
  SYNOPTIC_MAX_EVENTS: whole(1, 100_000).default(defaultSettings.maxEvents),
  SYNOPTIC_MAX_BODY: whole(1_000, 1_000_000_000).default(defaultSettings.maxBodyBytes),
  SYNOPTIC_MAX_BATCH_BODY: whole(1_000, 1_000_000_000).default(defaultSettings.maxBatchBytes),
  SYNOPTIC_RATE_READS: whole(1, 1_000_000).default(defaultSettings.rates.reads.perMinute),
  SYNOPTIC_RATE_WRITES: whole(1, 1_000_000).default(defaultSettings.rates.writes.perMinute),
  SYNOPTIC_WEBHOOK_SECRET: z.string().min(16).max(500).optional(),
  SYNOPTIC_WEBHOOK_TRIES: whole(1, 100).default(deliverLimits.tries),
  SYNOPTIC_KEEP_REPORTS: days.default(0),
  SYNOPTIC_KEEP_ARTICLES: days.default(30),
  SYNOPTIC_KEEP_PAGES: days.default(30),
  SYNOPTIC_KEEP_FETCHES: days.default(7),
  SYNOPTIC_METRICS_PORT: whole(0, 65_535).optional(),
  SYNOPTIC_METRICS_HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]{1,253}$/u)
    .default('127.0.0.1'),
})

const shouldBe: Readonly<Record<string, string>> = {
  SYNOPTIC_HOST: 'an address or host name to listen on, such as 127.0.0.1 or 0.0.0.0',
  SYNOPTIC_PORT: 'a whole number from 0 to 65535',
  SYNOPTIC_ALLOWED_HOSTS: 'host names with commas, such as synoptic.example',
  SYNOPTIC_MAX_SOURCES: 'a whole number from 1 to 1000',
  SYNOPTIC_MAX_EVENTS: 'a whole number from 1 to 100000',
  SYNOPTIC_MAX_BODY: 'a whole number of bytes from 1000 to 1000000000',
  SYNOPTIC_MAX_BATCH_BODY: 'a whole number of bytes from 1000 to 1000000000',
  SYNOPTIC_RATE_READS: 'a whole number from 1 to 1000000',
  SYNOPTIC_RATE_WRITES: 'a whole number from 1 to 1000000',
  SYNOPTIC_WEBHOOK_SECRET: 'at least 16 characters',
  SYNOPTIC_WEBHOOK_TRIES: 'a whole number from 1 to 100',
  SYNOPTIC_KEEP_REPORTS: 'a number of days, 0 for ever',
  SYNOPTIC_KEEP_ARTICLES: 'a number of days, 0 for ever',
  SYNOPTIC_KEEP_PAGES: 'a number of days, 0 for ever',
  SYNOPTIC_KEEP_FETCHES: 'a number of days, 0 for ever',
  SYNOPTIC_METRICS_PORT: 'a whole number from 0 to 65535',
  SYNOPTIC_METRICS_HOST: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0',
}

export type ServerConfig = {
  readonly host: string
  readonly port: number
  /** Names beside those of loopback, or null. */
  readonly allowedHosts: readonly string[] | null
  readonly settings: Omit<
    ServerSettings,
    'keysRequired' | 'allowedHosts' | 'defaultDeadlineSeconds' | 'maxSourceBytes' | 'allowPrivate'
  >
  /** Null: the store makes and keeps one. */
  readonly webhookSecret: string | null
  readonly deliver: DeliverLimits
  readonly retention: Retention
  /** Where a worker process tells health and metrics, or null. */
  readonly workerMetrics: { readonly host: string; readonly port: number } | null
}

export function readServerConfig(environment: Readonly<Record<string, string | undefined>>): ServerConfig {
  const env = parseEnvironment(Environment, shouldBe, environment)
  const rate = (perMinute: number) => ({ perMinute, burst: Math.max(1, Math.ceil(perMinute / 2)) })
  return {
    host: env.SYNOPTIC_HOST,
    port: env.SYNOPTIC_PORT,
    allowedHosts: env.SYNOPTIC_ALLOWED_HOSTS?.split(',').map((name) => name.trim().toLowerCase()) ?? null,
    settings: {
      ...defaultSettings,
      maxSources: env.SYNOPTIC_MAX_SOURCES,
      maxEvents: env.SYNOPTIC_MAX_EVENTS,
      maxBodyBytes: env.SYNOPTIC_MAX_BODY,
      maxBatchBytes: env.SYNOPTIC_MAX_BATCH_BODY,
      rates: {
        ...defaultSettings.rates,
        reads: rate(env.SYNOPTIC_RATE_READS),
        writes: rate(env.SYNOPTIC_RATE_WRITES),
      },
    },
    webhookSecret: env.SYNOPTIC_WEBHOOK_SECRET ?? null,
    deliver: { ...deliverLimits, tries: env.SYNOPTIC_WEBHOOK_TRIES },
    retention: {
      reportsMs: time(env.SYNOPTIC_KEEP_REPORTS),
      articlesMs: time(env.SYNOPTIC_KEEP_ARTICLES),
      contentsMs: time(env.SYNOPTIC_KEEP_PAGES),
      fetchesMs: time(env.SYNOPTIC_KEEP_FETCHES),
    },
    workerMetrics:
      env.SYNOPTIC_METRICS_PORT === undefined
        ? null
        : { host: env.SYNOPTIC_METRICS_HOST, port: env.SYNOPTIC_METRICS_PORT },
  }
}

function time(inDays: number): number | null {
  return inDays === 0 ? null : inDays * 86_400_000
}
