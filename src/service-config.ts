/** Configuration of the service (serve, worker, batch) and of its HTTP server. */
import { z } from 'zod'
import { deliverLimits } from './jobs/deliver.js'
import { usualPace } from './watch/schedule.js'
import { defaultSettings } from './server/deps.js'
import { readReaderConfig } from './reader-config.js'
import {
  days,
  readSettings,
  seconds,
  setting,
  trueOrFalse,
  unset,
  whole,
  words,
  wrongSettings,
} from './settings.js'

export const serviceSettings = {
  REDIS_URL: unset(
    {
      schema: z.url({ protocol: /^rediss?$/u }),
      range:
        'a URL such as redis://localhost:6379; it is needed beside DATABASE_URL, since processes that share a database without it would each do the work of all',
    },
    'none',
    'Redis or Valkey for the queue, with `DATABASE_URL`; one without the other is refused',
  ),
  DATABASE_URL: unset(
    {
      schema: z.url({ protocol: /^postgres(ql)?$/u }),
      range:
        'a URL such as postgresql://user@localhost/synoptic; it is needed beside REDIS_URL, since workers on other machines cannot share a data folder',
    },
    'none',
    'PostgreSQL for the store, with `REDIS_URL`; without both SQLite in the data folder',
  ),
  SYNOPTIC_DATA: setting(
    { schema: z.string(), range: 'the path of a folder' },
    'synoptic-data',
    'data folder of the embedded store',
  ),
  SYNOPTIC_QUEUE_PREFIX: setting(
    words(/^[\w-]{1,40}$/u, 'letters, digits, _ and -, at most 40'),
    'synoptic',
    'prefix of all keys in Redis',
  ),
  SYNOPTIC_TRIES: setting(whole(1, 20), 4, 'tries of a job before its trouble counts as final'),
  SYNOPTIC_RETRY_DELAY: setting(
    seconds(0.01, 600),
    1,
    'seconds before the second try; doubled for each further one',
  ),
  SYNOPTIC_LOCK: setting(seconds(1, 600), 30, "seconds after which a silent worker's job goes to another"),
  SYNOPTIC_FETCH_AGE: setting(
    seconds(0, 31_536_000),
    3_600,
    'seconds for which a fetched page serves other comparisons',
  ),
  SYNOPTIC_LOOKS: setting(
    words(/^(?:\d{1,5}(?:,\d{1,5}){0,19})?$/u, 'minutes with commas, such as 15,60; nothing for never'),
    usualPace.looksMs.map((ms) => ms / 60_000).join(','),
    'minutes after which a fetched article is looked at again',
  ),
  SYNOPTIC_DEADLINE: setting(
    whole(1, 86_400, 'seconds'),
    600,
    'seconds after which a comparison is made from what has arrived',
  ),
  SYNOPTIC_DRAIN: setting(
    seconds(0, 600),
    20,
    'seconds that running jobs get to end when the process is told to stop',
  ),
  SYNOPTIC_READER_UPLOADS: setting(
    trueOrFalse,
    false,
    'whether pasted texts and uploads go to the reader, too; else events of addresses alone',
  ),
  SYNOPTIC_READER_DAY: setting(whole(1_000, 1_000_000_000), 2_000_000, 'tokens of a day, over all workers'),
  SYNOPTIC_READER_RATE: setting(whole(1, 10_000), 10, 'events a minute that it reads, over all workers'),
}

export type ServiceConfig = ReturnType<typeof readServiceConfig>

export function readServiceConfig(environment: Readonly<Record<string, string | undefined>>) {
  const env = readSettings(serviceSettings, environment)
  const { REDIS_URL, DATABASE_URL } = env
  const reader = readReaderConfig(environment)
  if ((REDIS_URL === null) !== (DATABASE_URL === null))
    throw wrongSettings(serviceSettings, [REDIS_URL === null ? 'REDIS_URL' : 'DATABASE_URL'], environment)
  return {
    redisUrl: REDIS_URL,
    databaseUrl: DATABASE_URL,
    dataFolder: env.SYNOPTIC_DATA,
    queuePrefix: env.SYNOPTIC_QUEUE_PREFIX,
    retry: { tries: env.SYNOPTIC_TRIES, firstDelayMs: env.SYNOPTIC_RETRY_DELAY * 1_000 },
    lockMs: env.SYNOPTIC_LOCK * 1_000,
    fetchAgeMs: env.SYNOPTIC_FETCH_AGE * 1_000,
    pace: {
      ...usualPace,
      looksMs: env.SYNOPTIC_LOOKS.split(',')
        .filter(Boolean)
        .map((minutes) => Number(minutes) * 60_000),
    },
    deadlineSeconds: env.SYNOPTIC_DEADLINE,
    drainMs: env.SYNOPTIC_DRAIN * 1_000,
    reader: reader && {
      config: reader,
      uploads: env.SYNOPTIC_READER_UPLOADS,
      tokensOfDay: env.SYNOPTIC_READER_DAY,
      gapMs: Math.ceil(60_000 / env.SYNOPTIC_READER_RATE),
    },
  }
}

const ADDRESS = /^[A-Za-z0-9.:-]{1,253}$/u

