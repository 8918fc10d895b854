/** Two questions put to the reports of a comparison, by API and page. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CheckedQuotation, FoundStatement } from '../../src/model/asked.js'
import { json, startServer, twoTexts, type TestServer } from './harness.js'

let server: TestServer
let id: string

beforeAll(async () => {
  server = await startServer()
  id = (await json<{ id: string }>(await server.post('/api/comparisons', twoTexts))).id
  expect(await server.finished(id)).toBe('complete')
})

afterAll(() => server.close())

const ask = (path: string, query: Readonly<Record<string, string>>): Promise<Response> =>
  Promise.resolve(server.request(`${path}?${new URLSearchParams(query).toString()}`))

test('a report that has the words answers with its own', async () => {
  const stored = JSON.parse((await server.store.report(id)) ?? 'null') as {
    articles: { text: string; sentences: { start: number; end: number }[] }[]
  }
  const [first] = stored.articles
  const sentence = first?.sentences.at(-1) ?? { start: 0, end: 0 }
  const words = first?.text.slice(sentence.start, sentence.end) ?? ''
  const answers = await json<unknown[]>(await ask(`/api/comparisons/${id}/check-quotation`, { words }))
  const read = answers.map((one) => CheckedQuotation.parse(one))
  expect(read.length).toBe(2)
  expect(read[0]).toMatchObject({ form: 'verbatim' })
  const told = await json<unknown[]>(await ask(`/api/comparisons/${id}/find-statement`, { words }))
  expect(told.map((one) => FoundStatement.parse(one).state)[0]).toBe('says')
})

test('no words, or a parameter that is unknown, are refused with the place', async () => {
  for (const query of [{}, { words: 'a', who: 'b' }, { words: 'x'.repeat(4_001) }])
    expect((await ask(`/api/comparisons/${id}/check-quotation`, query)).status).toBe(422)
  expect((await ask('/api/comparisons/c-none/check-quotation', { words: 'a' })).status).toBe(404)
})

test('the page asks first, then shows an answer a report, all of it escaped', async () => {
  const empty = await (await ask(`/comparisons/${id}/ask`, {})).text()
  expect(empty).not.toContain('What they answer')
  const asked = await (
    await ask(`/comparisons/${id}/ask`, { for: 'statement', words: '<script>alert(1)</script> came in' })
  ).text()
  expect(asked).toContain('What they answer')
  expect(asked).not.toContain('<script>alert')
})
