/** The whole process, as built, killed with work under way. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'libsql'
import { expect, it } from 'vitest'
import { ferryA, ferryPage, json, twoTexts } from './harness.js'
import { listening, processes, stateOf, submit } from './processes.js'

const serving = processes()
const fogPage = ferryPage('Ferry late', ...ferryA.split('\n\n').slice(1))

it('goes on after a kill with what was submitted, and refuses the folder to a second process', async () => {
  const first = serving.start(['serve', '--concurrency', '0'])
  const url = await listening(first)
  const ids = [await submit(url), await submit(url)]
  first.child.kill('SIGKILL')
  await first.ended

  const second = serving.start(['serve'])
  const again = await listening(second)
  const third = await serving.start(['serve']).ended
  expect(third.code).not.toBe(0)
  expect(third.err).toContain('in use by another Synoptic process')
  for (const id of ids)
    await expect.poll(() => stateOf(again, id), { timeout: 30_000, interval: 100 }).toBe('complete')
  second.child.kill('SIGINT')
  expect((await second.ended).code).toBe(0)
})

it('drains a running job, and owes a webhook over a stop and a kill, with the effect of once', async () => {
  const own = mkdtempSync(path.join(tmpdir(), 'synoptic-webhook-'))
  const asked: string[] = []
  const hooks: { id: string; body: string }[] = []
  let answers = false
  // Pages come slowly; the first webhook never gets an answer.
  const others = createServer((request, response) => {
    if (request.method !== 'POST') {
      asked.push(request.url ?? '')
      setTimeout(() => response.writeHead(200, { 'content-type': 'text/html' }).end(fogPage), 1_000)
      return
    }
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      hooks.push({ id: String(request.headers['synoptic-delivery']), body })
      if (answers) response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => others.listen(0, '127.0.0.1', resolve))
  const { port } = others.address() as AddressInfo
  const here = `http://127.0.0.1:${port}`
  const settings = { SYNOPTIC_DATA: own, SYNOPTIC_ALLOW_PRIVATE: 'true', SYNOPTIC_DRAIN: '20' }
  try {
    const first = serving.start(['serve'], settings)
    const url = await listening(first)
    const made = await fetch(`${url}/api/comparisons`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sources: [`${here}/page`, ...twoTexts.sources], callbackUrl: `${here}/hook` }),
    })
    const { id } = await json<{ id: string }>(made)
    await expect.poll(() => asked.length, { timeout: 30_000, interval: 20 }).toBe(1)
    first.child.kill('SIGTERM')
    expect((await first.ended).code).toBe(0)

    const second = serving.start(['serve'], settings)
    const again = await listening(second)
    await expect.poll(() => stateOf(again, id), { timeout: 60_000, interval: 50 }).toBe('complete')
    await expect.poll(() => hooks.length, { timeout: 30_000, interval: 20 }).toBe(1)
    second.child.kill('SIGKILL')
    await second.ended
    expect(asked, 'the page that was under way was kept').toEqual(['/page'])

    // The dead process had a minute for its try; it is over.
    const database = new Database(path.join(own, 'synoptic.db'))
    expect(database.prepare('select state, attempts from deliveries').all()).toEqual([
      { state: 'pending', attempts: 1 },
    ])
    database.exec('update deliveries set lease_until = 1')
    database.close()
    answers = true
    const third = serving.start(['serve'], settings)
    const last = await listening(third)
    const webhook = async (): Promise<unknown> =>
      (await json<{ webhook: { state: string } }>(await fetch(`${last}/api/comparisons/${id}`))).webhook
    await expect
      .poll(webhook, { timeout: 30_000, interval: 50 })
      .toMatchObject({ state: 'delivered', attempts: 2 })
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    // The same message under the same name, so that a receiver that had taken the first one drops the second.
    expect(hooks.map((hook) => hook.id)).toEqual([id, id])
    expect(hooks[1]?.body).toBe(hooks[0]?.body)
    third.child.kill('SIGTERM')
    expect((await third.ended).code).toBe(0)
  } finally {
    others.closeAllConnections()
    others.close()
    rmSync(own, { recursive: true, force: true })
  }
})
