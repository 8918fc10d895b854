import { once } from 'node:events'
import type { RequestListener, ServerResponse } from 'node:http'
import { brotliCompressSync, createGzip, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { httpFetcher, type HttpLimits } from '../../src/adapters/http/http-fetcher.js'
import { rawSite, site, type Site } from './local-site.js'

const limits: HttpLimits = {
  timeoutMs: 3_000,
  maxBytes: 100_000,
  maxRedirects: 5,
  hostDelayMs: 0,
  allowPrivate: true,
  userAgent: 'synoptic/1.2.3 (test)',
}
const now = () => new Date('2026-01-02T03:04:05Z')
const page = '<!doctype html><title>T</title><p>One paragraph.</p>'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()))
})

async function serve(handler: RequestListener): Promise<Site> {
  const server = await site(handler)
  opened.push(server)
  return server
}

const fetchFrom = async (handler: RequestListener, change: Partial<HttpLimits> = {}, path = '/a') =>
  httpFetcher({ ...limits, ...change }, now).fetch((await serve(handler)).address + path)

const answer =
  (status: number, headers: Record<string, string>, body: string | Buffer = page): RequestListener =>
  (_request, response) => {
    response.writeHead(status, headers)
    response.end(body)
  }

const html = { 'content-type': 'text/html; charset=windows-1252' }

describe('a page', () => {
  it('comes with address, media type, charset, bytes and the given time', async () => {
    const outcome = await fetchFrom(answer(200, html))
    expect(outcome).toMatchObject({
      state: 'read',
      mediaType: 'text/html',
      charset: 'windows-1252',
      fetchedAt: '2026-01-02T03:04:05.000Z',
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/a$/u) as string,
    })
    expect(outcome.state === 'read' && Buffer.from(outcome.bytes).toString()).toBe(page)
  })

  it.each([
    ['gzip', gzipSync(page)],
    ['br', brotliCompressSync(page)],
  ])('is decompressed (%s)', async (encoding, body) => {
    const outcome = await fetchFrom(answer(200, { ...html, 'content-encoding': encoding }, body))
    expect(outcome.state === 'read' && Buffer.from(outcome.bytes).toString()).toBe(page)
  })

  it.each([
    ['missing type', {}, null],
    ['octet-stream', { 'content-type': 'application/octet-stream' }, null],
    ['nonsense type', { 'content-type': 'html' }, null],
    ['xhtml', { 'content-type': 'application/xhtml+xml' }, 'application/xhtml+xml'],
    ['XML that is XHTML', { 'content-type': 'text/xml' }, 'application/xhtml+xml'],
    ['plain text', { 'content-type': 'TEXT/PLAIN; charset="UTF-8"' }, 'text/plain'],
  ])('%s', async (_what, headers, mediaType) => {
    expect(await fetchFrom(answer(200, headers as Record<string, string>))).toMatchObject({
      state: 'read',
      mediaType,
    })
  })

  it('is asked for openly and without cookies or referrer', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/a') response.setHeader('set-cookie', 'a=1')
      response.writeHead(request.url === '/a' ? 302 : 200, { location: '/b', ...html })
      response.end(page)
    })
    const fetcher = httpFetcher(limits, now)
    await fetcher.fetch(`${server.address}/a`)
    await fetcher.fetch(`${server.address}/b`)
    expect(server.asked.map((request) => request.url)).toEqual(['/a', '/b', '/b'])
    for (const { headers } of server.asked) {
      expect(headers['user-agent']).toBe('synoptic/1.2.3 (test)')
      expect(headers.accept).toContain('text/html')
      expect(headers.cookie).toBeUndefined()
      expect(headers.authorization).toBeUndefined()
      expect(headers.referer).toBeUndefined()
    }
  })

  it('keeps the address after redirects', async () => {
    const outcome = await fetchFrom((request, response) => {
      if (request.url === '/new') answer(200, html)(request, response)
      else response.writeHead(301, { location: 'new' }).end()
    })
    expect(outcome).toMatchObject({ state: 'read', url: expect.stringMatching(/\/new$/u) as string })
  })
})

