import { afterEach, describe, expect, it } from 'vitest'
import { ferryA, json, startServer, testLimits, twoTexts, type TestServer } from './harness.js'

let server: TestServer
afterEach(() => server.close())

type Event = { id?: string; event?: string; data?: string; comment?: string }

/** Events of a stream that has ended. */
function eventsOf(text: string): Event[] {
  return text
    .split('\n\n')
    .filter((block) => block.trim() !== '')
    .map((block) =>
      Object.fromEntries(
        block.split('\n').map((line) => {
          const [name = '', ...rest] = line.split(':')
          return [name === '' ? 'comment' : name, rest.join(':').trim()]
        }),
      ),
    )
}

async function submitted(): Promise<string> {
  return (await json<{ id: string }>(await server.post('/api/comparisons', twoTexts))).id
}

describe('server-sent events', () => {
  it('tell each step once, keep the line open, and end with the final state', async () => {
    server = await startServer({ working: false })
    const id = await submitted()
    const response = await server.request(`/api/comparisons/${id}/events`)
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    setTimeout(() => {
      server.work()
    }, 200)
    const events = eventsOf(await response.text())
    expect(events[0]).toMatchObject({ event: 'progress' })
    expect(events.some(({ comment }) => comment !== undefined)).toBe(true)
    const told = events.filter(({ event }) => event !== undefined)
    expect(told.at(-1)?.event).toBe('final')
    expect(told.filter(({ event }) => event === 'final')).toHaveLength(1)
    expect(new Set(told.map((event) => event.id)).size).toBe(told.length)
    expect(JSON.parse(told.at(-1)?.data ?? '')).toMatchObject({ id, state: 'complete' })

    const headers = { 'last-event-id': told.at(-1)?.id ?? '' }
    expect((await server.request(`/api/comparisons/${id}/events`, { headers })).status).toBe(204)
    const late = await server.request(`/api/comparisons/${id}/events`, {
      headers: { 'last-event-id': 'of another server' },
    })
    expect(eventsOf(await late.text()).map(({ event }) => event)).toEqual(['final'])
  })

  it('end when the comparison is deleted', async () => {
    server = await startServer({ working: false })
    const id = await submitted()
    const response = await server.request(`/api/comparisons/${id}/events`)
    await server.store.remove(id)
    expect(eventsOf(await response.text()).map(({ event }) => event)).toEqual(['progress'])
  })

  it('have a limited number of places, which leaving gives back', async () => {
    server = await startServer({ working: false, settings: { maxStreams: 1 } })
    const id = await submitted()
    const leave = new AbortController()
    const open = (signal?: AbortSignal): Promise<Response> =>
      server.request(`/api/comparisons/${id}/events`, signal ? { signal } : {})
    await open(leave.signal)
    const refused = await open()
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('10')
    leave.abort()
    await expect
      .poll(async () => {
        const stop = new AbortController()
        const { status } = await open(stop.signal)
        stop.abort()
        return status
      })
      .toBe(200)
  })
})

describe('batches', () => {
  const batch = {
    title: 'Ferries',
    options: { zone: 'Europe/Oslo' },
    events: [
      { ...twoTexts, title: 'First' },
      { ...twoTexts, title: 'Second', options: { deadlineSeconds: 30 } },
      { sources: [{ text: ferryA }, 'https://none.example/a'] },
    ],
  }
  type Batch = { id: string; states: Record<string, number>; finished: boolean; total: number }

  it('take all events, tell their states, and stream a result for each', async () => {
    server = await startServer()
    const response = await server.post('/api/batches', batch)
    expect(response.status).toBe(202)
    const { id, total } = await json<Batch>(response)
    expect(response.headers.get('location')).toBe(`/api/batches/${id}`)
    expect(total).toBe(3)

    const results = await server.request(`/api/batches/${id}/results`)
    expect(results.headers.get('content-type')).toContain('application/jsonl')
    const lines = (await results.text())
      .trimEnd()
      .split('\n')
      .map(
        (line) =>
          JSON.parse(line) as { position: number; title: string; state: string; id: string; report: unknown },
      )
      .sort((a, b) => a.position - b.position)
    expect(lines.map(({ position, title, state }) => [position, title, state])).toEqual([
      [0, 'First', 'complete'],
      [1, 'Second', 'complete'],
      [2, null, 'failed'],
    ])
    const first = await json(await server.request(`/api/comparisons/${lines[0]?.id ?? ''}/report`))
    expect(lines[0]?.report).toEqual(first)

    const state = await json<Batch>(await server.request(`/api/batches/${id}`))
    expect(state).toMatchObject({ finished: true, states: { complete: 2, failed: 1, queued: 0 } })
    const listed = await json<{ items: { id: string; batch: string }[] }>(
      await server.request(`/api/comparisons?batch=${id}`),
    )
    expect(listed.items).toHaveLength(3)
    const options = await Promise.all(lines.map(async (line) => (await server.store.find(line.id))?.options))
    expect(options).toEqual([
      { zone: 'Europe/Oslo', deadlineSeconds: 600 },
      { zone: 'Europe/Oslo', deadlineSeconds: 30 },
      { zone: 'Europe/Oslo', deadlineSeconds: 600 },
    ])
  })

  it('give only what is finished when asked not to follow', async () => {
    server = await startServer({ working: false })
    const { id } = await json<Batch>(await server.post('/api/batches', batch))
    expect(await (await server.request(`/api/batches/${id}/results?follow=false`)).text()).toBe('')
    expect((await server.request(`/api/batches/${id}/results?follow=perhaps`)).status).toBe(422)
  })

  it('are taken whole or not at all, and the trouble is pointed at', async () => {
    server = await startServer({ working: false, settings: { maxEvents: 3 } })
    const bad = { events: [twoTexts, { sources: ['https://a.example/', 'nonsense'] }] }
    const response = await server.post('/api/batches', bad)
    expect(response.status).toBe(422)
    expect((await json<{ errors: { pointer: string }[] }>(response)).errors[0]?.pointer).toBe(
      '/events/1/sources/1',
    )
    const many = await server.post('/api/batches', { events: Array.from({ length: 4 }, () => twoTexts) })
    expect(many.status).toBe(422)
    expect((await server.store.list({ limit: 10, after: null })).items).toEqual([])
  })

  it('honour the Idempotency-Key', async () => {
    server = await startServer({ working: false })
    const key = { 'idempotency-key': 'batch-1' }
    const first = await server.post('/api/batches', batch, key)
    const again = await server.post('/api/batches', batch, key)
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect((await server.store.list({ limit: 10, after: null })).items).toHaveLength(3)
    expect((await server.post('/api/batches', { events: [twoTexts] }, key)).status).toBe(422)
  })
})

