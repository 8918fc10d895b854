import { JSDOM } from 'jsdom'
import { afterEach, expect, it } from 'vitest'
import { createKey } from '../../src/server/keys.js'
import { examined } from './barriers.js'
import { ferryA, ferryB, ferryPage, json, startServer, twoTexts, type TestServer } from './harness.js'

let server: TestServer
afterEach(() => server.close())

async function open(target: string, init?: RequestInit) {
  const response = await server.request(target, init)
  const html = await response.text()
  const { document, barriers } = await examined(html)
  expect(barriers).toEqual([])
  return { response, html, document }
}

const page = ferryPage('Ferry in <i>', ...ferryA.split('\n').filter(Boolean))

function post(target: string, fields: Record<string, string>, files: readonly string[] = [], headers = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const text of files) form.append('files', new Blob([text]), 'saved.html')
  return server.request(target, { method: 'POST', body: form, headers })
}
const move = (story: string, reports: readonly string[], to: string) =>
  server.request(`/stories/${story}/move`, {
    method: 'POST',
    body: new URLSearchParams([...reports.map((one) => ['report', one] as [string, string]), ['to', to]]),
  })
const storyOf = (response: Response): string => response.headers.get('location')?.split('/').at(-1) ?? ''

it('keeps a page with its address in a story, and compares two', async () => {
  server = await startServer()
  const first = await post('/take', {
    html: page,
    address: 'https://a.example/ferry#top',
    story: '',
    title: 'Fog',
  })
  expect(first.status).toBe(303)
  const story = storyOf(first)
  const one = await open(`/stories/${story}`)
  expect(one.document.querySelector('h1')?.textContent).toBe('Fog')
  expect(one.document.body.textContent).toContain('A comparison needs two reports')
  expect((await server.request(`/stories/${story}/compare`, { method: 'POST' })).status).toBe(422)

  const choices = await open('/take')
  expect(choices.response.headers.get('cross-origin-opener-policy')).toBe('unsafe-none')
  expect(
    choices.document.querySelector<HTMLInputElement>('input[name=story]:checked')?.value,
    'the story at hand',
  ).toBe(story)
  await post('/take', { address: 'https://b.example/fog', story, title: '' }, [ferryPage('Fog', ferryB)])
  const two = await open(`/stories/${story}`)
  const once = two.document.querySelector<HTMLInputElement>('[name=once]')?.value ?? ''
  const body = new URLSearchParams({ once })
  const compared = await server.request(`/stories/${story}/compare`, { method: 'POST', body })
  const again = await server.request(`/stories/${story}/compare`, { method: 'POST', body })
  expect(again.headers.get('location'), 'a second click').toBe(compared.headers.get('location'))
  const id = storyOf(compared)
  expect(await server.finished(id)).toBe('complete')
  const report = JSON.parse((await server.store.report(id)) ?? '') as {
    articles: { url: string; fetchedAt: string }[]
  }
  expect(report.articles.map(({ url }) => url)).toEqual(['https://a.example/ferry', 'https://b.example/fog'])
  expect(report.articles.every(({ fetchedAt }) => Date.parse(fetchedAt) > 0)).toBe(true)
  expect((await open(`/stories/${story}`)).html).toContain(`/comparisons/${id}`)
  await post('/take', { html: page, address: 'https://c.example/', story, title: '' })
  expect((await open(`/stories/${story}`)).document.querySelectorAll('li b')).toHaveLength(1)
  expect((await open('/stories')).document.querySelectorAll('.list li')).toHaveLength(1)
})

it('a story leads to a page for itself, however many are newer', async () => {
  server = await startServer({ working: false })
  const stories: string[] = []
  for (let at = 0; at < 13; at++) {
    const address = `https://a.example/${at}`
    stories.push(storyOf(await post('/take', { html: page, address, story: '', title: `Fog ${at}` })))
  }
  const [first = ''] = stories
  const { document } = await open(`/stories/${first}`)
  const { document: taking } = await open(
    document.querySelector('a[href^="/take"]')?.getAttribute('href') ?? '',
  )
  expect(taking.querySelector<HTMLInputElement>('input[name=story]:checked')?.value).toBe(first)
})

it('refuses what no upload may be, says it at the form, and keeps what was typed', async () => {
  server = await startServer({ working: false, settings: { maxSourceBytes: 2_000 } })
  const wrong: [Record<string, string>, string][] = [
    [{ html: page, address: '' }, 'Give the address'],
    [{ html: page, address: 'javascript:alert(1)' }, 'Its address: '],
    [{ html: page, address: 'https://me:secret@a.example/' }, 'user name or password'],
    [{ html: 'x'.repeat(3_000), address: 'https://a.example/' }, 'larger than the limit'],
    [{ html: ' ', address: 'https://a.example/' }, 'choose the file'],
    [{ html: page, address: 'https://a.example/', title: 'x'.repeat(301) }, 'at most 300'],
  ]
  for (const [fields, said] of wrong) {
    const response = await post('/take', { story: '', title: '', ...fields })
    const { document } = new JSDOM(await response.text()).window
    expect([response.status, document.querySelector('[role=alert]')?.textContent]).toEqual([
      422,
      expect.stringContaining(said),
    ])
    expect(document.querySelector<HTMLInputElement>('#address')?.value).toBe(fields['address'])
  }
  const other = { html: page, address: 'https://a.example/', title: '', story: 's-none' }
  expect((await post('/take', other)).status).toBe(404)
  expect((await post('/take', { ...other, story: '' }, [], { 'sec-fetch-site': 'cross-site' })).status).toBe(
    403,
  )
  expect((await post('/take', { ...other, story: '' }, [], { origin: 'https://a.example' })).status).toBe(403)
  expect((await server.request('/take?nonsense=1')).status).toBe(422)
  expect((await server.store.stories({ limit: 9, after: null })).items).toEqual([])
})

