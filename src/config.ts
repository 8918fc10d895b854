/**
 * Configuration: from the environment to one checked value.
 *
 * In:    environment variables. Out: Config, or every problem found in one ConfigError.
 * Never: read anywhere but at the program's edge; stages know nothing of it.
 *
 * | variable | default | meaning |
 * |---|---|---|
 * | SYNOPTIC_TIMEOUT | 30 | seconds for one page, redirects included |
 * | SYNOPTIC_MAX_BYTES | 10000000 | largest page or file, after decompression |
 * | SYNOPTIC_MAX_REDIRECTS | 10 | redirects followed for one page |
 * | SYNOPTIC_HOST_DELAY | 0.5 | seconds between two requests to one host |
 * | SYNOPTIC_ALLOW_PRIVATE | false | also fetch loopback and private addresses |
 * | SYNOPTIC_CONTACT | none | address or URL of whoever runs this, told to sites in User-Agent |
 * | SYNOPTIC_READ_TIMEOUT | 20 | seconds of processor time for reading one source |
 * | SYNOPTIC_COMPARE_TIMEOUT | 60 | seconds of processor time for comparing one event |
 * | SYNOPTIC_WRITE_TIMEOUT | 20 | seconds of processor time for writing one form of a report |
 * | SYNOPTIC_MEMORY | 512 | megabytes of heap for each process that does these |
 * | SYNOPTIC_PROCESSES | one a core, at most 4 | such processes at once; as many more do what takes long |
 * | SYNOPTIC_WEIGHTS | none | folder whose files stand in for those of the same name in data/ |
 */
import { statSync } from 'node:fs'
import { z } from 'zod'

const number = (least: number, most: number) => z.coerce.number().min(least).max(most)
const whole = (least: number, most: number) => number(least, most).int()

const Environment = z.object({
  SYNOPTIC_TIMEOUT: number(0.1, 600).default(30),
  SYNOPTIC_MAX_BYTES: whole(1_000, 1_000_000_000).default(10_000_000),
  SYNOPTIC_MAX_REDIRECTS: whole(0, 50).default(10),
  SYNOPTIC_HOST_DELAY: number(0, 60).default(0.5),
  SYNOPTIC_ALLOW_PRIVATE: z.enum(['true', 'false', '1', '0']).default('false'),
  SYNOPTIC_CONTACT: z
    .string()
    .regex(/^[\x21-\x7e]{3,200}$/u)
    .optional(),
  SYNOPTIC_READ_TIMEOUT: number(0.1, 600).default(20),
  SYNOPTIC_COMPARE_TIMEOUT: number(0.1, 3_600).default(60),
  SYNOPTIC_WRITE_TIMEOUT: number(0.1, 600).default(20),
  SYNOPTIC_MEMORY: whole(128, 16_384).default(512),
  SYNOPTIC_PROCESSES: whole(1, 64).optional(),
  SYNOPTIC_WEIGHTS: z
    .string()
    .refine((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true)
    .optional(),
})

export type Config = {
  readonly fetch: {
    readonly timeoutMs: number
    readonly maxBytes: number
    readonly maxRedirects: number
    readonly hostDelayMs: number
    readonly allowPrivate: boolean
    readonly contact: string | null
  }
  /** Limits of what burns processor time. */
  readonly pool: {
    readonly timeMs: { readonly read: number; readonly compare: number; readonly write: number }
    readonly memoryMb: number
    /** Null: by the number of cores. */
    readonly processes: number | null
  }
  /** A folder whose files stand in for those of `data/`, or null. */
  readonly weightsFolder: string | null
}

/** Wrong settings: the program's user has to change them, so the message lists all. */
export class ConfigError extends Error {}

const shouldBe: Readonly<Record<string, string>> = {
  SYNOPTIC_TIMEOUT: 'a number of seconds from 0.1 to 600',
  SYNOPTIC_MAX_BYTES: 'a whole number of bytes from 1000 to 1000000000',
  SYNOPTIC_MAX_REDIRECTS: 'a whole number from 0 to 50',
  SYNOPTIC_HOST_DELAY: 'a number of seconds from 0 to 60',
  SYNOPTIC_ALLOW_PRIVATE: 'true or false',
  SYNOPTIC_CONTACT: 'an address or URL without blanks, 3 to 200 ASCII characters',
  SYNOPTIC_READ_TIMEOUT: 'a number of seconds from 0.1 to 600',
  SYNOPTIC_COMPARE_TIMEOUT: 'a number of seconds from 0.1 to 3600',
  SYNOPTIC_WRITE_TIMEOUT: 'a number of seconds from 0.1 to 600',
  SYNOPTIC_MEMORY: 'a whole number of megabytes from 128 to 16384',
  SYNOPTIC_PROCESSES: 'a whole number from 1 to 64',
  SYNOPTIC_WEIGHTS: 'a folder that exists',
}

/**
 * The variables of `schema`, checked; empty ones count as not set.
 * Throws a ConfigError that lists every variable that is wrong and what it should be.
 */
export function parseEnvironment<T>(
  schema: z.ZodType<T>,
  meaning: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string | undefined>>,
): T {
  const set = Object.entries(environment).filter(([, value]) => value?.trim() !== '')
  const parsed = schema.safeParse(Object.fromEntries(set))
  if (parsed.success) return parsed.data
  const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))]
  throw new ConfigError(
    names
      .map(
        (name) => `${name} should be ${meaning[name] ?? 'something else'}, ${given(name, environment[name])}`,
      )
      .join('; '),
  )
}

/** Addresses of services hold passwords, and these words stand in logs. */
const MAY_HOLD_SECRETS = /_URL$|SECRET/u

function given(name: string, value: string | undefined): string {
  if (value === undefined) return 'and is not set'
  return MAY_HOLD_SECRETS.test(name) ? 'not what it is set to' : `not ${JSON.stringify(value)}`
}

export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const env = parseEnvironment(Environment, shouldBe, environment)
  return {
    fetch: {
      timeoutMs: env.SYNOPTIC_TIMEOUT * 1_000,
      maxBytes: env.SYNOPTIC_MAX_BYTES,
      maxRedirects: env.SYNOPTIC_MAX_REDIRECTS,
      hostDelayMs: env.SYNOPTIC_HOST_DELAY * 1_000,
      allowPrivate: env.SYNOPTIC_ALLOW_PRIVATE === 'true' || env.SYNOPTIC_ALLOW_PRIVATE === '1',
      contact: env.SYNOPTIC_CONTACT ?? null,
    },
    pool: {
      timeMs: {
        read: env.SYNOPTIC_READ_TIMEOUT * 1_000,
        compare: env.SYNOPTIC_COMPARE_TIMEOUT * 1_000,
        write: env.SYNOPTIC_WRITE_TIMEOUT * 1_000,
      },
      memoryMb: env.SYNOPTIC_MEMORY,
      processes: env.SYNOPTIC_PROCESSES ?? null,
    },
    weightsFolder: env.SYNOPTIC_WEIGHTS ?? null,
  }
}
