/**
 * Rounds of watching over Redis and PostgreSQL: of two workers one makes a round; killed in it, the other makes the rest of it,
 * asks nothing again but what was under way, and the next rounds come.
 */
import type { ChildProcess } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Queue } from 'bullmq'
import type { Service } from '../../src/open-service.js'
import { newFeed } from '../../src/watch/poll.js'
import { site, type Site } from '../adapters/local-site.js'
import { ended, openTestService, startWorker, type Environment } from '../support/service.js'
import { newDatabase, serverOfRun, type Database } from '../support/servers-of-run.js'

let [database, service, world, redis]: [Database | null, Service | null, Site | null, string] = [
  null,
  null,
  null,
  '',
]
const workers: ChildProcess[] = []
const asked: string[] = []
/** Where the first to ask hangs until it is killed. */
let hangs = true

beforeAll(async () => {
  redis = (await serverOfRun('redis')).url
  database = await newDatabase()
  world = await site((request, response) => {
    const name = request.url ?? ''
    asked.push(name)
    if (name === '/robots.txt') response.writeHead(404).end()
    else if (name.startsWith('/feed') && !(name === '/feed-2' && hangs)) {
      const item = `<item><link>/story${name.slice(5)}</link></item>`
      response.writeHead(200).end(`<rss version="2.0"><channel><title>x</title>${item}</channel></rss>`)
    } else if (name.startsWith('/story'))
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<html lang="en"><h1>Story ${name}</h1><p>Number ${name} was drawn in the hall.</p></html>`)
  })
})

afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL')
  await Promise.all(workers.map(ended))
  await world?.close()
  await service?.close()
  await database?.drop()
})

test('a worker is killed in its round', async () => {
  const environment: Environment = {
    REDIS_URL: redis,
    DATABASE_URL: database?.url ?? '',
    SYNOPTIC_QUEUE_PREFIX: `rounds-${process.pid}`,
    SYNOPTIC_LOCK: '2',
    SYNOPTIC_HOST_DELAY: '0',
    SYNOPTIC_ALLOW_PRIVATE: 'true',
    SYNOPTIC_LOOKS: '',
  }
  service = await openTestService(environment)
  const { watching } = service.store
  const feeds = [1, 2, 3].map((number) => `${world?.address ?? ''}/feed-${number}`)
  await watching.commit({ feeds: feeds.map((address) => newFeed(address, null, null, service?.now() ?? 0)) })
  const [first] = [startWorker(environment)]
  workers.push(first)
  await expect.poll(() => asked.at(-1), { timeout: 30_000 }).toBe('/feed-2')
  workers.push(startWorker(environment))
  first.kill('SIGKILL')
  expect(await ended(first)).toBe('SIGKILL')
  hangs = false

  const articles = async () =>
    (await watching.grouped(0)).map(({ article }) => new URL(article.address).pathname)
  await expect.poll(articles, { timeout: 60_000 }).toHaveLength(3)
  expect((await articles()).sort()).toEqual(['/story-1', '/story-2', '/story-3'])
  const times = (name: string): number => asked.filter((one) => one === name).length
  const all = ['/feed-1', '/feed-2', '/feed-3', '/story-1', '/story-2', '/story-3']
  expect(all.map(times)).toEqual([1, 2, 1, 1, 1, 1])

  // A minute is between two rounds; what is due then is asked.
  const [feed] = (await watching.feeds()).filter(({ address }) => address.endsWith('1'))
  if (!feed) throw new Error('no feed')
  await watching.commit({ feeds: [{ ...feed, dueAt: service.now() }] })
  await expect.poll(() => times('/feed-1'), { timeout: 70_000, interval: 500 }).toBe(2)
  expect(all.map(times)).toEqual([2, 2, 1, 1, 1, 1])
  const queue = new Queue('synoptic-watch', {
    connection: { url: redis },
    prefix: environment['SYNOPTIC_QUEUE_PREFIX'] ?? '',
  })
  const counts = await queue.getJobCounts()
  await queue.close()
  expect([counts['delayed'], counts['failed']]).toEqual([1, 0])
})
