/**
 * docker-compose.yml and Dockerfile against the program: no engine runs them here, so every variable, command, path
 * and health address in them is held against what reads, parses or serves it.
 */
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readConfig, settings } from '../../src/config.js'
import {
  readServerConfig,
  readServiceConfig,
  serverSettings,
  serviceSettings,
} from '../../src/service-config.js'
import { createMetrics } from '../../src/server/metrics.js'
import { documentOf } from '../../src/server/route.js'
import { createWorkerApp } from '../../src/server/routes/health.js'
import { startServer } from '../server/harness.js'
import { root } from '../support/event.js'
import { synoptic } from '../support/in-process.js'
import { openTestService } from '../support/service.js'

const read = (name: string): string => readFileSync(path.join(root, name), 'utf8')

const Service = z.object({
  image: z.string(),
  build: z.string().optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  healthcheck: z.object({ test: z.array(z.string()) }),
  depends_on: z.record(z.string(), z.object({ condition: z.literal('service_healthy') })).default({}),
  volumes: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  stop_grace_period: z.string().optional(),
})
const Compose = z.object({
  services: z.object({ redis: Service, postgres: Service, api: Service, worker: Service }),
  volumes: z.record(z.string(), z.null()),
})

const compose = Compose.parse(parse(read('docker-compose.yml'), { merge: true }))
const { redis, postgres, api, worker } = compose.services
const dockerfile = read('Dockerfile').replaceAll('\\\n', ' ').split('\n')
const instructions = (name: string): string[] =>
  dockerfile.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1).trim())
const jsonOf = (text: string): string[] => z.array(z.string()).parse(JSON.parse(text))

/** `${NAME:-default}` and `${NAME:?message}` as compose fills them in. */
function filled(environment: Readonly<Record<string, string>>): Record<string, string> {
  const fill = (value: string): string =>
    value.replace(/\$\{(\w+):([-?])([^}]*)\}/gu, (_all, _name: string, kind: string, rest: string) =>
      kind === '-' ? rest : 'secret',
    )
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, fill(value)]))
}

const imageEnvironment = Object.fromEntries(
  instructions('ENV')
    .join(' ')
    .split(/\s+/u)
    .map((pair) => pair.split('=') as [string, string]),
)

describe('environment', () => {
  const known = Object.keys({ ...settings, ...serviceSettings, ...serverSettings })

  it('names only variables that the program reads', () => {
    const named = [api.environment, worker.environment, imageEnvironment].flatMap(Object.keys)
    expect(named.filter((name) => name !== 'NODE_ENV' && !known.includes(name))).toEqual([])
    expect(known.length).toBeGreaterThan(20)
  })

  it.each([
    ['api', api],
    ['worker', worker],
  ])('of %s is accepted, and means the servers beside it', (_name, service) => {
    const environment = { ...imageEnvironment, ...filled(service.environment) }
    const { redisUrl, databaseUrl, drainMs } = readServiceConfig(environment)
    readConfig(environment)
    expect(new URL(redisUrl ?? '').host).toBe('redis:6379')
    const database = new URL(databaseUrl ?? '')
    expect(database.hostname).toBe('postgres')
    expect(database.username).toBe(postgres.environment['POSTGRES_USER'])
    expect(database.pathname).toBe(`/${postgres.environment['POSTGRES_DB'] ?? ''}`)
    expect(database.password).toBe(filled(postgres.environment)['POSTGRES_PASSWORD'])
    expect(Object.keys(service.depends_on)).toEqual(['redis', 'postgres'])
    expect(service.stop_grace_period, 'running jobs end before they are killed').toMatch(/^\d+s$/u)
    expect(Number.parseInt(service.stop_grace_period ?? '', 10) * 1000).toBeGreaterThan(drainMs)
  })

  it('of api listens where its port is published and the image says so', () => {
    const { host, port } = readServerConfig({ ...imageEnvironment, ...filled(api.environment) })
    expect(host).toBe('0.0.0.0')
    expect(api.ports).toEqual([`127.0.0.1:${port}:${port}`])
    expect(instructions('EXPOSE')).toEqual([String(port)])
    expect(readServerConfig(imageEnvironment)).toMatchObject({ host, port })
  })
})

test('api and worker run commands and options that the program has', async () => {
  for (const { command = [] } of [api, worker, { command: jsonOf(instructions('CMD')[0] ?? '[]') }]) {
    const [name = '', ...options] = command
    const { code, stdout } = await synoptic([name, '--help'])
    expect(code, name).toBe(0)
    for (const option of options.filter((word) => word.startsWith('--'))) expect(stdout).toContain(option)
  }
  // Values are checked before anything is opened: what is wrong otherwise is named.
  const { command = [] } = worker
  const { stderr } = await synoptic(command, { env: { REDIS_URL: 'http://wrong' } })
  expect(stderr).toContain('REDIS_URL')
  expect(stderr).not.toContain('--queues')
})