it('puts reports apart and together by hand, and keeps that', async () => {
  server = await startServer({ working: false })
  const { id } = await json<{ id: string }>(
    await server.post('/api/comparisons', {
      title: 'Mixed',
      sources: ['https://a.example/1', 'https://b.example/2', 'https://c.example/3'],
    }),
  )
  const story = storyOf(await server.request(`/comparisons/${id}/story`, { method: 'POST' }))
  expect(storyOf(await server.request(`/comparisons/${id}/story`, { method: 'POST' })), 'once').toBe(story)
  expect((await move(story, [], '')).status, 'nothing marked').toBe(422)
  const split = storyOf(await move(story, ['https://c.example/3', 'https://none.example/'], ''))
  expect((await server.store.storyReports(split)).map(({ address }) => address)).toEqual([
    'https://c.example/3',
  ])
  const apart = (await server.store.rulings()).filter(({ ruling }) => ruling === 'apart')
  expect(apart.map(({ source, with: other }) => [source, other])).toEqual([
    ['https://a.example/1', 'https://c.example/3'],
    ['https://b.example/2', 'https://c.example/3'],
  ])
  const shown = await open(`/stories/${split}`)
  expect([...shown.document.querySelectorAll('option')].map(({ value }) => value)).toEqual(['', story])
  expect(storyOf(await move(split, ['https://c.example/3'], story))).toBe(story)
  expect((await server.request(`/stories/${split}`)).status, 'empty').toBe(404)
  const rulings = await server.store.rulings()
  expect(rulings.every(({ ruling }) => ruling === 'together')).toBe(true)
  expect(rulings).toHaveLength(2)
})

it('asks for a key where keys are asked, with the scope of the deed', async () => {
  server = await startServer({ working: false, settings: { keysRequired: true } })
  const asked = await server.request('/take', { headers: { accept: 'text/html' } })
  expect([asked.status, asked.headers.get('location')]).toEqual([303, '/sign-in?next=%2Ftake'])
  // The page that the bookmark was clicked in stays in reach, also on the way through the sign-in.
  expect(asked.headers.get('cross-origin-opener-policy')).toBe('unsafe-none')
  const form = await server.request('/sign-in?next=%2Ftake')
  expect(form.headers.get('cross-origin-opener-policy')).toBe('unsafe-none')
  const other = await server.request('/sign-in?next=%2Fcomparisons')
  expect(other.headers.get('cross-origin-opener-policy')).toBe('same-origin')
  const { key } = await createKey('reader', ['read'], server.store, 0)
  const authorization = `Basic ${Buffer.from(`me:${key}`).toString('base64')}`
  expect((await server.request('/stories', { headers: { authorization } })).status).toBe(200)
  expect(
    (
      await post('/take', { html: page, address: 'https://a.example/', story: '', title: '' }, [], {
        authorization,
      })
    ).status,
  ).toBe(403)
  expect(await (await server.request('/take', { headers: { authorization } })).text()).not.toContain(key)
  // Whoever has a story compared finds it under "mine".
  const mine = await createKey('editor', ['read', 'submit'], server.store, 0)
  const headers = { authorization: `Bearer ${mine.key}` }
  const take = (story: string, text: string, address: string) =>
    post('/take', { address, story, title: '' }, [ferryPage('Fog', text)], headers)
  const story = storyOf(await take('', ferryA, 'https://a.example/'))
  await take(story, ferryB, 'https://b.example/')
  const made = storyOf(await server.request(`/stories/${story}/compare`, { method: 'POST', headers }))
  const { items } = await json<{ items: { id: string }[] }>(
    await server.request('/api/comparisons?mine=true', { headers }),
  )
  expect(items.map(({ id }) => id)).toEqual([made])
})

it('a takedown of the article takes the kept page too', async () => {
  server = await startServer()
  const story = storyOf(
    await post('/take', { html: page, address: 'https://a.example/ferry', story: '', title: '' }),
  )
  await post('/take', { html: ferryPage('Fog', ferryB), address: 'https://b.example/', story, title: '' })
  const id = storyOf(await server.request(`/stories/${story}/compare`, { method: 'POST' }))
  await server.finished(id)
  const { articles } = JSON.parse((await server.store.report(id)) ?? '') as { articles: { sha256: string }[] }
  const [kept] = await server.store.storyReports(story)
  await server.request(`/api/articles/${articles[0]?.sha256 ?? ''}`, { method: 'DELETE' })
  expect(await server.store.storyReports(story)).toHaveLength(1)
  expect(await server.store.content(kept?.source.location ?? '')).toBeNull()
  expect((await json(await server.post('/api/comparisons', twoTexts)))['state']).toBe('queued')
})
