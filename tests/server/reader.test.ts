/** The operator's second reader in the service: asked once an event is compared, refused by who wants, and never in the way. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import type { SecondReader } from '../../src/jobs/deps.js'
import { FoundStatement } from '../../src/model/asked.js'
import { Notes } from '../../src/model/notes.js'
import { Report } from '../../src/model/report.js'
import type { Reading, ReadingOutcome } from '../../src/ports/reader.js'
import { ferryA, ferryPage, json, startServer, type TestServer } from './harness.js'

const usage = { requests: 2, tokensIn: 900, tokensOut: 100, cost: null, seconds: 1 }
let shown: Reading[] = []
let gate: Promise<void> = Promise.resolve()
let answer: () => Partial<ReadingOutcome> = () => ({})
const servers: TestServer[] = []

beforeEach(() => {
  shown = []
  gate = Promise.resolve()
  answer = () => ({})
})
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

/** Says of two reports what the first sentence with a number tells. */
function noted({ reports }: Reading): ReadingOutcome {
  const answers = reports.flatMap(({ source, sentences }) => {
    const text = sentences.find((sentence) => /\d{3}/u.test(sentence.text))?.text
    return text === undefined ? [] : [{ source, words: text }]
  })
  const difference = {
    kind: 'value' as const,
    question: 'How many passengers were on the ferry Marit?',
    answers,
    silent: [],
    weight: 3 as const,
  }
  const foreign = { ...difference, answers: [{ source: answers[0]?.source ?? '', words: 'in no text' }] }
  const reader = { kind: 'model' as const, name: 'small-model' }
  const notes = { format: 'synoptic-notes/1' as const, reader, differences: [difference, foreign], pairs: [] }
  return { state: 'read', notes, usage }
}

async function withReader(change: Partial<SecondReader> = {}): Promise<TestServer> {
  const reader = {
    model: 'small-model',
    prompts: '1',
    sendsTo: 'models.example',
    async read(reading: Reading): Promise<ReadingOutcome> {
      shown.push(reading)
      await gate
      return { ...noted(reading), ...answer() } as ReadingOutcome
    },
    close: () => Promise.resolve(),
  }
  const terms = { tokensOfEvent: 5_000, tokensOfDay: 100_000, gapMs: 0, uploads: false, ...change }
  const server = await startServer({
    pages: {
      'https://one.example/ferry': ferryPage('Ferry late', ...ferryA.split('\n\n').slice(1)),
      'https://two.example/ferry': ferryPage(
        'Ferry held up',
        'The ferry Marit came into Orsund on Tuesday with 240 passengers after nine hours in fog, the coast guard said.',
        'Nordfar, which runs the ferry, said that fares would be paid back to all who had been on board.',
      ),
    },
    overrides: { reading: { reader, ...terms } },
    settings: { reader: { model: 'small-model', sendsTo: 'models.example', uploads: terms.uploads } },
  })
  servers.push(server)
  return server
}

const sources = ['https://one.example/ferry', 'https://two.example/ferry']
type View = { id: string; notes: string | null; notesReason: string | null }

async function submit(server: TestServer, more: object = {}): Promise<string> {
  return (await json<View>(await server.post('/api/comparisons', { sources, ...more }))).id
}
const viewOf = async (server: TestServer, id: string): Promise<View> =>
  json<View>(await server.request(`/api/comparisons/${id}`))
const until = (server: TestServer, id: string, state: string): Promise<void> =>
  expect.poll(async () => (await viewOf(server, id)).notes, { timeout: 30_000 }).toBe(state)

it('the comparison is made without, and replaced when it has read', async () => {
  let open = (): void => undefined
  gate = new Promise((resolve) => (open = resolve))
  const server = await withReader()
  const id = await submit(server)
  await server.finished(id)
  const first = await server.request(`/api/comparisons/${id}/report.json`)
  expect(Report.parse(await json(first)).notes).toBeUndefined()
  expect((await viewOf(server, id)).notes).toBe('awaited')
  expect(await (await server.request(`/comparisons/${id}/details`)).text()).toContain(
    'the report is replaced when it has',
  )
  open()
  await until(server, id, 'printed')
  const second = await server.request(`/api/comparisons/${id}/report.json`, {
    headers: { 'if-none-match': first.headers.get('etag') ?? '' },
  })
  expect(second.headers.get('etag')).not.toBe(first.headers.get('etag'))
  const report = Report.parse(await json(second))
  expect(report.generator.reader?.name).toBe('small-model')
  expect(report.findings.some(({ by }) => by === 'reader' || by === 'both')).toBe(true)
  expect((await server.store.transitions(id)).map(({ state }) => state)).toEqual(['running', 'complete'])
  const metrics = await (await server.request('/metrics')).text()
  expect(metrics).toContain('synoptic_reader_requests_total 2')
  expect(metrics).toContain('synoptic_reader_tokens_total{direction="in"} 900')
  expect(metrics).toContain('synoptic_notes_refused_total{reason="not-in-text"} 1')
})

