/** Bodies that are too much: refused by their shape, before a schema or a parser makes values of them. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { placesIn } from '../../src/server/json-shape.js'
import { fieldOf, HttpProblem } from '../../src/server/problems.js'
import { ferryA, json, startServer, type TestServer } from './harness.js'

let server: TestServer
beforeEach(async () => {
  server = await startServer({ working: false, settings: { maxSourceBytes: 5_000 } })
})
afterEach(() => server.close())

type Problem = { type: string; detail: string; errors?: { pointer: string; detail: string }[] }

/** What is answered, and the processor's seconds for it. */
async function send(
  target: string,
  body: string | FormData,
): Promise<{ status: number; problem: Problem; seconds: number }> {
  const before = process.cpuUsage()
  const headers = typeof body === 'string' ? { 'content-type': 'application/json' } : undefined
  const response = await server.request(target, { method: 'POST', body, ...(headers ? { headers } : {}) })
  const problem = await json<Problem>(response)
  const { user, system } = process.cpuUsage(before)
  return { status: response.status, problem, seconds: (user + system) / 1e6 }
}

const items = (item: string, count: number): string => `[${Array<string>(count).fill(item).join(',')}]`

test.each([
  [
    '8 MB of items that are none',
    '/api/comparisons',
    `{"sources":${items('{"x":1}', 1_000_000)}}`,
    '/sources',
  ],
  ['a million events', '/api/batches', `{"events":${items('{}', 1_000_000)}}`, '/events'],
  [
    'an event of a million sources',
    '/api/batches',
    `{"events":[{"sources":["https://a.example/"]},{"sources":${items('"x"', 1_000_000)}}]}`,
    '/events/1/sources',
  ],
  [
    'a million names',
    '/api/comparisons',
    `{"sources":["https://a.example/"],${Array.from({ length: 500_000 }, (_, n) => `"n${n}":1`).join(',')}}`,
    'The body may have',
  ],
  ['a list where none belongs', '/api/inspect', `{"source":${items('1', 1_000_000)}}`, '/source'],
])('%s', async (_what, target, body, pointer) => {
  const { status, problem, seconds } = await send(target, body)
  expect([status, problem.type]).toEqual([422, '/problems/invalid'])
  expect(problem.detail.startsWith(pointer.startsWith('/') ? `${fieldOf(pointer)}: ` : pointer)).toBe(true)
  // Sending it is in this process, too. It was 43 s and 2.9 GB.
  expect(seconds).toBeLessThan(3)
})

test('nesting without end is no request', async () => {
  const { status, problem } = await send('/api/comparisons', `{"sources":${'['.repeat(500_000)}`)
  expect([status, problem.detail]).toEqual([400, 'The body nests more than 16 levels deep.'])
})

test('a form of 1.6 million addresses, or of many parts, is refused in words', async () => {
  const many = new FormData()
  many.append('url', 'a.example\n'.repeat(1_600_000))
  const addresses = await send('/api/comparisons', many)
  expect([addresses.status, addresses.problem.errors?.[0]]).toEqual([
    422,
    { pointer: '/sources', detail: 'sources: at most 20 sources are compared at once.' },
  ])
  expect(addresses.seconds).toBeLessThan(3)
  const parts = new FormData()
  for (let part = 0; part < 2_000; part++) parts.append('url', 'https://a.example/')
  const refused = await send('/api/comparisons', parts)
  expect([refused.status, refused.problem.detail]).toEqual([
    422,
    'sources: a form of at most 80 parts is read, and at most 20 sources are compared at once.',
  ])
  expect(await server.store.list({ limit: 10, after: null })).toMatchObject({ items: [] })
})

