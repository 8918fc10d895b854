import { JSDOM } from 'jsdom'
import { afterEach, expect, it } from 'vitest'
import { watchRounds } from '../../src/jobs/watching.js'
import { examined } from './barriers.js'
import { ferryA, ferryB, ferryPage, json, startServer, type TestServer } from './harness.js'

let server: TestServer
afterEach(() => server.close())

async function open(target: string) {
  const response = await server.request(target)
  const { document, barriers } = await examined(await response.text())
  expect(barriers).toEqual([])
  return { document, text: document.body.textContent.replace(/\s+/gu, ' '), response }
}

const post = (target: string, address: string): Promise<Response> =>
  server.request(target, { method: 'POST', body: new URLSearchParams({ address }) })

const linesOf = (text: string): string[] => text.split('\n').filter(Boolean).slice(1)
const feedOf = (...addresses: readonly string[]): string =>
  `<rss version="2.0"><channel><title>Orsund Post</title>${addresses
    .map(
      (address) =>
        `<item><title>Ferry</title><link>${address}</link><pubDate>${new Date().toUTCString()}</pubDate></item>`,
    )
    .join('')}</channel></rss>`

const [a, b, c] = ['https://a.example/ferry', 'https://b.example/fog', 'https://c.example/marit'] as const
const feeds = [a, b, c].map((address) => new URL('/feed', address).href)
const own = [
  'The ferry Marit came in at Orsund on Tuesday, nine hours late, because fog had closed the fairway to the harbour, the coast guard said.',
  'Some 240 people were on board. Nordfar, the shipping line, told them that it would pay back what they had paid.',
  'Ida Holm, who heads the harbour office, said that pilots had waited at the breakwater since four in the morning.',
]
const pages = (): Record<string, string> => ({
  [a]: ferryPage('Ferry reaches Orsund after nine hours in fog', ...linesOf(ferryA)),
  [b]: ferryPage('Fog holds up ferry with 240 on board', ...linesOf(ferryB)),
  [c]: ferryPage('Ferry Marit in Orsund after nine hours in fog', ...own),
  ...Object.fromEntries([a, b, c].map((address, at) => [feeds[at] ?? '', feedOf(address)])),
})

it('an article that could not be had stands beside the sources, with why and since when', async () => {
  const site = { ...pages(), [feeds[0] ?? '']: feedOf(a, 'https://a.example/gone') }
  server = await startServer({ pages: site, working: false })
  await post('/watching', feeds[0] ?? '')
  await watchRounds(server.deps)()
  const { text, document } = await open('/watching')
  expect(text).toMatch(/Articles that could not be had\s+Ferry\s+the site has no page .* · named \d/u)
  expect(document.querySelector('#lost ~ .list a')?.getAttribute('href')).toBe('https://a.example/gone')
})

