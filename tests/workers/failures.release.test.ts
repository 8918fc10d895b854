/**
 * What can go wrong around a comparison, one thing a test: it ends complete, or partial with the reason, and once.
 * Real Redis and PostgreSQL; the long runs are in `npm run soak`.
 */
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../src/config.js'
import { submit } from '../../src/jobs/submit.js'
import { Report } from '../../src/model/report.js'
import { wire } from '../../src/wire.js'
import { site, type Site } from '../adapters/local-site.js'
import { ended, submitBeside, submitTexts, threeReports } from '../support/service.js'
import { redisKind, sql, startPostgres, startRedis, type Server } from '../support/services.js'
import { openSystem, type System } from '../support/system.js'

let redis: Server
let postgres: Server
let system: System
const sites: Site[] = []
/** Of all workers in this process: starting one anew for each test costs more than the test. */
const { pool } = wire(readConfig({}), undefined, { deaf: true, eager: true })
const soon = { timeout: 200_000, interval: 50 }

beforeAll(async () => {
  ;[redis, postgres] = await Promise.all([startRedis(redisKind), startPostgres()])
})
afterEach(async () => {
  await system.close()
  for (const one of sites.splice(0)) await one.close()
})
afterAll(async () => {
  await pool.close()
  await Promise.all([redis, postgres].map((server) => server.stop()))
})

const page = (
  words: string,
): string => `<!doctype html><html><head><title>${words}</title></head><body><article>
<h1>Ferries sail again after the ${words}</h1>
<p>Ferry drivers in the port of Orla ended their strike on Friday after 12 days. The union said so.</p>
<p>“We got enough to sail,” said union chair Rosa Lindt, after a night of talks with the port on pay and hours.</p>
</article></body></html>`

async function openSite(answer: (path: string, send: () => void) => void): Promise<Site> {
  const one = await site((request, response) => {
    const path = request.url ?? '/'
    answer(path, () => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(page(`strike ${path.slice(1)}`))
    })
  })
  sites.push(one)
  return one
}

/** A comparison of one address and three texts that every worker can read. */
async function submitUrl(id: string, url: string, deadlineSeconds = 600): Promise<void> {
  await submitBeside(
    system.service,
    id,
    { name: url, kind: 'url', location: url, outlet: null },
    deadlineSeconds,
  )
}

async function submitMany(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, number) => `many-${number}`)
  for (const [number, id] of ids.entries()) await submitTexts(system.service, id, threeReports(number))
  return ids
}

async function expectAllComplete(ids: readonly string[]): Promise<void> {
  await expect.poll(() => system.allEnded().catch(() => false), soon).toBe(true)
  for (const id of ids) {
    const found = await system.service.store.find(id)
    expect(found, id).toMatchObject({ state: 'complete', reasons: [] })
  }
  expect(system.finished(), 'each ends once').toEqual(ids.toSorted())
}

/** Half-way: something is done, and something is left. */
async function someDone(count: number): Promise<void> {
  await expect.poll(() => system.finished().length, { timeout: 30_000, interval: 10 }).toBeGreaterThan(0)
  expect(system.finished().length).toBeLessThan(count)
}

async function reportOf(id: string): Promise<Report> {
  return Report.parse(JSON.parse((await system.service.store.report(id)) ?? 'null'))
}

test(`${redisKind} is killed and comes back`, async () => {
  system = await openSystem(redis, postgres, {}, pool)
  const ids = await submitMany(10)
  await system.work()
  await someDone(ids.length)
  await redis.restart()
  await expectAllComplete(ids)
})

test(`${redisKind} is emptied: what is unfinished is queued again from the store`, async () => {
  system = await openSystem(redis, postgres, {}, pool)
  const ids = await submitMany(10)
  await system.work()
  await someDone(ids.length)
  const client = new Redis(redis.url)
  await client.flushall()
  await client.quit()
  await expectAllComplete(ids)
  expect(system.notices.some((notice) => notice.kind === 'requeued')).toBe(true)
})

test('PostgreSQL is killed and stays away for longer than all tries take', async () => {
  system = await openSystem(redis, postgres, { SYNOPTIC_TRIES: '2' }, pool)
  const ids = await submitMany(10)
  await system.work()
  await someDone(ids.length)
  await postgres.down()
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  await postgres.up()
  await expectAllComplete(ids)
})

test('a store that takes no writes fails jobs by its code, and they are run again when it does', async () => {
  system = await openSystem(redis, postgres, { SYNOPTIC_TRIES: '2' }, pool)
  const ids = await submitMany(2)
  const name = system.environment['SYNOPTIC_QUEUE_PREFIX'] ?? ''
  // Sessions that are open go, so that each has the new setting.
  const readOnly = async (value: 'on' | 'off'): Promise<void> => {
    await sql(postgres.url, `alter database ${name} set default_transaction_read_only = ${value}`)
    await sql(
      postgres.url,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
    )
  }
  await readOnly('on')
  await system.work()
  const failedBy = (code: string): number =>
    system.notices.filter((notice) => notice.kind === 'ran' && notice.cause === code).length
  await expect.poll(() => failedBy('25006'), soon).toBeGreaterThan(4)
  expect(system.finished()).toEqual([])
  await readOnly('off')
  await expectAllComplete(ids)
})