describe('a status', () => {
  it.each([
    [401, 'refused-by-site', false, 'refuses automated readers (HTTP 401); save the page in a browser'],
    [402, 'refused-by-site', false, 'payment'],
    [403, 'refused-by-site', false, 'refuses automated readers (HTTP 403); save the page in a browser'],
    [404, 'not-found', false, 'no page at this address (HTTP 404)'],
    [410, 'gone', false, 'removed this page (HTTP 410)'],
    [418, 'http-error', false, 'HTTP 418'],
    [429, 'rate-limited', true, 'too many requests (HTTP 429); try again later'],
    [451, 'refused-by-site', false, 'legal reasons'],
    [500, 'server-error', true, 'error of its own (HTTP 500); try again later'],
    [503, 'server-error', true, 'HTTP 503'],
    [204, 'http-error', false, 'without a page (HTTP 204)'],
    [304, 'http-error', false, 'without a page (HTTP 304)'],
  ])('%i is %s', async (status, code, transient, words) => {
    const outcome = await fetchFrom(answer(status, html, status === 204 || status === 304 ? '' : page))
    expect(outcome).toMatchObject({ state: 'failed', code, transient })
    expect(outcome).toHaveProperty('message', expect.stringContaining(words))
  })
})

describe('a content type that is no article', () => {
  it.each([
    ['application/pdf'],
    ['image/jpeg'],
    ['application/json'],
    ['application/rss+xml'],
    ['application/x-strange'],
  ])('%s', async (type) => {
    const outcome = await fetchFrom(answer(200, { 'content-type': type }, 'x'))
    expect(outcome).toMatchObject({ state: 'failed', code: 'wrong-content-type', transient: false })
    expect(outcome).toHaveProperty(
      'message',
      expect.stringContaining(`it is of the type ${type}, no web page`),
    )
  })

  it('XML that is no page', async () => {
    const outcome = await fetchFrom(
      answer(200, { 'content-type': 'text/xml' }, '<?xml version="1.0"?><rss/>'),
    )
    expect(outcome).toMatchObject({ code: 'wrong-content-type' })
  })
})

describe('size', () => {
  /** Sends up to 50 MB as fast as it is taken; `sent` tells how much that was. */
  async function flood(
    response: ServerResponse,
    sink: NodeJS.WritableStream,
    sent: { bytes: number },
  ): Promise<void> {
    const block = Buffer.alloc(500_000, 'a ')
    sink.setMaxListeners(0)
    response.setMaxListeners(0)
    while (sent.bytes < 50_000_000 && !response.destroyed && !response.writableEnded) {
      sent.bytes += block.length
      if (!sink.write(block)) await Promise.race([once(sink, 'drain'), once(response, 'close')])
    }
    sink.end()
  }

  it('a page of 50 MB is left after the limit', async () => {
    const sent = { bytes: 0 }
    const outcome = await fetchFrom((_request, response) => {
      response.writeHead(200, html)
      void flood(response, response, sent)
    })
    expect(outcome).toMatchObject({ state: 'failed', code: 'too-large', transient: false })
    expect(outcome).toHaveProperty('message', expect.stringContaining('100 kB'))
    expect(sent.bytes).toBeLessThan(20_000_000)
  })

  it('a gzip bomb of 50 MB is counted after decompression', async () => {
    const outcome = await fetchFrom((_request, response) => {
      response.writeHead(200, { ...html, 'content-encoding': 'gzip' })
      const gzip = createGzip()
      gzip.pipe(response)
      void flood(response, gzip, { bytes: 0 })
    })
    expect(outcome).toMatchObject({ code: 'too-large' })
  })

  it('a declared length over the limit is not read at all', async () => {
    const outcome = await fetchFrom((_request, response) => {
      response.writeHead(200, { ...html, 'content-length': '50000000' })
      response.write('x')
    })
    expect(outcome).toMatchObject({ code: 'too-large' })
  })

  it('a page of exactly the limit is taken, one byte more is not', async () => {
    const exact = Buffer.alloc(1_000, 'a')
    expect(await fetchFrom(answer(200, html, exact), { maxBytes: 1_000 })).toMatchObject({ state: 'read' })
    expect(await fetchFrom(answer(200, html, exact), { maxBytes: 999 })).toMatchObject({ code: 'too-large' })
  })
})

