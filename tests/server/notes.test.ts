/** A second reader's notes in the service: given with a request they are kept with the comparison, and go with it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Report } from '../../src/model/report.js'
import { ferryA, ferryB, json, startServer, twoTexts, type TestServer } from './harness.js'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const notes = {
  format: 'synoptic-notes/1',
  reader: { kind: 'person', name: 'a desk editor' },
  differences: [
    {
      kind: 'value',
      question: 'How many were on board the ferry Marit?',
      answers: [
        { source: 'a.txt', words: 'All 214 passengers were unhurt' },
        { source: 'b.txt', words: 'with 240 passengers' },
      ],
      silent: [],
      weight: 3,
    },
    {
      kind: 'omission',
      question: 'Who?',
      answers: [{ source: 'a.txt', words: 'Nobody was hurt' }],
      silent: ['b.txt'],
      weight: 2,
    },
  ],
  pairs: [],
}

type Made = { id: string; notes: string | null }

async function reportOf(id: string): Promise<Report> {
  expect(await server.finished(id)).toBe('complete')
  return Report.parse(await json(await server.request(`/api/comparisons/${id}/report.json`)))
}

describe('notes with a request', () => {
  it('are tested and printed with the comparison, and deleted with it', async () => {
    const { id, notes: state } = await json<Made>(
      await server.post('/api/comparisons', { ...twoTexts, notes }),
    )
    expect(state).toBe('given')
    const report = await reportOf(id)
    expect(report.findings.some(({ by }) => by === 'reader' || by === 'both')).toBe(true)
    expect(report.notes?.refused).toMatchObject([{ note: 1, reason: 'not-in-text' }])
    expect(report.generator.reader?.name).toBe('a desk editor')
    await server.request(`/api/comparisons/${id}`, { method: 'DELETE' })
    expect(await server.store.notes(id)).toBeNull()
  })

  it('come as a file of a form, too', async () => {
    const form = new FormData()
    for (const [name, text] of Object.entries({ 'a.txt': ferryA, 'b.txt': ferryB }))
      form.append('files', new File([text], name))
    form.append('notes', new File([JSON.stringify(notes)], 'notes.json'))
    const { id } = await json<Made>(await server.request('/api/comparisons', { method: 'POST', body: form }))
    expect((await reportOf(id)).notes?.taken).toHaveLength(1)
    const wrong = new FormData()
    wrong.append('url', 'https://one.example/')
    wrong.append('notes', new File(['no JSON'], 'notes.json'))
    const refused = await server.request('/api/comparisons', { method: 'POST', body: wrong })
    expect(await json(refused)).toMatchObject({ status: 422, errors: [{ pointer: '/notes' }] })
  })

  it('are handed out again, which makes the same report elsewhere', async () => {
    const { id } = await json<Made>(await server.post('/api/comparisons', { ...twoTexts, notes }))
    const handed = await server.request(`/api/comparisons/${id}/notes.json`)
    expect(await json(handed)).toEqual(notes)
    const { id: without } = await json<Made>(await server.post('/api/comparisons', twoTexts))
    expect((await server.request(`/api/comparisons/${without}/notes.json`)).status).toBe(404)
  })

  const withFiles = (
    ...files: readonly (readonly [field: string, name: string, text: string])[]
  ): FormData => {
    const form = new FormData()
    for (const [field, name, text] of files) form.append(field, new File([text], name))
    return form
  }
  const reports = [
    ['files', 'a.txt', ferryA],
    ['files', 'b.txt', ferryB],
  ] as const
  const idOf = (sent: Response): string => sent.headers.get('location')?.split('/').at(-1) ?? ''

  it('come with the page’s form, where what is wrong with them is said', async () => {
    const send = (file: string): Promise<Response> =>
      server.request('/comparisons', {
        method: 'POST',
        body: withFiles(...reports, ['notes', 'n.json', file]),
      })
    expect((await reportOf(idOf(await send(JSON.stringify(notes))))).notes?.taken).toHaveLength(1)
    const refused = await send('no JSON')
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('Notes of a second reader')
    expect(page).toContain('no JSON; notes (synoptic-notes/1) were expected')
    expect(page.match(/name="item-\d+"/gu), 'the reports need not be chosen again').toHaveLength(2)
  })

  it('come with a manifest on the batch page, as one of its files', async () => {
    const send = (file: string): Promise<Response> => {
      const event = JSON.stringify({ id: 'ferry', notes: `notes/${file}`, sources: ['a.txt', 'b.txt'] })
      const noted = ['files', 'n.json', JSON.stringify(notes)] as const
      const body = withFiles(['manifest', 'events.jsonl', event], ...reports, noted)
      return server.request('/batches', { method: 'POST', body })
    }
    const [member] = await server.store.batchMembers(idOf(await send('n.json')))
    expect((await reportOf(member?.id ?? '')).notes?.taken).toHaveLength(1)
    expect(await (await send('other.json')).text()).toContain('ferry: notes/other.json is none of the files')
  })

  it('belong to one event of a batch', async () => {
    const events = [{ ...twoTexts, notes }, twoTexts]
    const { id } = await json<Made>(await server.post('/api/batches', { events }))
    const members = await server.store.batchMembers(id)
    const reports = await Promise.all(members.map((member) => reportOf(member.id)))
    expect(reports.map((report) => report.notes !== undefined)).toEqual([true, false])
  })

  it('are part of what an idempotency key stands for', async () => {
    const key = { 'idempotency-key': 'with-notes' }
    const first = await json<Made>(await server.post('/api/comparisons', { ...twoTexts, notes }, key))
    const again = await json<Made>(await server.post('/api/comparisons', { ...twoTexts, notes }, key))
    expect(again.id).toBe(first.id)
    expect((await server.post('/api/comparisons', twoTexts, key)).status).toBe(422)
  })

  it.each([
    [
      'a kind that is none',
      { ...notes, differences: [{ ...notes.differences[0], kind: 'bias' }] },
      '/notes/differences/0/kind',
    ],
    ['another format', { ...notes, format: 'notes' }, '/notes/format'],
    [
      'more than notes may hold',
      {
        ...notes,
        differences: Array.from({ length: 200 }, () => ({
          ...notes.differences[0],
          answers: Array.from({ length: 10 }, () => ({ source: 'a.txt', words: 'x'.repeat(2_000) })),
        })),
      },
      '/notes',
    ],
    ['a list without end', { ...notes, pairs: Array.from({ length: 2_001 }, () => 0) }, '/notes/pairs'],
  ])('are refused with %s, and that is said', async (_, wrong, pointer) => {
    const response = await server.post('/api/comparisons', { ...twoTexts, notes: wrong })
    expect(await json(response)).toMatchObject({ status: 422, errors: [{ pointer }] })
  })
})