it('who refuses it is not read, nor is an upload unless the operator allows it', async () => {
  const server = await withReader()
  const refused = await submit(server, { reader: false })
  const uploaded = await submit(server, { sources: [{ text: ferryA }, ...sources] })
  for (const id of [refused, uploaded]) {
    await server.finished(id)
    expect((await viewOf(server, id)).notes).toBeNull()
  }
  expect(shown).toEqual([])
  const wrong = await server.post('/api/comparisons', { sources, reader: 'another-model' })
  expect(await json(wrong)).toMatchObject({ status: 422, errors: [{ pointer: '/reader' }] })
  const form = await (await server.request('/')).text()
  expect(form).toMatch(
    /The model small-model reads the reports,\s+too,\s+of events that are addresses alone/u,
  )
  expect(form).toContain('models.example')
  expect(form).toContain('name="reader" value="false"')
  // A form that comes back, or is filled from a comparison, does not forget it.
  const batch = new FormData()
  for (const [name, value] of [
    ['events', 'Fog'],
    ['reader', 'false'],
  ] as const)
    batch.append(name, value)
  const again = [
    await server.request('/batches', { method: 'POST', body: batch }),
    await server.request(`/?from=${refused}`),
  ]
  for (const page of again) expect(await page.text()).toMatch(/name="reader" value="false" checked/u)
  const allowing = await withReader({ uploads: true })
  const read = await submit(allowing, { sources: [{ text: ferryA }, ...sources] })
  await until(allowing, read, 'printed')
})

it('a reader that fails leaves the report as it is, and that is said', async () => {
  answer = () => ({ state: 'failed', reason: 'models.example asks for another key.', transient: false })
  const server = await withReader()
  const id = await submit(server)
  await server.finished(id)
  const before = await server.store.report(id)
  await until(server, id, 'failed')
  expect(await server.store.report(id)).toBe(before)
  expect((await viewOf(server, id)).notesReason).toBe('models.example asks for another key.')
  const operation = await (await server.request('/operation')).text()
  expect(operation).toContain('1 without its notes; of the newest: models.example asks for another key.')
  expect(await (await server.request(`/comparisons/${id}/details`)).text()).toContain(
    'the report stands without: models.example',
  )
  expect(await (await server.request('/metrics')).text()).toContain('synoptic_reader_failures_total 1')
})

it('one that is away is asked again', async () => {
  answer = () =>
    shown.length > 1 ? {} : { state: 'failed', reason: 'models.example is away.', transient: true }
  const server = await withReader()
  const id = await submit(server)
  await until(server, id, 'printed')
  expect(shown).toHaveLength(2)
})

it('no more tokens are spent in a day than the operator allows', async () => {
  const server = await withReader({ tokensOfEvent: 1_500, tokensOfDay: 2_500 })
  const ids = [await submit(server), await submit(server), await submit(server)]
  await expect
    .poll(
      async () =>
        (await Promise.all(ids.map((id) => viewOf(server, id)))).map(({ notes }) => notes).toSorted(),
      {
        timeout: 30_000,
      },
    )
    .toEqual(['failed', 'printed', 'printed'])
  server.forward(86_400_000)
  await until(server, await submit(server), 'printed')
})

it('a statement is judged by it in its turn and within the tokens, where nobody refused it', async () => {
  const server = await withReader({ tokensOfDay: 8_000 })
  const id = await submit(server)
  await until(server, id, 'printed')
  const words = 'Passengers get their money back.'
  answer = () => {
    const pairs = (shown.at(-1)?.pairs ?? []).map(([a, b]) => {
      const [one, other] = [a, b].map((name) =>
        shown
          .at(-1)
          ?.reports.flatMap(({ source, sentences }) =>
            sentences.flatMap((sentence) => (sentence.id === name ? [{ source, words: sentence.text }] : [])),
          ),
      )
      const verdict = other?.[0]?.words.includes('paid back') ? 'same' : 'different'
      return { a: one?.[0], b: other?.[0], verdict }
    })
    const reader = { kind: 'model', name: 'small-model' } as const
    return {
      state: 'read',
      notes: Notes.parse({ format: 'synoptic-notes/1', reader, differences: [], pairs }),
    }
  }
  const ask = (): Promise<Response> => server.post(`/api/comparisons/${id}/find-statement`, { words })
  const answers = z.array(FoundStatement).parse(await json(await ask()))
  expect(answers.map(({ state, second }) => [state, second?.reader.name])).toContainEqual([
    'says',
    'small-model',
  ])
  const offered = await (
    await server.request(`/comparisons/${id}/ask?for=statement&words=${encodeURIComponent(words)}`)
  ).text()
  expect(offered).toContain('Have a second reader judge it')
  const page = await server.request(`/comparisons/${id}/ask`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ words }).toString(),
  })
  expect(await page.text()).toContain('by a second reader (small-model)')
  const metrics = await (await server.request('/metrics')).text()
  expect(metrics).toContain('synoptic_reader_requests_total 6')
  answer = () => ({ state: 'failed', reason: 'models.example is away.', transient: true })
  expect((await ask()).status).toBe(503)

  answer = () => ({})
  const strict = await withReader({ gapMs: 60_000 })
  const given = await submit(strict, { reader: false })
  await strict.finished(given)
  const refused = await strict.post(`/api/comparisons/${given}/find-statement`, { words })
  expect([refused.status, (await json<{ detail: string }>(refused)).detail]).toEqual([
    422,
    'No second reader reads this comparison.',
  ])
  const plain = await (
    await strict.request(`/comparisons/${given}/ask?for=statement&words=${encodeURIComponent(words)}`)
  ).text()
  expect(plain).not.toContain('Have a second reader')
  const fetched = await submit(strict)
  await until(strict, fetched, 'printed')
  const waiting = await strict.post(`/api/comparisons/${fetched}/find-statement`, { words })
  expect([waiting.status, Number(waiting.headers.get('retry-after'))]).toEqual([503, expect.any(Number)])
})
