/** Batches on pages: submitted as lines or as a manifest, followed, and taken away as tables. */
import { parse } from 'csv-parse/sync'
import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ferryA, ferryB, startServer, type TestServer } from './harness.js'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const open = async (target: string) => new JSDOM(await (await server.request(target)).text()).window.document

function form(
  fields: Readonly<Record<string, string>>,
  files: readonly (readonly [field: string, name: string, text: string])[],
): FormData {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.append(name, value)
  for (const [field, name, text] of files) made.append(field, new Blob([text]), name)
  return made
}

const send = (body: FormData): Promise<Response> => server.request('/batches', { method: 'POST', body })
const texts = [
  ['files', 'a.txt', ferryA],
  ['files', 'b.txt', ferryB],
] as const

it('go from lines over progress to what differs, and to tables of all events', async () => {
  const events = '=Ferry\r\na.txt\r\nb.txt\r\n\r\nLost\r\nhttps://none.example/x\r\nhttps://none.example/y'
  const sent = await send(form({ events, title: 'Two events' }, texts))
  expect(sent.status).toBe(303)
  const address = sent.headers.get('location') ?? ''
  const members = await server.store.batchMembers(address.split('/').at(-1) ?? '')
  for (const { id } of members) await server.finished(id)

  const page = await open(address)
  expect(page.title).toBe('Two events – Batches – Synoptic')
  expect(page.querySelector('[role=status]')?.textContent).toBe('Finished: 1 complete; 1 failed.')
  const [ferry, lost] = page.querySelectorAll('ol.list > li')
  expect(ferry?.textContent).toContain('How many passengers?')
  expect(ferry?.querySelector('a[href$="/report"]')).not.toBeNull()
  expect(lost?.textContent).toContain('HTTP 404')
  expect(lost?.querySelector('a[href$="/report"]'), 'nothing was compared').toBeNull()

  for (const link of page.querySelectorAll('a[href$=".csv"]')) {
    const table = await (await server.request(link.getAttribute('href') ?? '')).text()
    const [header = [], ...rows] = parse(table)
    expect(header.slice(0, 2)).toEqual(['event', 'event_title'])
    expect(new Set(rows.map((row) => row.slice(0, 2).join())), 'a failed event has no rows').toEqual(
      new Set([`${members[0]?.id ?? ''},'=Ferry`]),
    )
  }
  expect(page.querySelectorAll('a[href$=".csv"]')).toHaveLength(4)
  const list = await open('/batches')
  expect(list.querySelector('.list a')?.textContent).toBe('Two events')
})

it('lead to another look while it is under way', async () => {
  const idle = await startServer({ working: false })
  const body = form({ events: 'Fog\na.txt\nb.txt' }, texts)
  const sent = await idle.request('/batches', { method: 'POST', body })
  const page = await (await idle.request(sent.headers.get('location') ?? '')).text()
  await idle.close()
  expect(page).toContain('<a href="">look again</a>')
})

it('take a manifest with outlets and times, and its files', async () => {
  const manifest = [
    'event,source,outlet,publishedAt,title',
    'fog,pages/a.txt,Coast Radio,2025-12-03,The fog',
    'fog,b.txt,,,',
  ].join('\n')
  const sent = await send(form({}, [['manifest', 'events.csv', manifest], ...texts]))
  expect(sent.status).toBe(303)
  const [member] = await server.store.batchMembers(sent.headers.get('location')?.split('/').at(-1) ?? '')
  expect((await server.store.find(member?.id ?? ''))?.title).toBe('The fog')
  const [first] = await server.store.sources(member?.id ?? '')
  expect([first?.source.outlet, first?.source.publishedAt]).toEqual(['Coast Radio', '2025-12-03'])
})

it.each([
  ['', 'no event is named'],
  ['Fog\na.txt\nc.txt', 'Fog: c.txt is neither an address nor one of the files'],
  ['Fog\na.txt\nftp://x.example/', 'only http and https addresses are fetched'],
  ['Fog', 'Fog: no source is named'],
])('say what is wrong with %j, and keep the files', async (events, words) => {
  const refused = await send(form({ events }, texts))
  expect(refused.status).toBe(422)
  const { document } = new JSDOM(await refused.text()).window
  expect(document.getElementById('events-error')?.textContent).toContain(words)
  expect(document.querySelector('textarea')?.value).toBe(events)
  const kept = [...document.querySelectorAll<HTMLInputElement>('input[name=kept]')]
  expect(kept.map(({ value }) => value.slice(65))).toEqual(['a.txt', 'b.txt'])
  const mended = form({ events: 'Fog\na.txt\nb.txt' }, [])
  for (const { value } of kept) mended.append('kept', value)
  expect((await send(mended)).status).toBe(303)
})

it('keep a manifest whose files are missing', async () => {
  const refused = await send(form({}, [['manifest', 'e.csv', 'event,source\nfog,a.txt\nfog,b.txt']]))
  const { document } = new JSDOM(await refused.text()).window
  expect(document.getElementById('manifest-error')?.textContent).toContain('fog: a.txt is neither')
  const mended = form({}, texts)
  mended.append('kept', document.querySelector<HTMLInputElement>('input[name=kept]')?.value ?? '')
  expect((await send(mended)).status).toBe(303)
})

it('take the notes that were chosen now, and not those of the same name that came before', async () => {
  const notes = {
    format: 'synoptic-notes/1',
    reader: { kind: 'person', name: 'Ida Brandt' },
    differences: [],
  }
  const manifest = JSON.stringify({ id: 'fog', sources: ['a.txt', 'b.txt'], notes: 'n.json' })
  const refused = await send(
    form({}, [['manifest', 'm.jsonl', manifest], ...texts, ['files', 'n.json', '{"differences": [']]),
  )
  expect(refused.status).toBe(422)
  const { document } = new JSDOM(await refused.text()).window
  expect(document.getElementById('manifest-error')?.textContent).toContain('n.json')
  const mended = form({}, [['files', 'n.json', JSON.stringify(notes)]])
  for (const { value } of document.querySelectorAll<HTMLInputElement>('input[name=kept]'))
    mended.append('kept', value)
  expect((await send(mended)).status).toBe(303)
})
