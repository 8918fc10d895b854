import { expect, it } from 'vitest'
import { readConfig } from '../src/config.js'
import { readServiceConfig } from '../src/service-config.js'
import { ConfigError } from '../src/settings.js'

it('has defaults that need no environment', () => {
  expect(readConfig({})).toEqual({
    fetch: {
      timeoutMs: 30_000,
      maxBytes: 10_000_000,
      maxRedirects: 10,
      hostDelayMs: 500,
      allowPrivate: false,
      contact: null,
    },
    pool: {
      timeMs: { read: 20_000, skim: 20_000, feed: 20_000, compare: 180_000, write: 60_000 },
      memoryMb: 512,
      processes: null,
    },
    weightsFolder: null,
    chromium: null,
  })
})

it('reads seconds and switches; empty means not set', () => {
  const config = readConfig({ SYNOPTIC_TIMEOUT: '2.5', SYNOPTIC_ALLOW_PRIVATE: '1', SYNOPTIC_MAX_BYTES: '' })
  expect(config.fetch).toMatchObject({ timeoutMs: 2_500, allowPrivate: true, maxBytes: 10_000_000 })
})

it.each([
  [
    { SYNOPTIC_TIMEOUT: 'soon' },
    'SYNOPTIC_TIMEOUT should be a number of seconds from 0.1 to 600, not "soon"',
  ],
  [{ SYNOPTIC_MAX_BYTES: '1.5e3' }, null],
  [{ SYNOPTIC_MAX_BYTES: '12' }, 'SYNOPTIC_MAX_BYTES should be'],
  [{ SYNOPTIC_ALLOW_PRIVATE: 'maybe' }, 'SYNOPTIC_ALLOW_PRIVATE should be true or false, not "maybe"'],
  [{ SYNOPTIC_CONTACT: 'a\r\nX: y' }, 'SYNOPTIC_CONTACT should be'],
  [{ SYNOPTIC_WEIGHTS: 'no/such/folder' }, 'SYNOPTIC_WEIGHTS should be a folder that exists'],
  [{ SYNOPTIC_WEIGHTS: 'tests' }, null],
])('%j', (environment, words) => {
  if (words === null) expect(() => readConfig(environment)).not.toThrow()
  else
    expect(() => readConfig(environment)).toThrow(
      expect.objectContaining({ message: expect.stringContaining(words) as string }) as ConfigError,
    )
})

it('names all that is wrong at once', () => {
  expect(() => readConfig({ SYNOPTIC_TIMEOUT: '-1', SYNOPTIC_HOST_DELAY: 'x' })).toThrow(
    /SYNOPTIC_TIMEOUT .*SYNOPTIC_HOST_DELAY/u,
  )
})

it('does not print what may hold a password', () => {
  const wrong = { REDIS_URL: 'http://desk:hunter2@redis', DATABASE_URL: 'mysql://desk:hunter2@db' }
  expect(() => readServiceConfig(wrong)).toThrow(/^(?!.*hunter2).*REDIS_URL .*DATABASE_URL /u)
  expect(() => readServiceConfig({ REDIS_URL: 'redis://127.0.0.1' })).toThrow(
    /^DATABASE_URL .*, and is not set$/u,
  )
  expect(() => readServiceConfig({ DATABASE_URL: 'postgresql://desk@127.0.0.1/synoptic' })).toThrow(
    /^REDIS_URL .*, and is not set$/u,
  )
})
