/**
 * The log holds no text of an article, whatever happens to the article: fetched, read, compared, refused, lost, failed.
 * Each text here has a word of its own that stands nowhere else; none of them may turn up in what the program says.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { logNotice, type LogLevel } from '../../src/server/metrics.js'
import { site } from '../adapters/local-site.js'
import { program } from '../support/program.js'
import { ended } from '../support/service.js'
import { ferryA, ferryB, ferryPage, json, startServer, twoTexts, type TestServer } from './harness.js'

let server: TestServer | null = null
const closing: (() => unknown)[] = []
afterEach(async () => {
  await server?.close()
  server = null
  for (const close of closing.splice(0).reverse()) await close()
})

const words = {
  fetched: 'vellumbrix',
  gone: 'gorswindle',
  broken: 'hespatrine',
  noPage: 'murkelfane',
  cutOff: 'dronnivast',
  text: 'ashgrimble',
  html: 'wexandrolt',
  malformed: 'pindlewarth',
  invalid: 'krostelume',
  inspected: 'yarrowfent',
  hook: 'bristelmoor',
}
const pageWith = (word: string): string =>
  ferryPage(`Ferry ${word} late`, ...ferryB.split('\n\n').slice(1), `The harbour of ${word} was shut.`)

/** Pages that come, are not there, fail, are no page, and break off; and a receiver that takes no webhook. */
function others() {
  return site((request, response) => {
    const send = (status: number, word: string, type = 'text/html'): void => {
      response.writeHead(status, { 'content-type': type }).end(pageWith(word))
    }
    switch (request.url) {
      case '/fetched':
        send(200, words.fetched)
        break
      case '/gone':
        send(404, words.gone)
        break
      case '/broken':
        send(500, words.broken)
        break
      case '/no-page':
        send(200, words.noPage, 'application/pdf')
        break
      case '/cut-off':
        response.writeHead(200, { 'content-type': 'text/html', 'content-length': '100000' })
        response.write(pageWith(words.cutOff), () => response.destroy())
        break
      case undefined:
      default:
        send(500, words.hook)
    }
  })
}

