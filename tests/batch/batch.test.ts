/** The batch command on the built program: formats, bad entries, going on after a kill, overview, queue. */
import { spawn } from 'node:child_process'
import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseManifest } from '../../src/cli/batch/manifest.js'
import { BatchResult } from '../../src/cli/batch/results.js'
import { program, synoptic } from '../support/program.js'
import { ended, openTestService, startWorker, threeReports, type Environment } from '../support/service.js'
import { startPostgres, startRedis } from '../support/services.js'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-batch-'))
  for (const number of [0, 1])
    for (const [name, text] of Object.entries(threeReports(number)))
      await writeFile(path.join(folder, `${number}-${name}`), text)
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

const event = (number: number, id = `strike-${number}`) => ({
  id,
  sources: [
    `${number}-courier.txt`,
    `${number}-post.txt`,
    { source: `${number}-radio.txt`, outlet: 'Radio' },
  ],
})

async function results(): Promise<BatchResult[]> {
  const text = await readFile(path.join(folder, 'out/results.jsonl'), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map((line) => BatchResult.parse(JSON.parse(line)))
}

const run = (manifest: string, options: readonly string[] = [], env: Environment = {}) =>
  synoptic(['batch', manifest, '--out', 'out', ...options], { cwd: folder, env })

describe('manifest', () => {
  const wanted = [
    [
      'strike',
      null,
      [
        { source: 'a.html', outlet: null },
        { source: 'https://b.example/x', outlet: 'B' },
      ],
    ],
    ['talks', 'The talks', [{ source: 'c.txt', outlet: null }]],
  ]
  test.each([
    [
      'events.csv',
      'event,source,outlet,title\nstrike,a.html,,\ntalks,c.txt,,The talks\nstrike,https://b.example/x,B,\n',
    ],
    [
      'events.jsonl',
      '{"id":"strike","sources":["a.html",{"source":"https://b.example/x","outlet":"B"}]}\n{"id":"talks","title":"The talks","sources":["c.txt"]}\n',
    ],
    [
      'events.yaml',
      '- id: strike\n  sources: [a.html, {source: "https://b.example/x", outlet: B}]\n- id: talks\n  title: The talks\n  sources: [c.txt]\n',
    ],
  ])('%s', (file, text) => {
    const entries = parseManifest(file, text)
    expect(
      entries.map((entry) => (entry.ok ? [entry.item.id, entry.item.title, entry.item.sources] : entry)),
    ).toEqual(wanted)
  })

  test.each([
    ['events.txt', 'a', /manifest is a .csv, .jsonl or .yaml/u],
    ['events.csv', 'name,url\na,b\n', /columns event and source/u],
    ['events.yaml', 'a: [', /not valid YAML/u],
    ['events.yaml', 'a: 1', /list of events/u],
    ['events.jsonl', '\n', /names no event/u],
  ])('%s that is none: %j', (file, text, message) => {
    expect(() => parseManifest(file, text)).toThrow(message)
  })
})

test('a bad entry is named, and the rest goes on', { timeout: 90_000 }, async () => {
  const lines = [
    JSON.stringify(event(0)),
    '{"sources":[]}',
    'no json',
    JSON.stringify({ sources: ['gone.txt'] }),
  ]
  await writeFile(path.join(folder, 'events.jsonl'), lines.join('\n'))
  const { code, stdout, stderr } = await run('events.jsonl')
  expect(code).toBe(2)
  expect(stderr).toMatch(/events\.jsonl, line 2.*\n.*line 3/u)
  expect(stdout).toContain('4 events: 1 complete, 0 with a lost source, 1 with nothing comparable, 2 failed.')
  expect((await results()).map(({ id, state }) => [id, state]).toSorted()).toEqual([
    ['event-0004', 'nothing-comparable'],
    ['strike-0', 'complete'],
  ])
  const page = await readFile(path.join(folder, 'out/index.html'), 'utf8')
  expect(page).toContain('href="strike-0/report.html"')
  expect(page).toContain('line 2')
  const cells = await readFile(path.join(folder, 'out/cells.csv'), 'utf8')
  expect(cells.split('\r\n')[0]).toMatch(/^event,/u)
  expect(cells).toMatch(/\r\nstrike-0,/u)
})

test(
  'begun again after a kill, it does what is not done, and a changed entry anew',
  { timeout: 120_000 },
  async () => {
    const manifest = path.join(folder, 'events.jsonl')
    const all = Array.from({ length: 6 }, (_, index) => event(index % 2, `e${index}`))
    await writeFile(manifest, all.map((item) => JSON.stringify(item)).join('\n'))
    const child = spawn(
      process.execPath,
      [program, 'batch', 'events.jsonl', '--out', 'out', '--concurrency', '1'],
      {
        cwd: folder,
        stdio: 'ignore',
      },
    )
    await expect
      .poll(async () => (await results().catch(() => [])).length, { timeout: 60_000, interval: 10 })
      .toBeGreaterThan(0)
    child.kill('SIGKILL')
    await ended(child)
    const before = await results()
    expect(before.length).toBeLessThan(6)
    // A kill in the middle of a line.
    await appendFile(path.join(folder, 'out/results.jsonl'), '{"id":"e5","ha')

    const { code, stderr } = await run('events.jsonl')
    expect(code).toBe(0)
    expect(stderr).toContain(`${before.length} of 6 events were done before`)
    expect((await results()).map(({ id }) => id).toSorted()).toEqual(['e0', 'e1', 'e2', 'e3', 'e4', 'e5'])

    await writeFile(
      manifest,
      all.map((item, index) => JSON.stringify(index === 2 ? { ...item, title: 'New' } : item)).join('\n'),
    )
    await run('events.jsonl')
    expect((await results()).slice(6).map(({ id, title }) => [id, title])).toEqual([['e2', 'New']])
  },
)

/** Beside whole events: a file that is not there, a folder of the same texts under other names, an event file that is none. */
async function mixedManifest(): Promise<string[]> {
  await mkdir(path.join(folder, 'saved'))
  for (const [name, text] of Object.entries({ ...threeReports(1), '.hidden': '' }))
    await writeFile(path.join(folder, 'saved', name), text)
  await mkdir(path.join(folder, 'broken'))
  await writeFile(path.join(folder, 'broken/event.json'), '{"sources": ')
  const items = [
    event(0),
    { id: 'missing', sources: ['gone.txt', '1-courier.txt', '1-post.txt'] },
    { id: 'saved', sources: ['saved'] },
    { id: 'broken', sources: ['broken', '1-courier.txt', '1-post.txt'] },
  ]
  await writeFile(path.join(folder, 'events.jsonl'), items.map((item) => JSON.stringify(item)).join('\n'))
  return items.map(({ id }) => id)
}

/** A queue, a store and a worker of the test's own. */
async function distributed(act: (environment: Environment) => Promise<void>): Promise<void> {
  const [redis, postgres] = await Promise.all([startRedis('valkey'), startPostgres()])
  const environment = {
    REDIS_URL: redis.url,
    DATABASE_URL: postgres.url,
    SYNOPTIC_QUEUE_PREFIX: `batch-${process.pid}`,
  }
  try {
    await act(environment)
  } finally {
    await redis.stop()
    await postgres.stop()
  }
}

test('through the queue it gives the same as here', { timeout: 120_000 }, async () => {
  const ids = await mixedManifest()
  const all = async (): Promise<string[]> =>
    Promise.all(
      [...ids.map((id) => `${id}/report.json`), 'cells.csv'].map((file) =>
        readFile(path.join(folder, 'out', file), 'utf8'),
      ),
    )
  const outcomes = async (): Promise<object[]> =>
    (await results()).map((result) => ({ ...result, seconds: 0 })).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  expect((await run('events.jsonl')).code).toBe(2)
  const [here, outcomesHere] = [await all(), await outcomes()]
  await rm(path.join(folder, 'out'), { recursive: true })
  await distributed(async (environment) => {
    const worker = startWorker(environment)
    worker.stderr?.resume()
    expect((await run('events.jsonl', ['--queue'], environment)).code).toBe(2)
    worker.kill('SIGTERM')
    expect(await ended(worker)).toBe(0)
  })
  expect(await outcomes()).toEqual(outcomesHere)
  expect(await all()).toEqual(here)
})

test('killed while it waits for the queue and begun again, it asks for nothing twice', async () => {
  await mixedManifest()
  await distributed(async (environment) => {
    const { store, close } = await openTestService(environment)
    const submitted = async (): Promise<string[]> =>
      (await store.list({ limit: 100, after: null })).items.map(({ id }) => id).toSorted()
    const child = spawn(process.execPath, [program, 'batch', 'events.jsonl', '--out', 'out', '--queue'], {
      cwd: folder,
      env: { ...process.env, ...environment },
      stdio: 'ignore',
    })
    await expect.poll(async () => (await submitted()).length, { timeout: 30_000 }).toBe(4)
    const before = await submitted()
    child.kill('SIGKILL')
    await ended(child)
    const worker = startWorker(environment)
    worker.stderr?.resume()
    await run('events.jsonl', ['--queue'], environment)
    expect(await submitted()).toEqual(before)
    expect((await results()).map(({ id }) => id).toSorted()).toEqual([
      'broken',
      'missing',
      'saved',
      'strike-0',
    ])
    worker.kill('SIGTERM')
    expect(await ended(worker)).toBe(0)
    await close()
  })
})

test('--queue without servers says what is needed', async () => {
  await writeFile(path.join(folder, 'events.jsonl'), JSON.stringify(event(0)))
  const { code, stderr } = await run('events.jsonl', ['--queue'])
  expect(code).toBe(64)
  expect(stderr).toContain('REDIS_URL')
})