describe('inspect', () => {
  it('shows what is read of one source and keeps nothing', async () => {
    server = await startServer({ working: false })
    const response = await server.post('/api/inspect', { source: { text: ferryA, name: 'ferry.txt' } })
    expect(response.status).toBe(200)
    const article = await json<{ schema: string; text: string; sha256: string; source: string }>(response)
    expect(article).toMatchObject({ schema: 'synoptic/article@1', source: 'ferry.txt', text: ferryA })
    expect(await server.store.content(article.sha256)).toBeNull()
    const lost = await json<{ text: string; issues: { code: string }[] }>(
      await server.post('/api/inspect', { source: 'https://none.example/x' }),
    )
    expect(lost).toMatchObject({ text: '', issues: [{ code: 'not-found' }] })
    expect((await server.post('/api/inspect', { source: 'ftp://none.example/x' })).status).toBe(422)
  })

  it('waits for the host’s turn, and refuses when that is far off', async () => {
    server = await startServer({
      working: false,
      overrides: { limits: { ...testLimits, fetchAgeMs: 0, hostDelayMs: 20_000 } },
    })
    const ask = (): Promise<Response> => server.post('/api/inspect', { source: 'https://none.example/x' })
    expect((await ask()).status).toBe(200)
    const refused = await ask()
    expect(refused.status).toBe(503)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(15)
    expect(server.fetched).toHaveLength(1)
  })

  it('reads only so many at once', async () => {
    server = await startServer({ working: false, settings: { maxInspections: 0 } })
    expect((await server.post('/api/inspect', { source: { text: ferryA } })).status).toBe(503)
  })
})

describe('metrics', () => {
  it('tell queue, stages, causes and hosts, without bound to nothing', async () => {
    server = await startServer({ pages: {} })
    const { id } = await json<{ id: string }>(
      await server.post('/api/comparisons', {
        sources: [...twoTexts.sources, 'https://none.example/secret-path?token=1'],
      }),
    )
    await server.finished(id)
    for (let index = 0; index < 300; index++)
      server.deps.metrics.notice({
        kind: 'read',
        comparison: id,
        host: `h${index}.example`,
        article: { words: 10, completeness: index % 2 === 0 ? 'truncated' : 'complete' },
      })
    server.deps.metrics.notice({ kind: 'lost', comparison: id, position: 0, code: 'we"ird\\co\nde' })
    server.deps.metrics.notice({
      kind: 'ran',
      stage: 'read',
      comparison: id,
      seconds: 1,
      outcome: 'failed',
      cause: '53100',
    })
    const response = await server.request('/metrics')
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    const text = await response.text()
    expect(text).toContain('synoptic_queue_up 1\n')
    expect(text).toContain('synoptic_queue_depth{queue="fetch",state="waiting"} 0\n')
    expect(text).toContain('synoptic_stage_seconds_count{stage="read"} ')
    expect(text).toContain('synoptic_sources_lost_total{cause="not-found"} 1\n')
    expect(text).toContain('synoptic_job_failures_total{stage="read",cause="53100"} 1\n')
    expect(text).toContain('cause="we\\"ird\\\\co\\nde"')
    expect(text).toContain('synoptic_comparisons_finished_total{state="partial"} 1\n')
    expect(text).toContain('synoptic_article_words_total{host="h1.example"} 10\n')
    expect(text).toMatch(/synoptic_articles_total\{host="other",completeness="truncated"\} \d+\n/)
    expect(text).not.toContain('secret-path')
    expect(new Set([...text.matchAll(/host="([^"]+)"/g)].map(([, host]) => host)).size).toBeLessThan(205)
    for (const line of text.split('\n').filter(Boolean))
      expect(line).toMatch(
        /^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="(\\.|[^"\\])*"(,[a-z]+="(\\.|[^"\\])*")*\})? [\d.e+-]+)$/,
      )
  })
})