async function serve(settings: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-log-'))
  closing.push(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const child = spawn(process.execPath, [program, 'serve'], {
    env: { ...process.env, SYNOPTIC_DATA: folder, SYNOPTIC_PORT: '0', SYNOPTIC_DRAIN: '5', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  closing.push(() => child.kill('SIGKILL'))
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  let url = ''
  await expect
    .poll(() => (url = /"url":"(http:[^"]+)"/.exec(said)?.[1] ?? ''), { timeout: 30_000, interval: 50 })
    .not.toBe('')
  return { child, url, said: () => said }
}

test('a server that works and fails in every way says none of the words', async () => {
  const web = await others()
  closing.push(() => web.close())
  const { child, url, said } = await serve({
    SYNOPTIC_ALLOW_PRIVATE: 'true',
    SYNOPTIC_HOST_DELAY: '0',
    SYNOPTIC_TRIES: '2',
    SYNOPTIC_RETRY_DELAY: '0.05',
  })
  const post = (target: string, body: string): Promise<Response> =>
    fetch(url + target, { method: 'POST', headers: { 'content-type': 'application/json' }, body })

  const made = await post(
    '/api/comparisons',
    JSON.stringify({
      sources: [
        ...['fetched', 'gone', 'broken', 'no-page', 'cut-off'].map((at) => `${web.address}/${at}`),
        { text: `${ferryA}\nThe town of ${words.text} waited.`, name: 'a.txt' },
        { html: pageWith(words.html), name: 'b.html' },
      ],
      callbackUrl: `${web.address}/hook`,
    }),
  )
  const { id } = await json<{ id: string }>(made)
  expect((await post('/api/comparisons', `{"sources": [{"text": "${words.malformed}`)).status).toBe(400)
  expect((await post('/api/comparisons', `{"sources": [{"text": ["${words.invalid}"]}]}`)).status).toBe(422)
  const inspected = JSON.stringify({ source: { html: pageWith(words.inspected) } })
  expect(await (await post('/api/inspect', inspected)).text()).toContain(words.inspected)

  const state = async (): Promise<string> =>
    (await json<{ state: string }>(await fetch(`${url}/api/comparisons/${id}`))).state
  await expect.poll(state, { timeout: 60_000, interval: 100 }).toBe('partial')
  await expect.poll(said, { timeout: 30_000, interval: 100 }).toContain('"event":"webhook-failed"')
  const report = await (await fetch(`${url}/api/comparisons/${id}/report.json`)).text()
  for (const word of [words.fetched, words.text, words.html]) expect(report, 'it was read').toContain(word)
  const { articles } = JSON.parse(report) as { articles: { sha256: string }[] }
  for (const target of [`/api/articles/${articles[0]?.sha256 ?? ''}`, `/api/comparisons/${id}`])
    expect((await fetch(url + target, { method: 'DELETE' })).ok, target).toBe(true)
  child.kill('SIGTERM')
  expect(await ended(child)).toBe(0)

  const log = said()
  for (const event of ['request', 'fetched', 'read', 'lost', 'finished', 'webhook-failed', 'stopped'])
    expect(log).toContain(`"event":"${event}"`)
  for (const code of ['not-found', 'server-error', 'wrong-content-type']) expect(log).toContain(`"${code}"`)
  for (const word of [...Object.values(words), 'Orsund', 'Nordfar']) expect(log).not.toContain(word)
})

test.each(['reading', 'comparing', 'answering'] as const)(
  'a defect in %s whose message quotes an article leaves no word of it',
  async (stage) => {
    const quoting = (): never => {
      throw new Error(`Unexpected token 'F', "${ferryA}" is not valid JSON`)
    }
    const troubles: string[] = []
    server = await startServer({
      onTrouble: ({ message }) => {
        troubles.push(message)
      },
      overrides: {
        ...(stage === 'reading'
          ? {
              pool: { run: () => Promise.resolve().then(quoting), close: () => Promise.resolve() },
            }
          : {}),
        ...(stage === 'comparing' ? { generatorFor: quoting } : {}),
      },
    })
    const { id } = await json<{ id: string }>(await server.post('/api/comparisons', twoTexts))
    expect(await server.finished(id)).toBe(stage === 'answering' ? 'complete' : 'failed')
    // What a finished comparison comes to holds its report's words, and what was read of a source its headline; everything else
    // is the service's.
    const { summary, sources, ...told } = await json<{ summary: unknown; sources: { read: unknown }[] }>(
      await server.request(`/api/comparisons/${id}`),
    )
    expect(summary === null).toBe(stage !== 'answering')
    const state = JSON.stringify([told, sources.map(({ read: _read, ...source }) => source)])
    expect(state, 'nor does the reason, which a webhook carries').not.toMatch(/Marit|Nordfar|fog/u)
    if (stage !== 'answering') expect(state).toContain('is not valid JSON')
    else {
      ;(server.store as { find: unknown }).find = () => Promise.resolve().then(quoting)
      expect((await server.request(`/api/comparisons/${id}`)).status).toBe(500)
    }
    const lines = server.log.map((line) => JSON.stringify(line))
    const log = (level: LogLevel, event: string, fields?: object): void => {
      lines.push(JSON.stringify({ level, event, ...fields }))
    }
    for (const notice of server.notices) logNotice(log, notice)
    expect(lines.join('\n')).toContain(
      stage === 'answering' ? '"event":"request-failed"' : '"outcome":"failed","cause":"Error"',
    )
    if (stage === 'answering')
      expect(lines.join('\n'), 'where it happened').toMatch(/log-text\.test\.ts:\d+/u)
    expect(lines.join('\n')).not.toMatch(/Marit|Nordfar|fog|Unexpected/u)
    expect(troubles.join('\n'), 'they are logged').not.toMatch(/Marit|Nordfar|fog/u)
  },
)
