import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { JSDOM } from 'jsdom'
import { afterEach, expect, it } from 'vitest'
import { createKey } from '../../src/server/keys.js'
import { ferryA, ferryB, json, startServer, twoTexts, type TestServer } from './harness.js'

let server: TestServer
afterEach(() => server.close())

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function open(target: string, init?: RequestInit) {
  const response = await server.request(target, init)
  const html = await response.text()
  return { response, html, document: new JSDOM(html).window.document }
}

/** Violations that axe finds without a layout engine; colours were looked at in a browser. */
async function barriers(html: string): Promise<string[]> {
  const { window } = new JSDOM(html, { runScripts: 'outside-only' })
  window.eval(axe)
  const { run } = (window as unknown as { axe: typeof import('axe-core') }).axe
  const { violations } = await run(window.document.documentElement, {
    rules: { 'color-contrast': { enabled: false } },
  })
  return violations.map(({ id }) => id)
}

const submit = (fields: Record<string, string>, files: readonly string[] = []): Promise<Response> => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  files.forEach((text, index) => {
    form.append('files', new Blob([text]), `${index}.txt`)
  })
  return server.request('/comparisons', { method: 'POST', body: form })
}

it('go from the form over progress to the report, without script', async () => {
  server = await startServer({ working: false })
  const home = await open('/')
  const once = home.document.querySelector<HTMLInputElement>('input[name=once]')?.value ?? ''
  const sent = await submit({ url: '', title: 'The ferry', once }, [ferryA, ferryB])
  expect(sent.status).toBe(303)
  const address = sent.headers.get('location') ?? ''
  const again = await submit({ url: '', title: 'The ferry', once }, [ferryA, ferryB])
  expect(again.headers.get('location'), 'a second click').toBe(address)

  const waiting = await open(address)
  expect(waiting.document.querySelector('noscript')?.innerHTML).toContain('http-equiv="refresh"')
  expect(waiting.document.querySelector('[role=status]')?.textContent).toContain('waiting for its turn')
  server.work()
  await server.finished(address.split('/').at(-1) ?? '')
  const done = await open(address)
  expect(done.html).not.toContain('http-equiv="refresh"')
  const report = done.document.querySelector<HTMLAnchorElement>('.main-link')?.getAttribute('href') ?? ''
  expect((await open(report)).response.status).toBe(200)

  const list = await open('/comparisons')
  expect(list.document.querySelector('.list a')?.textContent).toBe('The ferry')
  const removed = await server.request(`${address}/delete`, { method: 'POST' })
  expect([removed.status, removed.headers.get('location')]).toEqual([303, '/comparisons'])
  expect((await open(address)).response.status).toBe(404)
})

it('say what is wrong beside the field, all at once, and keep what was typed', async () => {
  server = await startServer({ working: false })
  const url = 'https://a.example/x\nnonsense\nftp://b.example/'
  const response = await submit({
    url,
    title: 'T',
    zone: 'Mars/Base',
    deadlineSeconds: 'soon',
    callbackUrl: '',
  })
  expect(response.status).toBe(422)
  const { document } = new JSDOM(await response.text()).window
  expect(document.title).toMatch(/^Error: /)
  expect(document.querySelector('textarea')?.value).toBe(url)
  for (const [id, text] of [
    ['url', 'nonsense: '],
    ['url', 'ftp://b.example/: '],
    ['zone', 'IANA'],
    ['deadlineSeconds', ''],
  ] as const) {
    const field = document.getElementById(id)
    expect(field?.getAttribute('aria-invalid')).toBe('true')
    expect(field?.getAttribute('aria-describedby')).toContain(`${id}-error`)
    expect(document.getElementById(`${id}-error`)?.textContent).toContain(text)
    expect(document.querySelector(`[role=alert] a[href="#${id}"]`)).not.toBeNull()
  }
  expect(document.getElementById('title')?.hasAttribute('aria-invalid')).toBe(false)
  expect((await submit({ url: ' ' })).status).toBe(422)
})

it('show hostile names as text, and lay themselves open to nothing', async () => {
  server = await startServer()
  const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
  const { id } = await json<{ id: string }>(
    await server.post('/api/comparisons', {
      title: hostile,
      sources: [
        { text: ferryA, name: hostile, outlet: hostile },
        { text: ferryB, name: '\u202egnp.exe' },
        'https://none.example/?"><script>alert(2)</script>',
      ],
    }),
  )
  await server.finished(id)
  for (const page of [`/comparisons/${id}`, '/comparisons', `/comparisons/${encodeURIComponent(hostile)}`]) {
    const { document, html, response } = await open(page, { headers: { accept: 'text/html' } })
    expect(document.querySelectorAll('script:not([src]), img, [onerror], [style]'), page).toHaveLength(0)
    expect(html).not.toContain('\u202e')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
  }
})

it('load nothing but their own files, which may be kept', async () => {
  server = await startServer({ working: false })
  const { id } = await json<{ id: string }>(await server.post('/api/comparisons', twoTexts))
  const { document } = await open(`/comparisons/${id}`)
  const loaded = [...document.querySelectorAll('[src], link[href]')].map(
    (element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '',
  )
  expect(loaded).toHaveLength(2)
  for (const target of [...loaded, '/favicon.ico']) {
    const response = await server.request(target)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toContain('immutable')
  }
})

it('are refused to forms of other sites', async () => {
  server = await startServer({ working: false })
  const { id } = await json<{ id: string }>(await server.post('/api/comparisons', twoTexts))
  for (const target of ['/comparisons', `/comparisons/${id}/delete`]) {
    const response = await server.request(target, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
    })
    expect(response.status).toBe(403)
  }
  expect(await server.store.find(id)).not.toBeNull()
})

it('ask the browser for a key where one is needed', async () => {
  server = await startServer({ working: false, settings: { keysRequired: true } })
  const { response } = await open('/', { headers: { accept: 'text/html' } })
  expect(response.status).toBe(401)
  expect(response.headers.get('www-authenticate')).toMatch(/^Basic /)
  expect(response.headers.get('content-type')).toContain('text/html')
  const { key } = await createKey('test', ['submit'], server.store, 0)
  const authorization = `Basic ${Buffer.from(`x:${key}`).toString('base64')}`
  expect((await open('/', { headers: { authorization } })).response.status).toBe(200)
  expect((await open('/comparisons', { headers: { authorization } })).response.status).toBe(403)
})

it('have no barriers that axe can find', async () => {
  server = await startServer()
  const { id } = await json<{ id: string }>(
    await server.post('/api/comparisons', {
      sources: [...twoTexts.sources, 'https://none.example/'],
      callbackUrl: 'https://hooks.example/',
    }),
  )
  const pages = ['/', '/comparisons', '/comparisons/none', `/comparisons/${id}`]
  const html = await Promise.all(
    pages.map(async (page) => (await open(page, { headers: { accept: 'text/html' } })).html),
  )
  await server.finished(id)
  html.push((await open(`/comparisons/${id}`)).html)
  html.push(await (await submit({ url: 'nonsense', zone: 'x' })).text())
  for (const page of html) expect(await barriers(page)).toEqual([])
})
