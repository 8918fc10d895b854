/**
 * Configuration of the service (serve, worker, batch): from the environment to one checked value.
 *
 * In:    environment variables. Out: ServiceConfig, or every problem found in one ConfigError.
 * Never: read anywhere but at the program's edge.
 */
import { z } from 'zod'
import { readSettings, seconds, setting, unset, whole, words, wrongSettings } from './settings.js'

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
}

export type ServiceConfig = {
  readonly redisUrl: string | null
  readonly databaseUrl: string | null
  readonly dataFolder: string
  readonly queuePrefix: string
  readonly retry: { readonly tries: number; readonly firstDelayMs: number }
  readonly lockMs: number
  readonly fetchAgeMs: number
  readonly deadlineSeconds: number
  readonly drainMs: number
}

export function readServiceConfig(environment: Readonly<Record<string, string | undefined>>): ServiceConfig {
  const env = readSettings(serviceSettings, environment)
  const { REDIS_URL, DATABASE_URL } = env
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
    deadlineSeconds: env.SYNOPTIC_DEADLINE,
    drainMs: env.SYNOPTIC_DRAIN * 1_000,
  }
}