test('an upload is held to the size of a page, in JSON, form and inspection alike', async () => {
  const large = `${ferryA}\n\n${'And so on. '.repeat(600)}`
  const detail = 'x.txt is larger than the limit of 5 kB; send the article alone, or raise SYNOPTIC_MAX_BYTES'
  const source = { text: large, name: 'x.txt' }
  const form = new FormData()
  form.append('files', new File([large], 'x.txt'))
  const answers = [
    await send('/api/comparisons', JSON.stringify({ sources: [source] })),
    await send('/api/comparisons', form),
    await send('/api/inspect', JSON.stringify({ source })),
    await send('/api/batches', JSON.stringify({ events: [{ sources: [source] }] })),
  ]
  for (const { status, problem } of answers) {
    expect(status).toBe(422)
    expect(problem.errors?.map((error) => error.detail)).toEqual([expect.stringContaining(`: ${detail}.`)])
  }
})

test('the shape is that of what JSON means', async () => {
  const limits = {
    lists: [
      { most: 2, detail: 'two' },
      { most: 3, detail: 'three' },
    ],
  }
  const shapeOf = async (text: string): Promise<string | null> => {
    try {
      await placesIn(text, limits)
      return null
    } catch (error) {
      if (!(error instanceof HttpProblem)) throw error
      const [found] = error.errors
      return found ? `${found.pointer}: ${found.detail}` : error.message
    }
  }
  const cases: [string, string | null][] = [
    ['{"a":[1,2],"b":[[1,2,3],[1,2,3]]}', null],
    ['{"a":[1,2,3]}', '/a: two'],
    ['{"a":[[1],[1,2,3,4]]}', '/a/1: three'],
    ['{"a":"[1,2,3,4,5]\\",[1,2,3\\\\"}', null],
    ['{"x\\"y":{"~/":[1,2,3]}}', '/x"y/~0~1: two'],
    ['[{"a":"","b":[]},{"b":[1,2,3,4]}]', '/1/b: three'],
    ['"a,b,c,d"', null],
    ['}}]],,{"a":[1,2,3]', '/a: two'],
    ['', null],
  ]
  for (const [text, said] of cases) expect(await shapeOf(text), text).toBe(said)
})

test('the items of one list are found, also where its name is written otherwise, or comes twice', async () => {
  const itemsOf = async (text: string): Promise<string[]> => {
    const most = { most: 9, detail: 'nine' }
    const places = await placesIn(text, { lists: [most, most], apart: 'events' })
    return places.map(({ start, end }) => text.slice(start, end))
  }
  expect(await itemsOf('{"title":"[1,2]","events":[{"a":[1,2]}, "x,]",3]}')).toEqual([
    '{"a":[1,2]}',
    ' "x,]"',
    '3',
  ])
  expect(await itemsOf('{"ev\\u0065nts":[1]}')).toEqual(['1'])
  expect(await itemsOf('{"events":[1,2],"events":[3]}')).toEqual(['3'])
  expect(await itemsOf('{"deeper":{"events":[1]}}')).toEqual([])
})

test('the events of a batch are found, also where their name is written otherwise, or comes twice', async () => {
  const event = JSON.stringify({ sources: [{ text: ferryA }, { text: ferryA }] })
  const totalOf = async (body: string): Promise<number> =>
    (await json<{ total: number }>(await server.request('/api/batches', { method: 'POST', body, headers })))
      .total
  const headers = { 'content-type': 'application/json' }
  expect(await totalOf(`{"title":"[1,2]","events":[${event}, ${event},${event}]}`)).toBe(3)
  expect(await totalOf(`{"ev\\u0065nts":[${event}]}`)).toBe(1)
  expect(await totalOf(`{"events":[1,2],"events":[${event}]}`)).toBe(1)
  const deeper = await send('/api/batches', `{"title":{"events":[${event}]}}`)
  expect(deeper.problem.errors?.map(({ pointer }) => pointer)).toEqual(['/title', '/events'])
})

test('others have their turn while a long body is looked at', async () => {
  let turns = 0
  const ticking = setInterval(() => turns++, 1)
  const text = `{"sources":[${items('"x"', 400_000)}]}`
  const most = { most: 1e6, detail: 'a million' }
  await placesIn(text, { lists: [most, most] })
  clearInterval(ticking)
  expect(turns).toBeGreaterThan(2)
})
