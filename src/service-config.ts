/**
 * Configuration of the service (serve, worker, batch): from the environment to one checked value.
 *
 * In:    environment variables. Out: ServiceConfig, or every problem found in one ConfigError.
 * Never: read anywhere but at the program's edge.
 *
 * | variable | default | meaning |
 * |---|---|---|
 * | REDIS_URL | none | Redis or Valkey for the queue, with DATABASE_URL; without both the queue lives in this process |
 * | DATABASE_URL | none | PostgreSQL for the store, with REDIS_URL; without both SQLite in the data folder |
 * | SYNOPTIC_DATA | synoptic-data | data folder of the embedded store |
 * | SYNOPTIC_QUEUE_PREFIX | synoptic | prefix of all keys in Redis |
 * | SYNOPTIC_TRIES | 4 | tries of a job before its trouble counts as final |
 * | SYNOPTIC_RETRY_DELAY | 1 | seconds before the second try; doubled for each further one |
 * | SYNOPTIC_LOCK | 30 | seconds after which a silent worker's job goes to another |
 * | SYNOPTIC_FETCH_AGE | 3600 | seconds for which a fetched page serves other comparisons |
 * | SYNOPTIC_DEADLINE | 600 | seconds after which a comparison is made from what has arrived |
 * | SYNOPTIC_DRAIN | 20 | seconds that running jobs get to end when the process is told to stop |
 */
import { z } from 'zod'
import { parseEnvironment } from './config.js'

const number = (least: number, most: number) => z.coerce.number().min(least).max(most)

const Environment = z
  .object({
    REDIS_URL: z.url({ protocol: /^rediss?$/u }).optional(),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/u }).optional(),
    SYNOPTIC_DATA: z.string().default('synoptic-data'),
    SYNOPTIC_QUEUE_PREFIX: z
      .string()
      .regex(/^[\w-]{1,40}$/u)
      .default('synoptic'),
    SYNOPTIC_TRIES: number(1, 20).int().default(4),
    SYNOPTIC_RETRY_DELAY: number(0.01, 600).default(1),
    SYNOPTIC_LOCK: number(1, 600).default(30),
    SYNOPTIC_FETCH_AGE: number(0, 31_536_000).default(3_600),
    SYNOPTIC_DEADLINE: number(1, 86_400).int().default(600),
    SYNOPTIC_DRAIN: number(0, 600).default(20),
  })
  .refine((env) => env.REDIS_URL === undefined || env.DATABASE_URL !== undefined, {
    path: ['DATABASE_URL'],
  })
  .refine((env) => env.DATABASE_URL === undefined || env.REDIS_URL !== undefined, {
    path: ['REDIS_URL'],
  })

const shouldBe: Readonly<Record<string, string>> = {
  REDIS_URL:
    'a URL such as redis://localhost:6379; it is needed beside DATABASE_URL, since processes that share a database without it would each do the work of all',
  DATABASE_URL:
    'a URL such as postgresql://user@localhost/synoptic; it is needed beside REDIS_URL, since workers on other machines cannot share a data folder',
  SYNOPTIC_DATA: 'the path of a folder',
  SYNOPTIC_QUEUE_PREFIX: 'letters, digits, _ and -, at most 40',
  SYNOPTIC_TRIES: 'a whole number from 1 to 20',
  SYNOPTIC_RETRY_DELAY: 'a number of seconds from 0.01 to 600',
  SYNOPTIC_LOCK: 'a number of seconds from 1 to 600',
  SYNOPTIC_FETCH_AGE: 'a number of seconds from 0 to 31536000',
  SYNOPTIC_DEADLINE: 'a whole number of seconds from 1 to 86400',
  SYNOPTIC_DRAIN: 'a number of seconds from 0 to 600',
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
  const env = parseEnvironment(Environment, shouldBe, environment)
  return {
    redisUrl: env.REDIS_URL ?? null,
    databaseUrl: env.DATABASE_URL ?? null,
    dataFolder: env.SYNOPTIC_DATA,
    queuePrefix: env.SYNOPTIC_QUEUE_PREFIX,
    retry: { tries: env.SYNOPTIC_TRIES, firstDelayMs: env.SYNOPTIC_RETRY_DELAY * 1_000 },
    lockMs: env.SYNOPTIC_LOCK * 1_000,
    fetchAgeMs: env.SYNOPTIC_FETCH_AGE * 1_000,
    deadlineSeconds: env.SYNOPTIC_DEADLINE,
    drainMs: env.SYNOPTIC_DRAIN * 1_000,
  }
}