describe('redirects', () => {
  const to =
    (location: (url: string) => string): RequestListener =>
    (request, response) => {
      response.writeHead(302, { location: location(request.url ?? '') }).end()
    }

  it('a circle', async () => {
    const outcome = await fetchFrom(to((url) => (url === '/a' ? '/b' : '/a')))
    expect(outcome).toMatchObject({ code: 'redirect-loop', transient: false })
    expect(outcome).toHaveProperty('message', expect.stringContaining('circle'))
  })

  it('a page that redirects to itself', async () => {
    expect(await fetchFrom(to(() => '/a#again'))).toMatchObject({ code: 'redirect-loop' })
  })

  it('too many', async () => {
    const outcome = await fetchFrom(to((url) => `${url}a`))
    expect(outcome).toMatchObject({ code: 'too-many-redirects' })
    expect(outcome).toHaveProperty('message', expect.stringContaining('more than 5 times'))
  })

  it.each([
    ['ftp://example.org/a', 'refused-scheme', 'ftp://example.org/a: only http and https'],
    ['file:///etc/passwd', 'refused-scheme', 'only http and https'],
    ['javascript:alert(1)', 'refused-scheme', 'only http and https'],
    ['http://user:secret@127.0.0.1/', 'refused-credentials', 'http://…@127.0.0.1/'],
    ['http://[', 'malformed-url', 'not a valid web address'],
  ])('to %s', async (location, code, words) => {
    const outcome = await fetchFrom(to(() => location))
    expect(outcome).toMatchObject({ code })
    expect(outcome).toHaveProperty('message', expect.stringContaining(words))
    expect(outcome).toHaveProperty('message', expect.not.stringContaining('secret'))
  })
})

describe('a page of which only the beginning arrives', () => {
  const words = Array.from({ length: 4_000 }, (_, number) => `word${number * 7919}`).join(' ')
  const whole = `<!doctype html><p>${words}</p>`
  const head = (lines: string): string => `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${lines}\r\n\r\n`
  const chunk = (bytes: Buffer): Buffer =>
    Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')])
  const half = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length / 2))

  async function sent(headers: string, body: Buffer): Promise<Awaited<ReturnType<typeof fetchFrom>>> {
    const server = await rawSite((socket) => {
      socket.write(Buffer.concat([Buffer.from(head(headers)), body]), () =>
        setTimeout(() => socket.end(), 50),
      )
    })
    opened.push(server)
    return httpFetcher(limits, now).fetch(server.address)
  }

  const plain = Buffer.from(whole)
  const compressed = { gzip: gzipSync(whole), br: brotliCompressSync(whole), deflate: deflateSync(whole) }
  const length = (bytes: Buffer): string => `Content-Length: ${bytes.length}`
  it.each<[string, string, Buffer, string]>([
    ['a body shorter than its Content-Length', length(plain), half(plain), 'the connection broke off'],
    ['a chunked body that breaks off', 'Transfer-Encoding: chunked', chunk(half(plain)), 'broke off'],
    ...(['gzip', 'br', 'deflate'] as const).map((encoding): [string, string, Buffer, string] => {
      const body = half(compressed[encoding])
      const headers = `Content-Encoding: ${encoding}\r\n${length(body)}`
      return [`${encoding} that ends early`, headers, body, 'the compressed page ended too early']
    }),
    [
      'gzip whose connection breaks off',
      `Content-Encoding: gzip\r\n${length(compressed.gzip)}`,
      half(compressed.gzip),
      'the connection broke off',
    ],
    [
      'gzip in chunks that break off',
      'Content-Encoding: gzip\r\nTransfer-Encoding: chunked',
      chunk(half(compressed.gzip)),
      'the connection broke off',
    ],
  ])('%s is told', async (_what, headers, body, how) => {
    const outcome = await sent(headers, body)
    if (outcome.state !== 'read') throw new Error(`not read: ${outcome.message}`)
    expect(outcome.cut).toContain(how)
    expect(outcome.cut).toMatch(/ after [\d,.]+ \w+, so this is not the whole page; try again later/u)
    const text = Buffer.from(outcome.bytes).toString()
    expect(text.length).toBeGreaterThan(whole.length / 4)
    expect(whole.startsWith(text), 'it is the beginning').toBe(true)
  })

  it.each([
    ['nothing but a compressed beginning', `Content-Encoding: gzip`, compressed.gzip.subarray(0, 10)],
    ['damage in the middle', `Content-Encoding: gzip`, Buffer.concat([half(compressed.gzip), plain])],
  ])('%s is no page', async (_what, headers, body) => {
    const outcome = await sent(`${headers}\r\n${length(body)}`, body)
    expect(outcome).toMatchObject({ state: 'failed', code: 'bad-response', transient: true })
  })

  it.each([
    ['deflate without its head', 'deflate', deflateRawSync(whole)],
    ['twice compressed', 'deflate, gzip', gzipSync(deflateSync(whole))],
    ['in no encoding', 'identity', plain],
  ])('whole pages are whole: %s', async (_what, encoding, body) => {
    const outcome = await sent(`Content-Encoding: ${encoding}\r\n${length(body)}`, body)
    if (outcome.state !== 'read') throw new Error(`not read: ${outcome.message}`)
    expect(outcome.cut).toBeUndefined()
    expect(Buffer.from(outcome.bytes).toString()).toBe(whole)
  })
})

