/** The client of a model's server, over a server that speaks the protocol and misbehaves in every way that was seen or thought of. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { modelServer, type ModelServerOptions } from '../../src/adapters/http/model-server.js'
import type { ChatBody, ChatOutcome } from '../../src/ports/reader.js'
import { site, type Site } from '../adapters/local-site.js'

const key = 'sk-very-secret-0123456789'
const body: ChatBody = {
  model: 'stub',
  messages: [{ role: 'user', content: 'Read.' }],
  max_tokens: 10,
  temperature: 0,
  response_format: { type: 'json_schema', json_schema: { name: 'differences', strict: true, schema: {} } },
}
const completion = (content: string | null): string =>
  JSON.stringify({ choices: [{ message: { content } }], usage: { prompt_tokens: 7, completion_tokens: 3 } })

const opened: Site[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()))
})

type Turn = (response: ServerResponse, request: IncomingMessage, turn: number) => void

async function serve(answer: Turn): Promise<Site> {
  let turns = 0
  const server = await site((request, response) => {
    request.resume()
    request.on('end', () => {
      answer(response, request, ++turns)
    })
  })
  opened.push(server)
  return server
}

async function ask(answer: Turn, change: Partial<ModelServerOptions> = {}, path = '', leftMs = 5_000) {
  const server = await serve(answer)
  const url = new URL(server.address + path)
  const client = modelServer({
    url,
    key,
    timeoutMs: 1_000,
    maxBytes: 50_000,
    userAgent: 'test',
    firstDelayMs: 5,
    ...change,
  })
  const outcome = await client.complete(body, new AbortController().signal, leftMs)
  await client.close()
  return { outcome, asked: server.asked }
}

const plain =
  (status: number, text: string, headers: Record<string, string> = {}): Turn =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text)
  }
const reasonOf = (outcome: ChatOutcome): string => (outcome.state === 'failed' ? outcome.reason : '')

describe('an answer', () => {
  test('comes with its tokens; the key goes in a header alone', async () => {
    const { outcome, asked } = await ask(plain(200, completion('{"differences":[]}')))
    expect(outcome).toEqual({ state: 'answered', content: '{"differences":[]}', tokensIn: 7, tokensOut: 3 })
    expect(asked[0]?.headers.authorization).toBe(`Bearer ${key}`)
  })

  test.each([
    ['', '/v1/chat/completions'],
    ['/', '/v1/chat/completions'],
    ['/v1/', '/v1/chat/completions'],
    ['/openai/v1/chat/completions', '/openai/v1/chat/completions'],
    ['/v1beta/openai', '/v1beta/openai/chat/completions'],
  ])('the address %j asks %s', async (path, asked) => {
    expect((await ask(plain(200, completion('')), {}, path)).asked[0]?.url).toBe(asked)
  })

  test('no key, no header', async () => {
    const { asked } = await ask(plain(200, completion('')), { key: null })
    expect(asked[0]?.headers.authorization).toBeUndefined()
  })

  test('a server that refuses the schema or the limit is asked in plainer ways, and from then on so', async () => {
    const { outcome, asked } = await ask((response, request, turn) => {
      plain(turn < 3 ? 400 : 200, completion('x'))(response, request, turn)
    })
    expect(outcome.state).toBe('answered')
    expect(asked).toHaveLength(3)
  })

  test('an empty message is an empty answer', async () => {
    expect((await ask(plain(200, completion(null)))).outcome).toMatchObject({
      state: 'answered',
      content: '',
    })
  })
})

describe('trouble', () => {
  test.each([
    ['prose in place of the protocol', plain(200, 'Welcome!'), 'another form', false],
    ['nothing', plain(200, ''), 'another form', false],
    ['JSON that is cut', plain(200, completion('x').slice(0, -9)), 'another form', false],
    ['an answer without end of size', plain(200, completion('x'.repeat(60_000))), 'larger than', false],
    ['a refused key', plain(401, `Incorrect API key provided: ${key}`), 'SYNOPTIC_READER_KEY', false],
    ['no such model', plain(404, '{}'), 'knows no such address or model', false],
    ['an error of its own, always', plain(500, key), 'trouble of its own', true],
    [
      'a redirect to a private address',
      plain(307, '', { location: 'http://169.254.169.254/' }),
      'redirects',
      false,
    ],
  ])('%s', async (_, answer, why, transient) => {
    const { outcome } = await ask(answer)
    expect(outcome).toMatchObject({ state: 'failed', transient })
    expect(reasonOf(outcome)).toContain(why)
    expect(JSON.stringify(outcome)).not.toContain(key)
  })

  test('a redirect to another server brings it neither key nor text', async () => {
    const other = await serve(plain(200, completion('x')))
    await ask(plain(302, '', { location: `${other.address}/v1/chat/completions` }))
    expect(other.asked).toHaveLength(0)
  })

  test('a server that is busy is asked again when it says so', async () => {
    const { outcome, asked } = await ask((response, request, turn) => {
      const busy = plain(429, '', { 'retry-after': '0' })
      ;(turn < 3 ? busy : plain(200, completion('x')))(response, request, turn)
    })
    expect(outcome.state).toBe('answered')
    expect(asked).toHaveLength(3)
  })

  test('a wait that is longer than what is left is not waited', async () => {
    const { outcome, asked } = await ask(plain(429, '', { 'retry-after': '3600' }))
    expect(reasonOf(outcome)).toContain('wants 3600 s')
    expect(asked).toHaveLength(1)
  })

  test('an answer that does not come, or never ends, is given up in time', async () => {
    const slow = await ask(() => undefined, { timeoutMs: 60 }, '', 100)
    expect(reasonOf(slow.outcome)).toContain('within 0.06 s')
    const endless = await ask(
      (response) => {
        response.writeHead(200)
        const drip = setInterval(() => response.write(' '), 5)
        response.on('close', () => {
          clearInterval(drip)
        })
      },
      { timeoutMs: 60 },
      '',
      100,
    )
    expect(endless.outcome).toMatchObject({ state: 'failed', transient: true })
  })

  test('no server', async () => {
    const client = modelServer({
      url: new URL('http://127.0.0.1:9'),
      key,
      timeoutMs: 500,
      maxBytes: 1_000,
      userAgent: 't',
      firstDelayMs: 1,
    })
    const outcome = await client.complete(body, new AbortController().signal, 5_000)
    expect(reasonOf(outcome)).toContain(
      'cannot be reached (unreachable); check its address, and whether it runs',
    )
  })
})

test('whether texts leave the machine', () => {
  const at = (url: string) =>
    modelServer({ url: new URL(url), key, timeoutMs: 1, maxBytes: 1, userAgent: 't' }).sendsTo
  expect([at('http://localhost:11434'), at('http://127.0.0.1:8000/v1'), at('http://[::1]:1')]).toEqual([
    null,
    null,
    null,
  ])
  expect([at('https://api.example.org/v1'), at('http://192.168.1.4:8000')]).toEqual([
    'api.example.org',
    '192.168.1.4:8000',
  ])
})
