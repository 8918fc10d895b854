/** How the tests come by their servers: what is given is used, and what cannot be had is named, never passed over. */
import { afterEach, expect, test, vi } from 'vitest'
import { startPostgres, startRedis } from './services.js'

afterEach(() => {
  vi.unstubAllEnvs()
})

test.each([
  ['REDIS_URL', () => startRedis('redis'), 'redis://redis.example:7000'],
  ['VALKEY_URL', () => startRedis('valkey'), 'redis://valkey.example:7000'],
  ['DATABASE_URL', startPostgres, 'postgresql://me@postgres.example/db'],
] as const)('%s is used as it is, and not stopped from here', async (variable, start, url) => {
  vi.stubEnv(variable, url)
  const server = await start()
  expect(server.url).toBe(url)
  await expect(server.down()).rejects.toThrow(`the server ${new URL(url).host} was given and is not stopped`)
  await server.stop()
})

test.each(['redis', 'valkey'] as const)(
  'without %s, Docker and apt it fails and names the package',
  async (kind) => {
    for (const variable of ['REDIS_URL', 'VALKEY_URL']) vi.stubEnv(variable, '')
    vi.stubEnv('PATH', '/nothing/here')
    await expect(startRedis(kind)).rejects.toThrow(
      `The tests need ${kind}-server, and it was not found. Install the package ${kind}-server`,
    )
  },
)