describe('a site that is slow or breaks off', () => {
  const quick = { timeoutMs: 400 }

  it('sends headers for ever', async () => {
    const server = await rawSite((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      const timer = setInterval(() => socket.write(`X-${Date.now()}: a\r\n`), 50)
      socket.on('close', () => {
        clearInterval(timer)
      })
    })
    opened.push(server)
    const outcome = await httpFetcher({ ...limits, ...quick }, now).fetch(server.address)
    expect(outcome).toMatchObject({ code: 'timeout', transient: true })
    expect(outcome).toHaveProperty('message', expect.stringContaining('did not answer within 0.4 s'))
  })

  it('sends a body for ever', async () => {
    const outcome = await fetchFrom((_request, response) => {
      response.writeHead(200, html)
      const timer = setInterval(() => response.write('word '), 50)
      response.on('close', () => {
        clearInterval(timer)
      })
    }, quick)
    expect(outcome).toMatchObject({ code: 'timeout', transient: true })
    expect(outcome).toHaveProperty(
      'message',
      expect.stringMatching(/still arriving after 0\.4 s \(\d+ bytes so far\)/u),
    )
  })

  it('never answers', async () => {
    expect(await fetchFrom(() => undefined, quick)).toMatchObject({ code: 'timeout', transient: true })
  })

  it('takes all its time for redirects', async () => {
    const outcome = await fetchFrom((request, response) => {
      setTimeout(() => response.writeHead(302, { location: `${request.url ?? ''}a` }).end(), 150)
    }, quick)
    expect(outcome).toMatchObject({ code: 'timeout' })
  })

  it('resets the connection', async () => {
    const server = await rawSite((socket) => socket.resetAndDestroy())
    opened.push(server)
    const outcome = await httpFetcher(limits, now).fetch(server.address)
    expect(outcome).toMatchObject({ code: 'connection-lost', transient: true })
    expect(outcome).toHaveProperty('message', expect.stringContaining('broke the connection off'))
  })

  it('closes a connection that it offered to keep, just when it is asked again', async () => {
    const server = await rawSite((socket) => {
      socket.write(
        `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${page.length}\r\n\r\n${page}`,
      )
      socket.once('data', () => socket.resetAndDestroy())
    })
    opened.push(server)
    const fetcher = httpFetcher(limits, now)
    for (const name of ['/a', '/b', '/c', '/d'])
      expect(await fetcher.fetch(server.address + name)).toMatchObject({ state: 'read' })
  })

  it('breaks off before the body', async () => {
    const server = await rawSite((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n', () =>
        setTimeout(() => socket.destroy(), 50),
      )
    })
    opened.push(server)
    expect(await httpFetcher(limits, now).fetch(server.address)).toMatchObject({ code: 'connection-lost' })
  })

  it('speaks no HTTP', async () => {
    const server = await rawSite((socket) => socket.end('220 mail.example ESMTP\r\n'))
    opened.push(server)
    expect(await httpFetcher(limits, now).fetch(server.address)).toMatchObject({ code: 'bad-response' })
  })

  it('sends oversized headers', async () => {
    const server = await rawSite((socket) => {
      socket.end(`HTTP/1.1 200 OK\r\nX: ${'a'.repeat(200_000)}\r\n\r\n`)
    })
    opened.push(server)
    expect(await httpFetcher(limits, now).fetch(server.address)).toMatchObject({ code: 'bad-response' })
  })

  it('damages its compression', async () => {
    const outcome = await fetchFrom(
      answer(200, { ...html, 'content-encoding': 'gzip' }, Buffer.from('no gzip')),
    )
    expect(outcome).toMatchObject({
      code: 'bad-response',
      message: expect.stringContaining('compression') as string,
    })
  })
})

