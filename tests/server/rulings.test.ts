/** Ruling together, and sharing: what each may do, what is kept, and what is tried against it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scopesOf, type Role } from '../../src/model/api-key.js'
import { Review } from '../../src/model/review.js'
import { postgresStore } from '../../src/adapters/sql/postgres.js'
import { memoryQueue } from '../../src/adapters/memory-queue.js'
import { createKey } from '../../src/server/keys.js'
import { newDatabase } from '../support/servers-of-run.js'
import { json, startServer, twoTexts, type TestServer } from './harness.js'
import { signedIn, type Somebody } from './people.js'

/** Of an article, and of no finding. */
const unquoted = 'said Ida Holm, head of the harbour office'
const isIn = (page: string, words: string): boolean =>
  page
    .replace(/<[^>]*>/gu, '')
    .replace(/\s+/gu, ' ')
    .includes(words)

type Ruling = { finding: string; by: { key: string; name: string }; verdict: string; note: string }
type Rulings = { items: Ruling[]; assignments: { finding: string }[]; parted: string[]; history: Ruling[] }

describe.each(['sqlite', 'postgres'])('on %s', (name) => {
  let server: TestServer
  let drop: () => Promise<void>
  let id: string
  let findings: readonly string[]
  let [ana, ben, eva]: Somebody[] = []
  const of = async (called: string, role: Role): Promise<Somebody> =>
    signedIn(server, (await createKey(called, scopesOf[role], server.store, server.deps.now())).key)

  beforeAll(async () => {
    const settings = { keysRequired: true }
    if (name === 'postgres') {
      const database = await newDatabase()
      const store = await postgresStore(database.url, () => undefined)
      const queue = memoryQueue({ tries: 2, firstDelayMs: 10 }, Date.now, Math.random)
      server = await startServer({ settings, parts: { store, queue } })
      drop = () => database.drop()
    } else {
      server = await startServer({ settings })
      drop = () => Promise.resolve()
    }
    ;[ana, ben, eva] = [await of('Ana', 'edits'), await of('Ben', 'edits'), await of('Eva', 'reads')]
    const made = await server.post('/api/comparisons', twoTexts, {
      cookie: ana.cookie,
      'sec-fetch-site': 'same-origin',
    })
    ;({ id } = await json<{ id: string }>(made))
    await server.finished(id)
    findings = [...((await server.store.report(id)) ?? '').matchAll(/"id":"(f-[\w-]+)"/gu)].map(
      ([, found = '']) => found,
    )
    expect(findings.length).toBeGreaterThan(1)
  })
  afterAll(async () => {
    await server.close()
    await drop()
  })
  const who = (one: Somebody | undefined): Somebody => {
    if (!one) throw new Error('nobody is signed in')
    return one
  }
  const read = async (): Promise<Rulings> =>
    json<Rulings>(await who(eva).get(`/api/comparisons/${id}/rulings`))

  it('each rules in their own name, sees the others, and what was said before is kept', async () => {
    const at = `/api/comparisons/${id}/rulings/${findings[0] ?? ''}`
    const say = (one: Somebody | undefined, verdict: string, note = '') =>
      who(one).put(at, { verdict, note, sentence: 'They differ.' })
    expect((await say(ana, 'accept', '<img src=x onerror=alert(1)>')).status).toBe(200)
    expect((await say(ben, 'unsure')).status).toBe(200)
    expect((await read()).parted).toEqual([])
    expect((await say(ben, 'dismiss', 'other days')).status).toBe(200)
    const { items, parted, history } = await read()
    expect(items.map(({ by, verdict }) => [by.name, verdict]).sort()).toEqual([
      ['Ana', 'accept'],
      ['Ben', 'dismiss'],
    ])
    expect(parted).toEqual([findings[0]])
    expect(history.map(({ verdict }) => verdict)).toEqual(['dismiss', 'unsure', 'accept'])
    const page = await (await who(eva).get(`/comparisons/${id}/rulings`)).text()
    expect(page).toContain('Where people disagree')
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(page).not.toContain('<img')
    expect(page).not.toContain('name="verdict"')
    const report = async (query: string): Promise<string> =>
      (await who(ben).get(`/comparisons/${id}/report${query}`)).text()
    expect((await report('')).includes('Judged right by Ana: &lt;img')).toBe(true)
    expect(await report('')).toMatch(/<li class="who">\s*<span>Ben<\/span>/u)
    expect(await report('')).not.toContain('action="/sign-out')
    expect((await report('')).includes('Judged wrong by Ben: other days')).toBe(true)
    const key = items.find(({ by }) => by.name === 'Ben')?.by.key ?? ''
    expect((await report(`?rulings=${key}`)).includes('Judged right by Ana')).toBe(false)
    expect((await report('?rulings=none')).includes('Judged wrong by')).toBe(false)
  })

  it('nobody rules without the role, in another name, on what is not there, or from another site', async () => {
    const at = `/api/comparisons/${id}/rulings/${findings[1] ?? ''}`
    const before = (await read()).history.length
    expect((await who(eva).put(at, { verdict: 'accept' })).status).toBe(403)
    const [other] = (await read()).items
    expect((await who(ana).put(at, { verdict: 'accept', by: other?.by })).status).toBe(422)
    const praised = await who(ana).put(at, { verdict: 'praise' })
    expect([praised.status, await praised.text()]).toEqual([
      422,
      expect.stringContaining('verdict must be one of \\"accept\\", \\"correct\\"'),
    ])
    expect((await who(ana).put(at, { verdict: 'accept', note: 'x'.repeat(4_001) })).status).toBe(422)
    for (const gone of ['f-000000000000', '..%2Fx', 'f-%22', findings[1]?.slice(0, -1) ?? ''])
      expect(
        (await who(ana).put(`/api/comparisons/${id}/rulings/${gone}`, { verdict: 'accept' })).status,
      ).toBe(404)
    const forged = await server.request(at, {
      method: 'PUT',
      headers: {
        cookie: who(ana).cookie,
        'content-type': 'application/json',
        'sec-fetch-site': 'cross-site',
      },
      body: '{"verdict":"accept"}',
    })
    expect(forged.status).toBe(403)
    const form = await server.request(`/comparisons/${id}/rulings`, {
      method: 'POST',
      headers: { cookie: who(ana).cookie, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ finding: findings[1] ?? '', verdict: 'accept', do: 'rule' }),
    })
    expect(form.status).toBe(403)
    expect((await read()).history).toHaveLength(before)
  })

  it('by forms somebody is asked, sees what they were asked, and settles it by ruling', async () => {
    const [, finding = ''] = findings
    const key = (await server.store.keys()).find((one) => one.name === 'Ben')?.id ?? ''
    const send = (one: Somebody | undefined, fields: Record<string, string>) =>
      who(one).post(`/comparisons/${id}/rulings`, { finding, sentence: 'They <i>differ</i>.', ...fields })
    expect((await send(ana, { do: 'ask', to: 'nobody' })).status).toBe(422)
    // Who may only read could never settle it.
    const reads = (await server.store.keys()).find((one) => one.name === 'Eva')?.id ?? ''
    expect((await send(ana, { do: 'ask', to: reads })).status).toBe(422)
    expect(await (await who(ana).get(`/comparisons/${id}/rulings`)).text()).not.toContain(`value="${reads}"`)
    const asked = await send(ana, { do: 'ask', to: key })
    expect(asked.headers.get('location')).toBe(`/comparisons/${id}/rulings#${finding}`)
    const yours = await (await who(ben).get('/rulings')).text()
    expect(yours).toContain('They &lt;i&gt;differ&lt;/i&gt;.')
    expect(yours).toContain('asked by Ana')
    expect(await (await who(ana).get('/rulings')).text()).toContain('Nobody asked you')
    expect((await send(eva, { do: 'rule', verdict: 'accept' })).status).toBe(403)
    await send(ben, { do: 'rule', verdict: 'correct', correction: 'They agree.', note: '' })
    expect((await read()).assignments).toEqual([])
    expect((await read()).items.find((one) => one.finding === finding)?.verdict).toBe('correct')
    await send(ben, { do: 'rule', verdict: 'none' })
    expect((await read()).items.some((one) => one.finding === finding)).toBe(false)
    const { asked: before } = await json<{ asked: { to: { name: string }; endedAt: string | null }[] }>(
      await who(ana).get(`/api/comparisons/${id}/rulings`),
    )
    expect(before.map(({ to, endedAt }) => [to.name, typeof endedAt])).toEqual([['Ben', 'string']])
    const history = await (await who(ana).get(`/comparisons/${id}/rulings`)).text()
    expect(history).toMatch(/<b>Ana<\/b> asked\s+Ben, until/u)
    const runs = await of('Operator', 'runs')
    const log = await (await runs.get('/log')).text()
    expect(log).toContain(`<a href="/comparisons/${id}/rulings#${finding}">`)
    expect(log).not.toMatch(/to until|>[^<]*\d{4}-\d\d-\d\dT/u)
    const { items } = await json<{ items: { what: string; from: string | null; to: string | null }[] }>(
      await runs.get('/api/log?limit=5'),
    )
    expect(items.slice(1, 4).map(({ what, from, to }) => [what, from, to])).toEqual([
      ['ruled on a finding', 'correct', 'none'],
      ['ruled on a finding', 'none', 'correct'],
      ['asked somebody to rule on a finding', 'nobody', 'Ben'],
    ])
  })

  it('the reviews and how far they agree are what the commands read', async () => {
    const reviews = Review.array().parse(
      await (await who(eva).get(`/api/comparisons/${id}/reviews.json`)).json(),
    )
    expect(reviews.map(({ reviewer, rulings }) => [reviewer, rulings.length]).sort()).toEqual([
      ['Ana', 1],
      ['Ben', 1],
    ])
    expect(reviews[0]?.report.sources).toHaveLength(2)
    const agreement = await json<{ rows: { shared: number; equal: number }[]; disagreements: unknown[] }>(
      await who(eva).get(`/api/comparisons/${id}/agreement`),
    )
    expect(agreement.rows[0]).toMatchObject({ shared: 1, equal: 0 })
    expect(agreement.disagreements).toHaveLength(1)
  })

  describe('a shared report', () => {
    const share = async (days = 7): Promise<{ id: string; link: string }> => {
      const answer = await server.post(
        `/api/comparisons/${id}/shares`,
        { days },
        { cookie: who(ana).cookie, 'sec-fetch-site': 'same-origin' },
      )
      expect(answer.status).toBe(201)
      return json(answer)
    }

    it('is read by whoever has the link, without texts, rulings, names or a way to anything else', async () => {
      const { link } = await share()
      const response = await server.request(link)
      expect(response.status).toBe(200)
      expect(response.headers.get('x-robots-tag')).toContain('noindex')
      expect(response.headers.get('referrer-policy')).toBe('no-referrer')
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(response.headers.get('content-security-policy')).not.toContain('connect-src')
      expect(response.headers.has('set-cookie')).toBe(false)
      const page = await response.text()
      expect(isIn(page, unquoted)).toBe(false)
      for (const kept of ['Ana', 'Judged right', id, '/comparisons', 'data-desk'])
        expect(page.includes(kept), kept).toBe(false)
      const token = link.slice(link.lastIndexOf('/') + 1)
      for (const path of [
        `/comparisons/${id}`,
        `/comparisons/${id}/report`,
        `/comparisons/${id}/rulings`,
        `/comparisons/${id}/versions`,
        `/api/comparisons/${id}/report.json`,
        `/api/comparisons/${id}/evidence.zip`,
        `/api/comparisons/${id}/check-quotation?words=ferry`,
      ])
        for (const headers of [{}, { authorization: `Bearer ${token}` }, { cookie: `synoptic=${token}` }]) {
          server.forward(5_000)
          expect((await server.request(path, { headers })).status, path).toBe(401)
        }
      for (const path of ['/report.json', '/rulings', '/../comparisons', '.json'])
        expect((await server.request(link + path)).status).not.toBe(200)
      expect((await server.post(link, {})).status).toBe(405)
      expect(JSON.stringify(await server.store.desk.shares(id))).not.toContain(token)
    })

    it('is gone when it has ended or was revoked, and nobody is told which', async () => {
      const [one, two] = [await share(1), await share(2)]
      const answer = async (link: string): Promise<string> => {
        server.forward(5_000)
        const response = await server.request(link, { headers: { accept: 'text/html' } })
        return `${response.status} ${await response.text()}`
      }
      expect((await answer(one.link)).slice(0, 3)).toBe('200')
      const revoked = await who(ben).post(`/comparisons/${id}/share/${one.id}/revoke`, {})
      expect(revoked.status).toBe(303)
      const unknown = await answer(`/shared/${'x'.repeat(43)}`)
      expect(unknown.slice(0, 3)).toBe('404')
      expect(await answer(one.link)).toBe(unknown)
      expect((await who(ben).post(`/comparisons/${id}/share/${one.id}/revoke`, {})).status).toBe(404)
      expect((await who(eva).post(`/comparisons/${id}/share/${two.id}/revoke`, {})).status).toBe(403)
      expect((await who(eva).get(`/comparisons/${id}/share`)).status).toBe(403)
      expect((await answer(two.link)).slice(0, 3)).toBe('200')
      await server.store.discard(id, server.deps.now())
      expect(await answer(two.link)).toBe(unknown)
      await server.store.restore(id)
    })

    it('is made by a form, for as long as the service lets it, and shown once', async () => {
      const path = `/comparisons/${id}/share`
      const page = await (await who(ana).post(path, { days: '30' })).text()
      const link = /\/shared\/[\w-]{43}/u.exec(page)?.[0] ?? ''
      expect((await server.request(link)).status).toBe(200)
      expect(await (await who(ana).get(path)).text()).not.toContain(link)
      for (const fields of [{ days: '0' }, { days: '9999' }, { days: 'x' }, { days: '7', texts: 'yes' }])
        expect((await who(ana).post(path, fields)).status).toBe(422)
    })

    it('is slow to whoever guesses', async () => {
      server.forward(60_000)
      const statuses: number[] = []
      for (let guess = 0; guess < 8; guess++)
        statuses.push((await server.request(`/shared/guess${guess}`)).status)
      expect(statuses).toContain(429)
      const { link } = await share()
      expect((await server.request(link)).status).toBe(200)
    })
  })
})

it('a shared report has the articles only where the operator lets them', async () => {
  const server = await startServer({ settings: { shareTexts: true } })
  const { id } = await json<{ id: string }>(await server.post('/api/comparisons', twoTexts))
  await server.finished(id)
  const link = async (texts: boolean): Promise<string> =>
    (await json<{ link: string }>(await server.post(`/api/comparisons/${id}/shares`, { texts }))).link
  const [whole, bare] = [await link(true), await link(false)]
  const page = async (at: string): Promise<string> => (await server.request(at)).text()
  expect(isIn(await page(whole), unquoted)).toBe(true)
  expect(isIn(await page(bare), unquoted)).toBe(false)
  await server.close()
})
