/**
 * The contracts of the ports Disk and Notifier over every adapter, and that no adapter of any port is without one.
 * (Fetcher and Pool: contracts.test.ts; Queue: ../queue/queue.test.ts; Store: ../store/store.test.ts.)
 */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { localDisk } from '../../src/adapters/file-fetcher.js'
import { webhookNotifier } from '../../src/adapters/http/webhook-notifier.js'
import type { Disk, Notifier } from '../../src/ports/fetcher.js'
import { world } from '../ingest/world.js'
import { root } from '../support/event.js'
import { freePort } from '../support/services.js'
import { site } from './local-site.js'

type OpenedDisk = { readonly disk: Disk; readonly at: (name: string) => string; readonly close: () => void }

const disks: Record<string, () => OpenedDisk> = {
  'this machine'() {
    const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-disk-'))
    const at = (name: string): string => path.join(folder, name)
    for (const name of ['story', 'story/inner']) mkdirSync(at(name))
    for (const name of ['story/a.html', 'story/b.txt']) writeFileSync(at(name), 'x')
    symlinkSync(at('story/a.html'), at('link'))
    const close = (): void => {
      rmSync(folder, { recursive: true })
    }
    return { disk: localDisk(), at, close }
  },
  'a test'() {
    const at = (name: string): string => name
    const { disk } = world(
      { story: { 'a.html': 'x', 'b.txt': 'x', inner: {} }, link: 'x' },
      { link: path.resolve('story/a.html') },
    )
    return { disk, at, close: () => undefined }
  },
}

describe.each(Object.keys(disks))('disk of %s', (name) => {
  const opened = disks[name]?.()
  if (!opened) throw new Error(`no adapter ${name}`)
  const { disk, at } = opened
  afterAll(opened.close)

  test('tells files, folders with their direct files, and nothing', async () => {
    expect(await disk.look(at('story/a.html'))).toEqual({ kind: 'file' })
    const seen = await disk.look(at('story'))
    if (seen.kind !== 'folder') throw new Error(seen.kind)
    expect(seen.members.toSorted()).toEqual(['a.html', 'b.txt'])
    for (const missing of ['none', 'story/none', 'story/a.html/none'])
      expect(await disk.look(at(missing)), missing).toEqual({ kind: 'missing' })
  })
})

const notifiers: Record<string, () => Notifier> = {
  webhook: () => webhookNotifier({ allowPrivate: true, timeoutMs: 500, userAgent: 'synoptic/test' }),
}

describe.each(Object.keys(notifiers))('notifier by %s', (name) => {
  const notifier = notifiers[name]?.()
  if (!notifier) throw new Error(`no adapter ${name}`)

  test('sends body and headers as they are, and tells what may pass from what will not, never rejecting', async () => {
    const bodies: string[] = []
    const receiver = await site((request, response) => {
      if (request.url === '/silent') return
      request.on('data', (chunk: Buffer) => bodies.push(chunk.toString()))
      request.on('end', () => response.writeHead(Number(request.url?.slice(1))).end())
    })
    const send = (target: string) => notifier.notify(target, '{"a":"é"}', { 'synoptic-delivery': 'c-1' })
    expect(await send(`${receiver.address}/204`)).toEqual({ state: 'delivered' })
    expect(bodies).toEqual(['{"a":"é"}'])
    expect(receiver.asked[0]?.headers).toMatchObject({ 'synoptic-delivery': 'c-1' })
    const nobody = `http://127.0.0.1:${await freePort()}/`
    for (const [target, transient] of [
      [`${receiver.address}/500`, true],
      [`${receiver.address}/silent`, true],
      [nobody, true],
      [`${receiver.address}/410`, false],
      ['ftp://a.example/', false],
      ['no address', false],
    ] as const) {
      const outcome = await send(target)
      expect(outcome, target).toMatchObject({ state: 'failed', transient })
      if (outcome.state === 'failed') expect(outcome.message, target).toMatch(/^\S.+\.$/u)
    }
    await receiver.close()
  })
})

/** Where the contract of each port is. */
const contracts: Readonly<Record<string, string>> = {
  Disk: 'tests/adapters/small-contracts.test.ts',
  Notifier: 'tests/adapters/small-contracts.test.ts',
  Fetcher: 'tests/adapters/contracts.test.ts',
  Pool: 'tests/adapters/contracts.test.ts',
  EventQueue: 'tests/queue/queue.test.ts',
  Store: 'tests/store/store.test.ts',
  ChatServer: 'tests/reader/model-server.test.ts',
  Poller: 'tests/adapters/http-fetcher.test.ts',
  WatchStore: 'tests/watch/store-contract.test.ts',
  DeskStore: 'tests/store/desk.test.ts',
}

test('every adapter of every port is run through the contract of its port', () => {
  const read = (name: string): string => readFileSync(path.join(root, name), 'utf8')
  const ports = readdirSync(path.join(root, 'src/ports')).flatMap((name) =>
    [...read(`src/ports/${name}`).matchAll(/^export interface (?<port>\w+)/gmu)].map(
      ({ groups }) => groups?.['port'],
    ),
  )
  expect(ports.filter((port) => port !== 'QueueWorker').toSorted()).toEqual(Object.keys(contracts).toSorted())

  const files = readdirSync(path.join(root, 'src/adapters'), { recursive: true, encoding: 'utf8' })
  const made =
    /^export (?:async )?function (?<adapter>\w+)\((?<rest>[^{]*)\)\s*:\s*(?:Promise<)?(?<port>\w+)/gmu
  const adapters = files
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [...read(`src/adapters/${name}`).matchAll(made)])
    .flatMap(({ groups = {} }) => (groups['port'] && groups['port'] in contracts ? [groups] : []))
    // What an adapter is made of, and wraps it in, is none.
    .filter(({ rest = '', port = '' }) => !/\bKysely\b/u.test(rest) && rest !== `store: ${port}`)
    .map(({ adapter = '', port = '' }) => ({ adapter, port }))
  expect(adapters.length).toBeGreaterThan(8)
  const without = adapters.filter(({ adapter, port }) => !read(contracts[port] ?? '').includes(`${adapter}(`))
  expect(without).toEqual([])
})
