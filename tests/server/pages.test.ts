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
  return { response, html, document: new JSDOM(html).window.document }
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
  const sent = await submit({ given: '', title: 'The ferry', once }, [ferryA, ferryB])
  expect(sent.status).toBe(303)
  const address = sent.headers.get('location') ?? ''
  const again = await submit({ given: '', title: 'The ferry', once }, [ferryA, ferryB])
  expect(again.headers.get('location'), 'a second click').toBe(address)

  const waiting = await open(address)
  expect(waiting.document.querySelector('noscript')?.innerHTML).toContain('Look again')
  expect(waiting.document.querySelector('[role=status]')?.textContent).toContain('waiting for its turn')
  server.work()
  await server.finished(address.split('/').at(-1) ?? '')
  const report = (await open(address)).response.headers.get('location') ?? ''
  expect(report, 'no page between').toBe(`${address}/report`)
  const read = await open(report)
  expect(read.response.status).toBe(200)
  const ways = [...read.document.querySelectorAll('nav.crumbs a')].map((link) => link.getAttribute('href'))
  const parts = ['report', 'rulings', 'details', 'ask', 'share']
  expect(ways).toEqual(['/comparisons', ...parts.map((part) => `${address}/${part}`)])
  const done = await open(`${address}/details`)
  expect(done.html).not.toContain('Look again')
  expect(done.document.querySelector('.main-link')?.getAttribute('href')).toBe(report)

  const list = await open('/comparisons')
  expect(list.document.querySelector('.stories a')?.textContent).toBe('The ferry')
  const id = address.split('/').at(-1) ?? ''
  const removed = await server.request(`${address}/delete`, { method: 'POST' })
  expect([removed.status, removed.headers.get('location')]).toEqual([303, `/comparisons?deleted=${id}`])
  const [gone, goneReport] = [await open(address), await open(report)]
  expect([gone.response.status, goneReport.response.status]).toEqual([404, 404])
  expect((await open(`/api/comparisons/${id}`)).response.status).toBe(404)
  const after = await open(`/comparisons?deleted=${id}`)
  expect(after.document.querySelector('.stories')).toBeNull()
  for (const { document } of [after, gone, goneReport]) {
    expect(document.querySelector('[role=status]')?.textContent).toContain('The ferry')
    const undo = document.querySelector('form.aside')?.getAttribute('action') ?? ''
    const gone = document.querySelector<HTMLInputElement>('form.aside input[name=id]')?.value ?? ''
    const undone = await server.request(undo, { method: 'POST', body: new URLSearchParams({ id: gone }) })
    expect(undone.headers.get('location')).toBe(address)
  }
  expect((await open(report)).response.status, 'undone').toBe(200)
})

it('take a form that somebody went back to and changed', async () => {
  server = await startServer({ working: false })
  const sent = await submit({ given: '', once: 'x' }, [ferryA, ferryB])
  const changed = await submit({ given: '', once: 'x', title: 'The ferry' }, [ferryA, ferryB])
  expect([sent.status, changed.status]).toEqual([303, 303])
  expect(changed.headers.get('location')).not.toBe(sent.headers.get('location'))
})