test('health addresses are routes that need no key, on the port the server listens on', async () => {
  const server = await startServer({ working: false })
  const { paths } = documentOf(server.app)
  await server.close()
  const checks = [instructions('HEALTHCHECK').join(' '), ...api.healthcheck.test]
  const urls = checks.flatMap((check) =>
    [...check.matchAll(/fetch\('([^']+)'\)/gu)].map(([, url = '']) => new URL(url)),
  )
  expect(urls.map((url) => url.pathname)).toEqual(['/healthz', '/readyz'])
  for (const url of urls) {
    expect(url.host).toBe(`127.0.0.1:${api.environment['SYNOPTIC_PORT'] ?? ''}`)
    expect(paths?.[url.pathname]).toMatchObject({ get: { security: [] } })
  }
})

test('a worker’s health address is that of its own port', async () => {
  const { workerMetrics } = readServerConfig(filled(worker.environment))
  const service = await openTestService({
    SYNOPTIC_DATA: mkdtempSync(path.join(tmpdir(), 'synoptic-deploy-')),
  })
  const answer = await createWorkerApp({ ...service, metrics: createMetrics() }).request('/readyz')
  await service.close()
  expect(answer.status).toBe(200)
  expect(worker.healthcheck.test.at(-1)).toContain(
    `fetch('http://127.0.0.1:${workerMetrics?.port ?? ''}/readyz')`,
  )
})

test('the health check’s program tells an answer from none', async () => {
  const line = api.healthcheck.test.at(-1) ?? ''
  const { runNode } = await import('../support/program.js')
  const { site } = await import('../adapters/local-site.js')
  const answers = await site((request, response) => {
    response.statusCode = request.url === '/readyz' ? 200 : 503
    response.end()
  })
  const at = (url: string): Promise<{ code: number | null }> =>
    runNode(['-e', line.replace('http://127.0.0.1:8080/readyz', url)], {})
  expect(await at(`${answers.address}/readyz`)).toMatchObject({ code: 0 })
  expect(await at(`${answers.address}/other`)).toMatchObject({ code: 1 })
  await answers.close()
  expect(await at(`${answers.address}/readyz`)).toMatchObject({ code: 1 })
})

test('Redis keeps what it is given and throws nothing out', () => {
  expect(redis.command?.join(' ')).toBe('redis-server --appendonly yes --maxmemory-policy noeviction')
})

test('every named volume is used, and every used one is named', () => {
  const used = [redis, postgres].flatMap(({ volumes }) => volumes.map((volume) => volume.split(':')[0] ?? ''))
  expect(used.toSorted()).toEqual(Object.keys(compose.volumes).toSorted())
})

describe('Dockerfile', () => {
  it('copies what exists, lets it into the build, and all that the package holds', () => {
    const own = instructions('COPY').filter((line) => !line.startsWith('--from'))
    const copied = own.flatMap((line) => line.split(' ').slice(0, -1))
    const allowed = read('.dockerignore').split('\n')
    for (const name of copied) {
      expect(existsSync(path.join(root, name)), name).toBe(true)
      expect(allowed).toContain(`!${name}`)
    }
    const { files } = z.object({ files: z.array(z.string()) }).parse(JSON.parse(read('package.json')))
    const notInImage = [
      'dist/src',
      'dist/schemas',
      'dist/workers',
      'dist/bundle/*.cjs',
      // Whole.
      'docs/*.md',
      'docs/images',
      '!schemas/openapi.d.ts',
      'README.md',
      'CHANGELOG.md',
    ]
    expect(files.filter((name) => !copied.includes(name))).toEqual(notInImage)
    expect(instructions('COPY')).toContain('--from=build /app/dist ./dist')
  })

  it('runs the program as its package says, not as root, on a Node that it allows', () => {
    const { bin, engines, scripts } = z
      .object({
        bin: z.object({ synoptic: z.string() }),
        engines: z.object({ node: z.string() }),
        scripts: z.record(z.string(), z.string()),
      })
      .parse(JSON.parse(read('package.json')))
    expect(jsonOf(instructions('ENTRYPOINT')[0] ?? '[]')).toEqual(['node', bin.synoptic])
    expect(instructions('USER')).toEqual(['node'])
    expect(instructions('FROM').map((line) => line.split(' ')[0])).toEqual(
      Array(2).fill('node:20-bookworm-slim'),
    )
    expect(engines.node).toMatch(/^>=20/u)
    for (const [, script = ''] of instructions('RUN')
      .join('\n')
      .matchAll(/npm run (\w+)/gu))
      expect(scripts).toHaveProperty(script)
    expect(instructions('VOLUME')).toEqual([imageEnvironment['SYNOPTIC_DATA']])
  })
})