test('told to stop, a worker ends its running job and takes no other', async () => {
  const slow = await openSite((_path, send) => {
    setTimeout(send, 1_500)
  })
  system = await openSystem(redis, postgres, {}, pool)
  await submitUrl('drain-1', `${slow.address}/1`)
  const worker = system.spawn(['--queues', 'fetch', '--concurrency', '1'])
  await expect.poll(() => slow.asked.length, soon).toBe(1)
  await submitUrl('drain-2', `${slow.address}/2`)
  worker.kill('SIGTERM')
  expect(await ended(worker)).toBe(0)
  expect(slow.asked.length).toBe(1)
  const states = async (id: string): Promise<string[]> =>
    (await system.service.store.sources(id)).map(({ state }) => state)
  expect((await states('drain-1'))[0]).toBe('fetched')
  expect(await states('drain-2')).toEqual(Array(4).fill('waiting'))
  expect((await system.service.queue.depth()).fetch).toMatchObject({ active: 0 })
})

test('a page whose worker is killed three times is still read', async () => {
  let answers = false
  const slow = await openSite((_path, send) => {
    if (answers) send()
  })
  system = await openSystem(redis, postgres, {}, pool)
  await submitUrl('unlucky', `${slow.address}/`)
  const unread = async (): Promise<number> =>
    (await system.service.store.sources('unlucky')).filter(({ state }) => state !== 'read').length
  for (const round of [1, 2, 3]) {
    const worker = system.spawn()
    await expect.poll(() => slow.asked.length, soon).toBe(round)
    // Its other sources are read: what is under way when it dies is the fetch alone, which is charged nothing.
    await expect.poll(unread, soon).toBe(1)
    worker.kill('SIGKILL')
  }
  answers = true
  await system.work()
  await expectAllComplete(['unlucky'])
})

test('the same request five times at once is one comparison', async () => {
  system = await openSystem(redis, postgres, {}, pool)
  const text = Buffer.from('Ferries sail again\n\nThe ferries of Orla sail again.')
  const send = (number: number) =>
    submit(
      {
        id: `same-${number}`,
        title: null,
        sources: [{ name: 'a.txt', kind: 'stored', location: 'hash', outlet: null }],
        contents: [{ sha256: 'hash', bytes: text, mediaType: 'text/plain' }],
        options: { zone: 'UTC', deadlineSeconds: 600 },
        callbackUrl: null,
        batch: null,
        idempotency: { key: 'once', requestHash: 'request' },
      },
      system.service,
    )
  const answers = await Promise.all([1, 2, 3, 4, 5].map(send))
  expect(answers.map(({ state }) => state).toSorted()).toEqual([
    'created',
    ...Array<string>(4).fill('repeated'),
  ])
  expect(new Set(answers.map((answer) => ('submission' in answer ? answer.submission.id : ''))).size).toBe(1)
  await system.work()
  await expect.poll(() => system.finished().length, soon).toBe(1)
  expect(await system.allEnded()).toBe(true)
})

test('what may pass is tried again, with more time each time; what will not is lost at once', async () => {
  const times: Record<string, number[]> = {}
  const host = await site((request, response) => {
    const path = request.url ?? '/'
    const asked = (times[path] ??= [])
    asked.push(performance.now())
    response.statusCode = path === '/gone' ? 410 : path === '/broken' || asked.length < 3 ? 500 : 200
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(page('strike'))
  })
  sites.push(host)
  system = await openSystem(redis, postgres, { SYNOPTIC_TRIES: '3', SYNOPTIC_RETRY_DELAY: '0.3' }, pool)
  for (const path of ['gone', 'broken', 'mended']) await submitUrl(path, `${host.address}/${path}`)
  await system.work()
  await expect.poll(() => system.finished(), soon).toEqual(['broken', 'gone', 'mended'])
  const stateOf = async (id: string): Promise<string | undefined> =>
    (await system.service.store.find(id))?.state
  expect(await Promise.all(['gone', 'broken', 'mended'].map(stateOf))).toEqual([
    'partial',
    'partial',
    'complete',
  ])
  expect(Object.entries(times).map(([path, asked]) => [path, asked.length])).toEqual([
    ['/gone', 1],
    ['/broken', 3],
    ['/mended', 3],
  ])
  for (const path of ['/broken', '/mended']) {
    const [first = 0, second = 0, third = 0] = times[path] ?? []
    // Jitter takes up to half of 0.3 s and of 0.6 s.
    expect(second - first).toBeGreaterThan(140)
    expect(third - second).toBeGreaterThan(290)
  }
  const causes = system.notices.flatMap((notice) =>
    notice.kind === 'ran' && notice.cause !== null ? [notice.cause] : [],
  )
  expect(causes).toEqual(Array<string>(4).fill('server-error'))
})

