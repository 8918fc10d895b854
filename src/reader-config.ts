/** Configuration of the second reader: from the environment, and what a command was given; off where no address is given. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import type { ReaderLimits } from './reader/read.js'
import { promptVersion } from './reader/requests.js'
import { ConfigError, readSettings, seconds, setting, trueOrFalse, unset, whole, words } from './settings.js'
import { checkAddress } from './text/web-address.js'

const pricePattern = /^\d{1,6}(?:\.\d{1,6})?,\d{1,6}(?:\.\d{1,6})?$/u

export const readerSettings = {
  SYNOPTIC_READER_URL: unset(
    { schema: z.string().max(2_000), range: 'an http or https address' },
    'none',
    'the model’s server; with it a model reads, too',
  ),
  SYNOPTIC_READER_MODEL: unset(words(/^[\x21-\x7e]{1,200}$/u, 'a name without blanks'), 'none', 'its model'),
  SYNOPTIC_READER_KEY: unset(
    words(/^[\x21-\x7e]{1,2000}$/u, 'a key without blanks'),
    'none',
    'sent to that address alone',
  ),
  SYNOPTIC_READER_PRICE: unset(
    words(pricePattern, 'two prices such as 0.4,1.6'),
    'none',
    'what a million tokens cost, in and out',
  ),
  SYNOPTIC_READER_COST: unset(
    { schema: z.coerce.number().positive().max(1e6), range: 'a sum above 0' },
    'none',
    'most that an event may cost, at that price',
  ),
  SYNOPTIC_READER_TOKENS: setting(whole(1_000, 100_000_000), 200_000, 'tokens of one event, in and out'),
  SYNOPTIC_READER_BYTES: setting(whole(1_000, 100_000_000, 'bytes'), 2_000_000, 'bytes sent for one event'),
  SYNOPTIC_READER_TIMEOUT: setting(seconds(1, 86_400), 300, 'seconds for one event, waiting included'),
  SYNOPTIC_READER_WINDOW: setting(
    whole(500, 2_000_000, 'tokens'),
    24_000,
    'tokens of text in a request; a longer event is read in parts',
  ),
  SYNOPTIC_READER_REQUESTS: setting(whole(1, 64), 2, 'requests at once for one event'),
  SYNOPTIC_READER_ANYWAY: setting(trueOrFalse, false, 'a model also that falls short'),
}

export type ReaderConfig = NonNullable<ReturnType<typeof readReaderConfig>>

/** What a command was given stands before the environment. */
export type ReaderGiven = {
  readonly reader?: string | undefined
  readonly readerModel?: string | undefined
  readonly readerPrice?: string | undefined
  readonly readerAnyway?: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

export function readReaderConfig(environment: Environment, given: ReaderGiven = {}) {
  const env = readSettings(readerSettings, environment)
  const address = given.reader ?? env.SYNOPTIC_READER_URL
  const model = given.readerModel ?? env.SYNOPTIC_READER_MODEL
  if (address === null) {
    if (given.readerModel === undefined) return null
    throw new ConfigError(
      'A model is named and no server: give its address with --reader or SYNOPTIC_READER_URL',
    )
  }
  const checked = checkAddress(address)
  if (!checked.ok)
    throw new ConfigError(
      'The address of the reader must begin with http:// or https:// and hold no password; a key is set in SYNOPTIC_READER_KEY',
    )
  if (model === null)
    throw new ConfigError('The reader needs the name of a model: --reader-model or SYNOPTIC_READER_MODEL')
  const test = testsIn(environment)[testedAs(checked.url, model)] ?? null
  if (test?.passed === false && given.readerAnyway !== true && !env.SYNOPTIC_READER_ANYWAY)
    throw new ConfigError(
      `The model ${model} fell short in npx synoptic notes test (${test.words}): name another, or say --reader-anyway (SYNOPTIC_READER_ANYWAY=true)`,
    )
  return {
    url: checked.url,
    key: env.SYNOPTIC_READER_KEY,
    /** How the model did in `notes test` on this machine, or null. */
    test,
    limits: readerLimits(environment, given),
  }
}

/** Without a server: for requests that are asked elsewhere. */
export function readerLimits(environment: Environment, given: ReaderGiven): ReaderLimits {
  const env = readSettings(readerSettings, environment)
  return {
    model: given.readerModel ?? env.SYNOPTIC_READER_MODEL ?? 'model',
    window: env.SYNOPTIC_READER_WINDOW,
    tokens: env.SYNOPTIC_READER_TOKENS,
    bytes: env.SYNOPTIC_READER_BYTES,
    timeMs: env.SYNOPTIC_READER_TIMEOUT * 1_000,
    price: priceOf(given.readerPrice ?? env.SYNOPTIC_READER_PRICE),
    cost: env.SYNOPTIC_READER_COST,
    concurrency: env.SYNOPTIC_READER_REQUESTS,
  }
}

function priceOf(price: string | null): ReaderLimits['price'] {
  if (price === null) return null
  if (!pricePattern.test(price))
    throw new ConfigError('A price is what a million tokens cost, in and out, such as 0.4,1.6')
  const [read = 0, written = 0] = price.split(',').map(Number)
  return { in: read, out: written }
}

const ReaderTest = z.object({ passed: z.boolean(), words: z.string().max(500) }).readonly()
export type ReaderTest = z.infer<typeof ReaderTest>

/** The last test of each model, under its server and what it was asked. */
export function keepTest({ url, limits }: ReaderConfig, test: ReaderTest, environment: Environment): void {
  const file = testsFile(environment)
  mkdirSync(path.dirname(file), { recursive: true })
  const all = { ...testsIn(environment), [testedAs(url, limits.model)]: test }
  writeFileSync(file, `${JSON.stringify(all, null, 1)}\n`)
}

function testedAs(url: URL, model: string): string {
  return `${url.host} ${model} ${promptVersion}`
}

function testsIn(environment: Environment): Readonly<Record<string, ReaderTest>> {
  try {
    return z.record(z.string(), ReaderTest).parse(JSON.parse(readFileSync(testsFile(environment), 'utf8')))
  } catch {
    return {}
  }
}

/** With what other programs keep of their state (XDG Base Directory). */
function testsFile({ XDG_STATE_HOME: state }: Environment): string {
  const folder = state !== undefined && path.isAbsolute(state) ? state : path.join(homedir(), '.local/state')
  return path.join(folder, 'synoptic', 'reader-tests.json')
}