describe('a site that cannot be reached', () => {
  it('refuses the connection', async () => {
    const server = await site(() => undefined)
    await server.close()
    const outcome = await httpFetcher(limits, now).fetch(server.address)
    expect(outcome).toMatchObject({ code: 'unreachable', transient: true })
    expect(outcome).toHaveProperty('message', expect.stringContaining('connection refused'))
  })

  it.each([
    ['ENOTFOUND', false, 'no site of this name'],
    ['EAI_AGAIN', true, 'name service gave no answer'],
  ])('name service says %s', async (code, transient, words) => {
    const fetcher = httpFetcher(
      {
        ...limits,
        allowPrivate: false,
        resolve: (_hostname, _options, done) => {
          done(Object.assign(new Error('lookup'), { code }), undefined)
        },
      },
      now,
    )
    const outcome = await fetcher.fetch('https://nowhere.example/')
    expect(outcome).toMatchObject({ code: 'unknown-host', transient })
    expect(outcome).toHaveProperty('message', expect.stringContaining(words))
  })

  it.each([
    ['ftp://example.org/a', 'refused-scheme'],
    ['http://user:secret@example.org/', 'refused-credentials'],
    ['http://', 'malformed-url'],
    ['http://127.0.0.1:22/', 'refused-port'],
  ])('%s is not even tried', async (address, code) => {
    const outcome = await httpFetcher(limits, now).fetch(address)
    expect(outcome).toMatchObject({ state: 'failed', code, transient: false })
    expect(outcome).toHaveProperty('message', expect.not.stringContaining('secret'))
  })
})

describe('politeness', () => {
  it('asks one host one thing at a time, with a pause, and others meanwhile', async () => {
    let open = 0
    let most = 0
    const asked: number[] = []
    const answered: number[] = []
    const handler: RequestListener = (_request, response) => {
      asked.push(performance.now())
      most = Math.max(most, ++open)
      setTimeout(() => {
        open -= 1
        response.writeHead(200, html)
        answered.push(performance.now())
        response.end(page)
      }, 30)
    }
    const server = await serve(handler)
    const fetcher = httpFetcher({ ...limits, hostDelayMs: 80 }, now)
    const outcomes = await Promise.all(['/1', '/2', '/3'].map((path) => fetcher.fetch(server.address + path)))
    expect(outcomes.map(({ state }) => state)).toEqual(['read', 'read', 'read'])
    expect(most).toBe(1)
    // From an answer to the next question: a busy machine can only make it longer.
    const pauses = asked.slice(1).map((time, index) => time - (answered[index] ?? 0))
    expect(pauses.length).toBe(2)
    for (const pause of pauses) expect(pause).toBeGreaterThanOrEqual(79)
  })

  it('waiting in line does not count as the page taking time', async () => {
    const server = await serve((_request, response) => {
      setTimeout(() => {
        response.writeHead(200, html)
        response.end(page)
      }, 700)
    })
    // Each takes less by far, the third with its waiting more.
    const fetcher = httpFetcher({ ...limits, timeoutMs: 1_800 }, now)
    const outcomes = await Promise.all(['/1', '/2', '/3'].map((path) => fetcher.fetch(server.address + path)))
    expect(outcomes.map(({ state }) => state)).toEqual(['read', 'read', 'read'])
  })
})

describe('asking for changes', () => {
  const asking = { as: 'feed', etag: '"1"', lastModified: 'Mon, 01 Jan 2024 00:00:00 GMT', gapMs: 0 } as const
  const fields = { 'content-type': 'application/rss+xml', etag: '"2"', 'cache-control': 'max-age=60' }

  it('sends what the server said the last time, and takes its word that nothing changed', async () => {
    const server = await serve(answer(304, fields, ''))
    const polled = await httpFetcher(limits, now).poll(`${server.address}/a`, asking)
    expect(polled.outcome).toEqual({ state: 'unchanged' })
    expect(polled.answer).toMatchObject({ etag: '"2"', cacheControl: 'max-age=60', redirected: false })
    expect(server.asked[0]?.headers).toMatchObject({
      'if-none-match': '"1"',
      'if-modified-since': asking.lastModified,
    })
  })

  it('takes a feed of any type, and tells when to come again after too many requests', async () => {
    const server = await serve((request, response) => {
      response
        .writeHead(request.url === '/busy' ? 429 : 200, { ...fields, 'retry-after': '90' })
        .end('<rss/>')
    })
    const fetcher = httpFetcher(limits, now)
    expect((await fetcher.poll(`${server.address}/a`, asking)).outcome).toMatchObject({ state: 'read' })
    const busy = await fetcher.poll(`${server.address}/busy`, asking)
    expect(busy).toMatchObject({
      outcome: { state: 'failed', code: 'rate-limited' },
      answer: { retryAfter: '90' },
    })
  })

  it('sends nothing of it on to where the address redirects', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/a') response.writeHead(302, { location: '/b' }).end()
      else
        response.writeHead(request.headers['if-none-match'] === undefined ? 200 : 304, fields).end('<rss/>')
    })
    const polled = await httpFetcher(limits, now).poll(`${server.address}/a`, asking)
    expect(polled.outcome).toMatchObject({ state: 'read', url: `${server.address}/b` })
    expect(polled.answer?.redirected).toBe(true)
  })
})