test('started before Redis and PostgreSQL, a worker waits for both and does what is there', async () => {
  system = await openSystem(redis, postgres, {}, pool)
  await submitTexts(system.service, 'early', threeReports(1))
  await postgres.down()
  const worker = system.spawn()
  let log = ''
  worker.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString()))
  await expect.poll(() => log, soon).toContain('ECONNREFUSED')
  await redis.down()
  await postgres.up()
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  expect(log).not.toContain('"event":"working"')
  await redis.up()
  await expect.poll(() => system.allEnded().catch(() => false), soon).toBe(true)
  expect(await system.service.store.find('early')).toMatchObject({ state: 'complete' })
  expect(worker.exitCode).toBeNull()
})

test('what has not come by the deadline is unknown, and the report says why', async () => {
  const silent = await openSite(() => undefined)
  system = await openSystem(redis, postgres, { SYNOPTIC_TIMEOUT: '20' }, pool)
  // The texts are read before, so that the time is up for the address alone, however slow the machine.
  await submitTexts(system.service, 'read', threeReports(1))
  await system.work()
  await expectAllComplete(['read'])
  await submitUrl('late', `${silent.address}/`, 3)
  await expect.poll(() => system.finished(), soon).toEqual(['late', 'read'])
  const report = await reportOf('late')
  const [late] = report.articles
  expect(report.issues.map(({ code }) => code)).toContain('deadline')
  const cells = [...report.claims, ...report.quotes].map(({ cells: all }) => all[late?.id ?? '']?.state)
  expect(cells.length).toBeGreaterThan(0)
  expect(new Set(cells)).toEqual(new Set(['unknown']))
})

test('a host is asked at its pace by all workers together', async () => {
  const delay = 500
  const times: number[] = []
  const host = await openSite((_path, send) => {
    times.push(performance.now())
    send()
  })
  system = await openSystem(redis, postgres, { SYNOPTIC_HOST_DELAY: String(delay / 1_000) }, pool)
  const ids = ['1', '2', '3', '4', '5'].map((number) => `pace-${number}`)
  for (const id of ids) await submitUrl(id, `${host.address}/${id}`)
  for (const queues of [['fetch'], ['fetch'], ['fetch']] as const) await system.work(queues)
  const fetched = (): Promise<unknown[]> => Promise.all(ids.map((id) => system.service.store.page(id, 0)))
  await expect.poll(async () => (await fetched()).every((page) => page !== null), soon).toBe(true)
  expect(times.length).toBe(5)
  // From the first to the last there are four whole pauses, less what the first request took longer than the last on
  // its way. Without the delay all five would come within one; kept by each worker alone, within two.
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(delay * 3.3)
})

test('ten comparisons of one address fetch and read it once', async () => {
  const host = await openSite((_path, send) => {
    send()
  })
  system = await openSystem(redis, postgres, {}, pool)
  const ids = Array.from({ length: 10 }, (_, number) => `shared-${number}`)
  for (const id of ids) await submitUrl(id, `${host.address}/one`)
  await system.work()
  await system.work()
  await expectAllComplete(ids)
  expect(host.asked.length).toBe(1)
  const read = system.notices.flatMap((notice) => (notice.kind === 'read' ? [notice] : []))
  // The page and the three texts beside it; every other comparison takes what is there.
  expect(read.length).toBe(40)
  expect(read.filter(({ article }) => article !== null).length).toBe(4)
})

test('the entry files of workers/ serve one queue each, and together they complete a comparison', async () => {
  system = await openSystem(redis, postgres, {}, pool)
  const stages = new Map<string, Set<string>>()
  let log = ''
  const children = (['fetch', 'read', 'compare'] as const).map((name) => {
    const child = system.run(`${name}.js`)
    const seen = new Set<string>()
    stages.set(name, seen)
    child.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString()
      for (const [, stage = ''] of chunk.toString().matchAll(/"stage":"(\w+)"/gu)) seen.add(stage)
    })
    return child
  })
  await submitTexts(system.service, 'entry', threeReports(1))
  await expect.poll(() => system.allEnded(), soon).toBe(true)
  expect(await system.service.store.find('entry')).toMatchObject({ state: 'complete' })
  for (const child of children) child.kill('SIGTERM')
  expect(await Promise.all(children.map(ended))).toEqual([0, 0, 0])
  for (const [name, seen] of stages) expect([...seen], name).toEqual([name])
  expect(log, 'no text of an article').not.toMatch(/Ferr(?:y|ies)|Lindt|strike/u)

  const wrong = system.run('all.js', { SYNOPTIC_CONCURRENCY: 'many' })
  let said = ''
  wrong.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  expect(await ended(wrong)).toBe(64)
  await expect
    .poll(() => said, soon)
    .toBe('error: SYNOPTIC_CONCURRENCY should be a whole number from 1 to 64, not "many"\n')
})