export const serverSettings = {
  SYNOPTIC_HOST: setting(
    words(ADDRESS, 'an address or host name to listen on, such as 127.0.0.1 or 0.0.0.0'),
    '127.0.0.1',
    'address to listen on; any but loopback needs API keys',
  ),
  SYNOPTIC_PORT: setting(whole(0, 65_535), 8_080, 'port to listen on; 0 takes a free one'),
  SYNOPTIC_ALLOWED_HOSTS: unset(
    words(
      /^[A-Za-z0-9.:[\]-]{1,253}(?:\s?,\s?[A-Za-z0-9.:[\]-]{1,253}){0,50}$/u,
      'host names with commas, such as synoptic.example',
    ),
    'none',
    'host names, with commas, under which it is reached; then it needs API keys on loopback too',
  ),
  SYNOPTIC_MAX_SOURCES: setting(whole(1, 1_000), defaultSettings.maxSources, 'sources of one comparison'),
  SYNOPTIC_MAX_EVENTS: setting(whole(1, 100_000), defaultSettings.maxEvents, 'events of one batch'),
  SYNOPTIC_MAX_BODY: setting(
    whole(1_000, 1_000_000_000, 'bytes'),
    defaultSettings.maxBodyBytes,
    'bytes of one submission',
  ),
  SYNOPTIC_MAX_BATCH_BODY: setting(
    whole(1_000, 1_000_000_000, 'bytes'),
    defaultSettings.maxBatchBytes,
    'bytes of one batch',
  ),
  SYNOPTIC_RATE_READS: setting(
    whole(1, 1_000_000),
    defaultSettings.rates.reads.perMinute,
    'requests a minute that only look, for each key or address',
  ),
  SYNOPTIC_RATE_WRITES: setting(
    whole(1, 1_000_000),
    defaultSettings.rates.writes.perMinute,
    'requests a minute that change something, likewise',
  ),
  SYNOPTIC_WEBHOOK_SECRET: unset(
    { schema: z.string().min(16).max(500), range: 'at least 16 characters' },
    'derived',
    'signs webhooks',
  ),
  SYNOPTIC_WEBHOOK_TRIES: setting(whole(1, 100), deliverLimits.tries, 'tries before a webhook is given up'),
  SYNOPTIC_WATCH_WEBHOOK: unset(
    { schema: z.url({ protocol: /^https?$/u }), range: 'an address (http or https)' },
    'none',
    'address that hears of each comparison of a watched story',
  ),
  SYNOPTIC_KEEP_REPORTS: setting(
    days,
    0,
    'days that finished comparisons are kept, with their reports; 0, here and below: for ever',
  ),
  SYNOPTIC_KEEP_ARTICLES: setting(days, 30, 'days that read articles are kept to spare reading them again'),
  SYNOPTIC_KEEP_PAGES: setting(days, 30, 'days that bytes of pages and uploads are kept'),
  SYNOPTIC_KEEP_FETCHES: setting(days, 7, 'days that it is known which address gave which bytes'),
  SYNOPTIC_KEEP_LOG: setting(
    days,
    365,
    'days that the log of changes is kept, of which the newest 50,000 stay',
  ),
  SYNOPTIC_SESSION: setting(
    seconds(60, 31_536_000),
    defaultSettings.sessionMs / 1_000,
    'seconds for which somebody stays signed in',
  ),
  SYNOPTIC_SHARE_DAYS: setting(
    whole(1, 3_650),
    defaultSettings.maxShareDays,
    'longest time, in days, for which a report is shared by a link',
  ),
  SYNOPTIC_SHARE_TEXTS: setting(
    trueOrFalse,
    defaultSettings.shareTexts,
    'whether a shared report may hold its articles',
  ),
  SYNOPTIC_METRICS_PORT: unset(
    whole(0, 65_535),
    'none',
    'port on which a worker process tells health and metrics',
  ),
  SYNOPTIC_METRICS_HOST: setting(
    words(ADDRESS, 'an address to listen on, such as 127.0.0.1 or 0.0.0.0'),
    '127.0.0.1',
    'address for it; no key is asked there',
  ),
}

export type ServerConfig = ReturnType<typeof readServerConfig>

export function readServerConfig(environment: Readonly<Record<string, string | undefined>>) {
  const env = readSettings(serverSettings, environment)
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
      sessionMs: env.SYNOPTIC_SESSION * 1_000,
      maxShareDays: env.SYNOPTIC_SHARE_DAYS,
      shareTexts: env.SYNOPTIC_SHARE_TEXTS,
      rates: {
        ...defaultSettings.rates,
        reads: rate(env.SYNOPTIC_RATE_READS),
        writes: rate(env.SYNOPTIC_RATE_WRITES),
      },
    },
    webhookSecret: env.SYNOPTIC_WEBHOOK_SECRET,
    watchWebhook: env.SYNOPTIC_WATCH_WEBHOOK,
    deliver: { ...deliverLimits, tries: env.SYNOPTIC_WEBHOOK_TRIES },
    retention: {
      reportsMs: time(env.SYNOPTIC_KEEP_REPORTS),
      articlesMs: time(env.SYNOPTIC_KEEP_ARTICLES),
      contentsMs: time(env.SYNOPTIC_KEEP_PAGES),
      fetchesMs: time(env.SYNOPTIC_KEEP_FETCHES),
      changesMs: time(env.SYNOPTIC_KEEP_LOG),
    },
    workerMetrics:
      env.SYNOPTIC_METRICS_PORT === null
        ? null
        : { host: env.SYNOPTIC_METRICS_HOST, port: env.SYNOPTIC_METRICS_PORT },
  }
}

function time(inDays: number): number | null {
  return inDays === 0 ? null : inDays * 86_400_000
}