it('a sheet for a lesson has the rows that were chosen, and so has its key', async () => {
  server = await startServer()
  const { id } = await json<{ id: string }>(await server.post('/api/comparisons', twoTexts))
  await server.finished(id)
  const { document } = await open(`/comparisons/${id}/lesson`)
  const boxes = [...document.querySelectorAll<HTMLInputElement>('input[type=checkbox][name=rows]')]
  expect(boxes.length).toBeGreaterThan(1)
  expect(boxes.some((box) => box.checked)).toBe(true)
  const sheet = document.querySelector('main form')?.getAttribute('action') ?? ''
  const key = document.querySelector('[formaction]')?.getAttribute('formaction') ?? ''
  const read = async (at: string, rows: readonly string[]): Promise<number> => {
    const answer = await server.request(`${at}?${rows.map((row) => `rows=${row}`).join('&')}`)
    expect(answer.status).toBe(200)
    return [...(await answer.text()).matchAll(/<h2 id="[ek]\d+"/gu)].length
  }
  const values = boxes.map(({ value }) => value)
  for (const at of [sheet, key]) {
    expect(await read(at, values.slice(0, 1)), at).toBe(1)
    expect(await read(at, values), at).toBe(values.length)
  }
  expect((await server.request(`${sheet}?rows=f-none`)).status).toBe(404)
  // The form with no box ticked.
  const none = await server.request(`${sheet}?rows=`)
  expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('tick at least one')])
  const ruled = boxes.find((box) => box.checked)?.value ?? ''
  const said = { verdict: 'dismiss', correction: '', note: '', sentence: 'It is told.' }
  const headers = { 'content-type': 'application/json' }
  const put = { method: 'PUT', headers, body: JSON.stringify(said) }
  expect((await server.request(`/api/comparisons/${id}/rulings/${ruled}`, put)).status).toBeLessThan(300)
  const again = (await open(`/comparisons/${id}/lesson`)).document
  const box = again.querySelector<HTMLInputElement>(`input[value="${ruled}"]`)
  expect([box?.checked, box?.closest('label')?.textContent]).toEqual([
    false,
    expect.stringContaining('judged wrong'),
  ])
  expect((await server.request(`/api/comparisons/${id}/report.md?rows=f-1`)).status).toBe(422)
})