it('feeds that are added by address become stories that are compared, with newer versions, and nothing is asked twice', async () => {
  const site = pages()
  server = await startServer({ pages: site, working: false })
  for (const address of [...feeds, 'https://none.example/feed'])
    expect((await post('/watching', address)).status).toBe(303)
  const round = watchRounds(server.deps)
  await round()
  const { text, document } = await open('/watching')
  expect(text).toContain('4 sources, of which 1 give nothing now')
  expect(text).toMatch(/gives nothing since .* 1 time in a row/u)
  const links = [...document.querySelectorAll('a[href^="/watching/comparisons/"]')]
  expect(new Set(links.map((link) => link.getAttribute('href'))).size).toBe(1)
  expect(text).toMatch(/The last 24 hours\s+.*\s+3 outlets: /u)
  expect(document.querySelector('.new')).toBeNull()
  const { comparisons } = await json<{ comparisons: { id: string; story: string; reports: unknown[] }[] }>(
    await server.request('/api/watching'),
  )
  const [made] = comparisons
  expect(made?.reports).toHaveLength(3)
  expect((await server.request(`/watching/comparisons/${made?.id ?? ''}`)).status).toBe(200)
  expect(await (await server.request('/watching/feed.atom')).text()).toContain(
    `urn:synoptic:comparison:${made?.id ?? ''}`,
  )
  // What came since it was all seen is new; a topic shows what holds its words.
  const seen = await server.request('/watching/seen', { method: 'POST' })
  expect(seen.headers.get('set-cookie')).toMatch(/^synoptic-seen=\d+; .*HttpOnly; SameSite=Strict$/u)
  const since = async (cookie: string): Promise<string> =>
    (await server.request('/watching', { headers: { cookie } })).text()
  expect(await since('synoptic-seen=1')).toContain('1 comparison new since')
  expect(await since('synoptic-seen=9999999999999')).toContain('0 comparisons new since')
  await server.store.saveSearch({ id: 's', name: 'Fog', query: '?q=ferry', createdAt: 0 })
  const [topic, other] = [await open('/watching?q=ferry'), await open('/watching?q=bakers')]
  expect(topic.document.querySelector('[aria-label=Topics]')?.textContent).toContain('Fog')
  for (const [page, count] of [
    [topic, 1],
    [other, 0],
  ] as const)
    expect(page.document.querySelectorAll('ul.list a[href^="/watching/comparisons/"]')).toHaveLength(count)
  const story = await open(`/stories/${made?.story ?? ''}`)
  expect(story.document.querySelectorAll('input[name=report]')).toHaveLength(3)

  // Nothing is due a moment later.
  const asked = server.fetched.length
  await round()
  expect(server.fetched).toHaveLength(asked)

  // A quarter of an hour on: unchanged pages answer without a body, one has changed.
  site[a] = site[a]?.replace('214', '241') ?? ''
  server.forward(20 * 60_000)
  await round()
  expect(server.fetched.filter((address) => address === a)).toHaveLength(2)
  expect(server.fetched.filter((address) => address === b)).toHaveLength(1)
  const changed = await open(`/stories/${made?.story ?? ''}/versions`)
  expect(changed.text).toContain('Number changed: “214” → “241”')

  // What a person takes out stays out, and what came in anew would follow the others.
  const split = await server.request(`/stories/${made?.story ?? ''}/move`, {
    method: 'POST',
    body: new URLSearchParams({ report: c, to: '' }),
  })
  server.forward(60 * 60_000)
  await round()
  expect(
    (await server.store.storyReports(split.headers.get('location')?.split('/').at(-1) ?? '')).map(
      ({ address }) => address,
    ),
  ).toEqual([c])
  expect(await server.store.storyReports(made?.story ?? '')).toHaveLength(2)
  expect(await server.store.watching.membersOf(made?.story ?? '')).toHaveLength(2)

  expect((await post('/watching/stop', feeds[0] ?? '')).status).toBe(303)
  server.forward(3_600_000)
  const before = server.fetched.filter((address) => address === feeds[0]).length
  await round()
  expect(server.fetched.filter((address) => address === feeds[0])).toHaveLength(before)

  // What is given up while it is asked stays given up.
  const { poller } = server.deps
  const given = watchRounds({
    ...server.deps,
    poller: {
      async poll(address, asking) {
        const answer = await poller.poll(address, asking)
        if (address === feeds[1]) await post('/watching/stop', address)
        return answer
      },
    },
  })
  server.forward(3_600_000)
  const begun = server.deps.now()
  await given()
  const kept = (await server.store.watching.feeds()).find(({ address }) => address === feeds[1])
  expect(kept?.dueAt).toBeNull()
  expect(kept?.askedAt).toBeGreaterThanOrEqual(begun)
})

it('of two processes one makes the round; the articles of a comparison are looked at again, without a feed', async () => {
  const site = pages()
  server = await startServer({ pages: site })
  const { id } = await json<{ id: string }>(await server.post('/api/comparisons', { sources: [a, b] }))
  await server.finished(id)
  site[a] = site[a]?.replace('214', '241') ?? ''
  server.forward(20 * 60_000)
  const many = { ...server.deps, limits: { ...server.deps.limits, alone: false } }
  const rounds = [watchRounds(many), watchRounds(many)]
  await Promise.all(rounds.map((round) => round()))
  expect(server.fetched.filter((address) => address === a)).toHaveLength(2)
  const { text } = await open(`/comparisons/${id}/details`)
  expect(text).toContain('A newer version states something else: number changed')
  expect(await server.store.watching.ungrouped()).toEqual([])
  expect((await server.store.stories({ limit: 9, after: null })).items).toEqual([])
})

it('refuses what is no address, says it at the field, and knows no other parameter', async () => {
  server = await startServer({ working: false, settings: { allowPrivate: false } })
  for (const address of [
    'nonsense',
    'ftp://a.example/feed',
    'http://127.0.0.1/feed',
    'https://me:secret@a.example/',
  ]) {
    const answer = await post('/watching', address)
    const { document } = new JSDOM(await answer.text()).window
    expect([answer.status, document.querySelector<HTMLInputElement>('#address')?.value]).toEqual([
      422,
      address,
    ])
    expect(document.querySelector('#address-error')?.textContent).not.toBe('')
  }
  expect(await server.store.watching.feeds()).toEqual([])
  expect((await post('/watching/stop', 'https://none.example/')).status).toBe(404)
  expect((await server.request('/watching?x=1')).status).toBe(422)
  expect((await server.request('/watching/comparisons/c-none')).status).toBe(404)
})

it('a list of feeds is watched whole, or not at all and with the reason', async () => {
  server = await startServer({ pages: {}, working: false, settings: { allowPrivate: false } })
  const send = (content: string): Promise<Response> => {
    const body = new FormData()
    body.append('list', new Blob([content]), 'feeds.opml')
    return server.request('/watching/list', { method: 'POST', body })
  }
  const list = (...addresses: readonly string[]): string =>
    `<opml version="2.0"><body>${addresses.map((one) => `<outline text="x" xmlUrl="${one}"/>`).join('')}</body></opml>`
  const refused = await send(list(...feeds, 'http://127.0.0.1/feed'))
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('private network')])
  expect((await send('no list')).status).toBe(422)
  expect((await open('/watching')).text).toContain('0 sources')
  expect((await send(list(...feeds))).status).toBe(303)
  expect((await open('/watching')).text).toContain('3 sources')
})
