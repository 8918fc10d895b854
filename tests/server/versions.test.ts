import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { synoptic } from '../support/in-process.js'
import { examined } from './barriers.js'
import { ferryA, ferryB, ferryPage, json, startServer, type TestServer } from './harness.js'

let server: TestServer
afterEach(() => server.close())

async function open(target: string) {
  const { document, barriers } = await examined(await (await server.request(target)).text())
  expect(barriers).toEqual([])
  return document
}

const [a, b] = ['https://a.example/ferry', 'https://b.example/fog'] as const
const linesOf = (text: string): string[] => text.split('\n').filter(Boolean).slice(1)
const first = ferryPage('Ferry reaches Orsund after nine hours', ...linesOf(ferryA))
const second = ferryPage(
  'Ferry reaches Orsund at last',
  ...linesOf(ferryA.replace('214 passengers', '241 passengers')),
)

async function compared(): Promise<string> {
  const { id } = await json<{ id: string }>(await server.post('/api/comparisons', { sources: [a, b] }))
  await server.finished(id)
  server.forward(120_000)
  return id
}

type Item = {
  address: string
  restsOn: number
  differs: boolean
  versions: unknown[]
  changes: { found: { changes: { kind: string; was: string; now: string }[] } }[]
  nextLookAt: string | null
}
const versionsOf = async (id: string): Promise<Item[]> =>
  (await json<{ items: Item[] }>(await server.request(`/api/comparisons/${id}/versions`))).items

it('each version is kept once, typed against the one before, and an older comparison is warned', async () => {
  const pages: Record<string, string> = {
    [a]: first,
    [b]: ferryPage('Fog holds up ferry', ...linesOf(ferryB)),
  }
  server = await startServer({ pages })
  const one = await compared()
  // The same text in other bytes is no version.
  pages[a] = first.replace('<article>', '<aside>Most read</aside><article>')
  const same = await compared()
  expect((await versionsOf(same)).map(({ versions }) => versions.length)).toEqual([1, 1])
  pages[a] = second
  const two = await compared()
  const [old, fog] = await versionsOf(one)
  expect(old).toMatchObject({ address: a, restsOn: 0, differs: true })
  expect(old?.versions).toHaveLength(2)
  expect(old?.changes[0]?.found.changes.map(({ kind, was, now }) => [kind, was, now])).toEqual([
    ['headline-changed', null, null],
    ['number-changed', '214', '241'],
  ])
  expect(fog).toMatchObject({ restsOn: 0, differs: false, changes: [] })
  expect(Date.parse(fog?.nextLookAt ?? '')).toBeGreaterThan(0)
  expect((await versionsOf(two))[0]).toMatchObject({ restsOn: 1, differs: false })

  const warned = await open(`/comparisons/${one}/details`)
  expect(warned.body.textContent.replace(/\s+/gu, ' ')).toMatch(
    /Version 1 of 2.*A newer version states something else: headline changed, number changed/u,
  )
  expect((await open(`/comparisons/${two}/details`)).body.textContent).not.toContain('A newer version')
  // Also where one arrives, on the report itself.
  const report = async (id: string) => (await server.request(`/comparisons/${id}/report`)).text()
  expect([await report(one), await report(two)].map((html) => html.includes('A newer version'))).toEqual([
    true,
    false,
  ])
  const page = await open(`/comparisons/${one}/versions`)
  expect([...page.querySelectorAll('del, ins')].map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining(['214', '241']),
  )
  const { headers } = await server.request(`/comparisons/${one}/story`, { method: 'POST' })
  const story = await open(`${headers.get('location') ?? ''}/versions`)
  expect(story.querySelectorAll('table.versions')).toHaveLength(1)

  // The last comparison that named the address takes its versions along.
  for (const id of [one, same]) await server.request(`/api/comparisons/${id}`, { method: 'DELETE' })
  expect((await versionsOf(two))[0]?.versions).toHaveLength(2)
  const kept = await server.store.watching.article(a)
  await server.request(`/api/comparisons/${two}`, { method: 'DELETE' })
  expect(await server.store.watching.article(a)).toBeNull()
  for (const { page: sha256 } of kept?.versions ?? []) {
    expect(await server.store.watching.page(sha256)).toBeNull()
    expect(await server.store.content(sha256)).toBeNull()
  }
})

it('the command line compares versions that the service keeps, beside the running service', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-versions-'))
  const pages: Record<string, string> = { [a]: first, [b]: second }
  server = await startServer({ pages, folder })
  await compared()
  pages[a] = second.replace('241', '242')
  await compared()
  const kept = (await server.store.watching.article(a))?.versions ?? []
  const names = kept.map(({ page }) => `stored:${page.slice(0, 16)}`)
  const env = { SYNOPTIC_DATA: folder }
  const run = await synoptic(['versions', ...names, '--json'], { env })
  expect([run.stderr, run.code]).toEqual(['', 0])
  const { changes } = JSON.parse(run.stdout) as Item['changes'][number]['found']
  expect(changes.map(({ was, now }) => [was, now])).toContainEqual(['214', '242'])
  const none = await synoptic(['versions', 'stored:000000000000', names[0] ?? ''], { env })
  expect([none.code, none.stderr]).toEqual([64, expect.stringContaining('no such version')])
  rmSync(folder, { recursive: true, force: true })
})

it('a takedown of one version takes all of the article', async () => {
  const pages: Record<string, string> = { [a]: first, [b]: second }
  server = await startServer({ pages })
  await compared()
  pages[a] = second.replace('241', '242')
  await compared()
  const kept = await server.store.watching.article(a)
  expect(kept?.versions).toHaveLength(2)
  await server.request(`/api/articles/${kept?.versions[0]?.page ?? ''}`, { method: 'DELETE' })
  expect(await server.store.watching.article(a)).toBeNull()
  expect(await server.store.watching.article(b)).not.toBeNull()
  for (const { page } of kept?.versions ?? []) expect(await server.store.content(page)).toBeNull()
})