it('say what is wrong beside the field, all at once, and keep what was typed', async () => {
  server = await startServer({ working: false })
  const given = 'a.example/x\nhttps://a.example/y https://c.example/z\nnonsense\nftp://b.example/'
  const response = await submit({
    given,
    title: 'T',
    zone: 'Mars/Base',
    deadlineSeconds: 'soon',
    callbackUrl: '',
  })
  expect(response.status).toBe(422)
  const { document } = new JSDOM(await response.text()).window
  expect(document.title).toMatch(/^Error: /)
  expect(document.querySelector('textarea')?.value, 'what is neither stays').toBe('nonsense')
  const items = [...document.querySelectorAll<HTMLInputElement>('.items input[type=checkbox]')]
  expect(items.map(({ value }) => value)).toEqual([
    'url https://a.example/x',
    'url https://a.example/y',
    'url https://c.example/z',
    'url ftp://b.example/',
  ])
  for (const [id, text] of [
    ['given', '“nonsense” is neither'],
    ['given', 'ftp://b.example/: '],
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
  expect((await submit({ given: ' ' })).status).toBe(422)
})

it('ask for a second report at once, and keep the first', async () => {
  server = await startServer({ working: false })
  const refused = await submit({ given: 'https://one.example/a' })
  expect(refused.status).toBe(422)
  const { document } = new JSDOM(await refused.text()).window
  expect(document.querySelector('[role=alert]')?.textContent).toContain('a comparison needs two')
  expect(document.querySelector<HTMLInputElement>('.items input')?.value).toBe('url https://one.example/a')
})

it('a page that was looked at is not fetched again for the comparison, unless that was long ago', async () => {
  const addresses = ['https://a.example/1', 'https://b.example/2']
  const page = ferryPage('Ferry in fog', ...ferryA.split('\n').filter(Boolean))
  server = await startServer({ pages: Object.fromEntries(addresses.map((address) => [address, page])) })
  const given = addresses.join('\n')
  const fetchedFor = async (): Promise<number> => {
    const made = await submit({ given })
    expect(made.status).toBe(303)
    await server.finished(made.headers.get('location')?.split('/').at(-1) ?? '')
    return server.fetched.filter((address) => address === addresses[0]).length
  }
  await submit({ given, more: '1' })
  expect(await fetchedFor()).toBe(1)
  server.forward(3_600_000)
  await submit({ given, more: '1' })
  server.forward(300_000)
  expect(await fetchedFor(), 'older than a fetch may be').toBe(3)
})

it('know a feed that was saved as a file', async () => {
  server = await startServer({ working: false })
  const form = new FormData()
  const feed = '<?xml version="1.0"?><rss version="2.0"><channel><title>F</title></channel></rss>'
  form.append('files', new Blob([feed]), 'feed.xml')
  form.append('more', '1')
  const page = await (await server.request('/comparisons', { method: 'POST', body: form })).text()
  const row = new JSDOM(page).window.document.querySelector('.items > li')
  expect(row?.textContent.replace(/\s+/gu, ' ')).toContain(
    'A feed: F, 0 entries Give its file under Watching.',
  )
})

it('take texts, files and addresses apart, read them, and compare what stays marked, without script', async () => {
  server = await startServer({
    working: false,
    pages: { 'https://feed.example/rss': '<rss version="2.0"><channel><title>F</title></channel></rss>' },
  })
  const send = async (fields: readonly (readonly [string, string | Blob, string?])[]) => {
    const form = new FormData()
    for (const [name, value, file] of fields)
      if (typeof value === 'string') form.append(name, value)
      else form.append(name, value, file)
    return server.request('/comparisons', { method: 'POST', body: form })
  }
  const fieldsOf = (document: Document): [string, string][] =>
    [...document.querySelectorAll<HTMLInputElement>('.items input[form=new]')].map(({ name, value }) => [
      name,
      value,
    ])
  const shown = async (response: Response): Promise<Document> =>
    new JSDOM(await response.text()).window.document
  const first = await shown(
    await send([
      ['given', `${ferryA}\n---\n${ferryB}\n---\nfeed.example/rss`],
      ['files', new Blob([ferryA]), 'ferry a.txt'],
      ['more', '1'],
    ]),
  )
  expect(first.querySelector('[data-reading]')?.textContent).toBe(
    'They seem to be of one event. 2 independent texts.',
  )
  const rows = [...first.querySelectorAll('.items > li')].map((row) => row.textContent.replace(/\s+/gu, ' '))
  expect(rows[0]).toContain('A feed: F, 0 entries')
  expect(rows[1]).toContain('Ferry reaches Orsund after nine hours in fog')
  expect(rows[1]).toContain('75 words')
  expect(rows[3]).toContain('The same text as text-1')
  expect(first.querySelector('.items form')?.getAttribute('action')).toBe('/watching')
  expect(first.querySelector('.error')).toBeNull()

  const again = fieldsOf(first).map(([name, value]): [string, string] => [
    name,
    name === 'outlet-1' ? 'The Lantern' : name === 'day-1' ? 'yesterday' : value,
  ])
  const refused = await send(again)
  expect(refused.status).toBe(422)
  const wrong = await shown(refused)
  expect(wrong.querySelector('[role=alert]')?.textContent).toContain('text-1.txt: ')
  expect(wrong.querySelector('.items details[open] .error, .items li .error')).not.toBeNull()
  const mended = fieldsOf(wrong)
    .filter(([name]) => name !== 'item-2')
    .map(([name, value]): [string, string] => [name, name === 'day-0' ? '2025-12-03 08:05' : value])
  const taken = await send(mended)
  expect(taken.status).toBe(303)
  const sources = await server.store.sources(taken.headers.get('location')?.split('/').at(-1) ?? '')
  expect(sources.map(({ source }) => [source.name, source.outlet, source.publishedAt])).toEqual([
    ['text-1.txt', 'The Lantern', '2025-12-03T08:05:00'],
    ['text-2.txt', null, null],
  ])
  const gone = await send([['item-0', `kept ${'0'.repeat(64)} gone.txt`]])
  expect(gone.status).toBe(422)
  expect(await gone.text()).toContain('gone.txt is no longer here; choose it again')
})

it('compare the sample by one click', async () => {
  server = await startServer({ working: false })
  const home = await open('/')
  const sample = home.document.querySelector('form.aside')
  const once = sample?.querySelector('input')?.value ?? ''
  const click = (): Promise<Response> =>
    server.request(sample?.getAttribute('action') ?? '', {
      method: 'POST',
      body: new URLSearchParams({ once }),
    })
  const address = (await click()).headers.get('location') ?? ''
  expect((await click()).headers.get('location'), 'a second click').toBe(address)
  const { document } = await open(address)
  expect(document.querySelector('h1')?.textContent).toContain('Kesterhaven')
  expect(document.querySelectorAll('ol.list > li')).toHaveLength(6)
})

it('find, tag and delete stories, many at once, and keep a search; whatever a tag is, it is text', async () => {
  server = await startServer()
  const sent = async (body: unknown): Promise<string> => {
    const { id } = await json<{ id: string }>(await server.post('/api/comparisons', body))
    await server.finished(id)
    return id
  }
  const ferry = await sent({ title: 'The ferry', ...twoTexts })
  const bread = await sent({
    sources: [
      { text: 'Bread dearer\n\nThe bakers of Lund ask more.', outlet: 'The Lantern' },
      { text: 'Bread prices\n\nThe bakers of Lund ask 4 crowns more.', outlet: 'North Quay Post' },
    ],
  })
  const failed = await sent({ sources: ['https://none.example/a', 'https://none.example/b'] })
  const shown = async (query: string): Promise<readonly string[]> =>
    [...(await open(`/comparisons${query}`)).document.querySelectorAll('.stories th a:not(.tag)')].map(
      (link) => link.getAttribute('href')?.split('/').at(-1) ?? '',
    )
  expect(await shown('')).toEqual([bread, ferry, failed])
  expect((await open('/comparisons')).document.querySelector('details .stories a')?.textContent).toBe(
    'none.example',
  )
  expect(await shown('?q=holm+marit')).toEqual([ferry])
  expect(await shown('?q=bakers&outlet=the+lantern&from=&until=&state=&kind=')).toEqual([bread])
  expect(await shown('?state=failed')).toEqual([failed])
  expect(await shown('?from=2031-01-01')).toEqual([])
  for (const wrong of ['?word=x', '?from=soon', '?state=lost'])
    expect((await open(`/comparisons${wrong}`)).response.status, wrong).toBe(422)
  const listed = await json<{ items: { id: string; outlets: string[]; tags: string[] }[] }>(
    await server.request('/api/comparisons?q=bakers&limit=1'),
  )
  expect(listed.items).toMatchObject([{ id: bread, outlets: ['The Lantern', 'North Quay Post'], tags: [] }])
  expect((await server.request('/api/comparisons?words=x')).status).toBe(422)

  const hostile = '"><img src=x onerror=alert(1)>'
  const post = (target: string, fields: readonly (readonly [string, string])[]): Promise<Response> =>
    server.request(target, { method: 'POST', body: new URLSearchParams(fields.map((pair) => [...pair])) })
  const marked = [ferry, bread].map((id) => ['id', id] as const)
  const tagged = await post('/comparisons/marked', [
    ...marked,
    ['do', 'tag'],
    ['tag', hostile],
    ['back', '?q=lund'],
  ])
  expect(tagged.headers.get('location')).toBe('/comparisons?q=lund')
  const away = await post('/comparisons/marked', [
    ...marked,
    ['do', 'untag'],
    ['tag', 'x'],
    ['back', '//evil.example'],
  ])
  expect(away.headers.get('location')).toBe('/comparisons')
  const own = (await open(`/comparisons/${bread}/details`)).document.querySelectorAll<HTMLInputElement>(
    'form[action="/comparisons/marked"] input[type=hidden]',
  )
  const here = await post('/comparisons/marked', [
    ...[...own].map(({ name, value }) => [name, value] as const),
    ['do', 'untag'],
    ['tag', 'x'],
  ])
  expect(here.headers.get('location'), 'from its own page').toBe(`/comparisons/${bread}/details`)
  expect(await shown(`?${new URLSearchParams({ tag: hostile }).toString()}`)).toEqual([bread, ferry])
  await post('/comparisons/searches', [
    ['name', hostile],
    ['query', '?q=lund'],
  ])
  const { document, html } = await open('/comparisons?q=lund')
  expect(document.querySelector('.saved a')?.textContent).toBe(hostile)
  expect(document.querySelectorAll('img, [onerror]')).toHaveLength(0)
  expect((await examined(html)).barriers).toEqual([])
  const forget = document.querySelector('.saved form')?.getAttribute('action') ?? ''
  expect((await post(forget, [])).status).toBe(303)
  expect((await open('/comparisons')).document.querySelector('.saved a')).toBeNull()

  const gone =
    (await post('/comparisons/marked', [...marked, ['do', 'delete']])).headers.get('location') ?? ''
  const after = await open(gone)
  expect(after.document.querySelector('[role=status]')?.textContent).toContain('2 comparisons')
  expect(await shown('')).toEqual([failed])
  await post('/comparisons/restore', marked)
  expect(await shown('')).toEqual([bread, ferry, failed])
})

it('say first that a comparison failed, and lead to its sources filled in', async () => {
  server = await startServer()
  const { id } = await json<{ id: string }>(
    await server.post('/api/comparisons', {
      sources: ['https://none.example/a', { text: ferryA, name: 'a.txt' }],
      options: { zone: 'Asia/Tokyo', deadlineSeconds: 90 },
    }),
  )
  await server.finished(id)
  const { document } = await open(`/comparisons/${id}`)
  expect(document.title).toMatch(/^failed: /)
  expect(document.querySelector('main h2')?.textContent).toBe('No comparison could be made')
  expect(document.querySelectorAll('a[href*="/report."]'), 'no empty tables').toHaveLength(1)
  const again = await open(`/?from=${id}`)
  const items = [...again.document.querySelectorAll('.items input[type=checkbox]')]
  expect(items.map((one) => one.getAttribute('value'))).toEqual([
    'url https://none.example/a',
    expect.stringMatching(/^kept [0-9a-f]{64} a\.txt$/u),
  ])
  const typed = ['zone', 'deadlineSeconds'].map((name) =>
    again.document.getElementById(name)?.getAttribute('value'),
  )
  expect(typed).toEqual(['Asia/Tokyo', '90'])
})

it('call a source without an article in it not read, and say why', async () => {
  const none = 'https://one.example/none'
  server = await startServer({ pages: { [none]: '<!doctype html><body></body>' } })
  const sources = [...twoTexts.sources, none]
  const { id } = await json<{ id: string }>(await server.post('/api/comparisons', { sources }))
  await server.finished(id)
  const { document } = await open(`/comparisons/${id}/details`)
  const states = [...document.querySelectorAll('[data-source]')].map((one) => one.textContent)
  expect(states).toEqual(['read', 'read', 'not read'])
  expect(document.body.textContent).toContain(`${none}: no article was found`)
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
  for (const page of [
    `/comparisons/${id}/details`,
    '/comparisons',
    `/comparisons/${encodeURIComponent(hostile)}`,
  ]) {
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

it('lead to where one signs in where a key is needed', async () => {
  server = await startServer({ working: false, settings: { keysRequired: true } })
  const { response } = await open('/', { headers: { accept: 'text/html' } })
  expect([response.status, response.headers.get('location')]).toEqual([303, '/sign-in?next=%2F'])
  const { key } = await createKey('test', ['submit'], server.store, 0)
  const authorization = `Basic ${Buffer.from(`x:${key}`).toString('base64')}`
  expect((await open('/', { headers: { authorization } })).response.status).toBe(200)
  expect((await open('/comparisons', { headers: { authorization } })).response.status).toBe(403)
})

it('have no barriers that axe can find', async () => {
  const sources = [...twoTexts.sources, 'https://none.example/']
  const posted = async (): Promise<string> => {
    const body = { sources, callbackUrl: 'https://hooks.example/' }
    return (await json<{ id: string }>(await server.post('/api/comparisons', body))).id
  }
  const page = async (at: string): Promise<string> =>
    (await open(at, { headers: { accept: 'text/html' } })).html
  // Nobody works: the comparison stays under way.
  server = await startServer({ working: false })
  const waiting = await posted()
  const html = [await page(`/comparisons/${waiting}`)]
  await server.close()
  server = await startServer()
  const id = await posted()
  await server.finished(id)
  for (const at of [
    '/',
    '/comparisons',
    '/comparisons/none',
    `/comparisons/${id}/details`,
    '/problems/invalid',
  ])
    html.push(await page(at))
  html.push(await (await submit({ given: 'nonsense', zone: 'x' })).text())
  for (const one of html) expect((await examined(one)).barriers).toEqual([])
})
