/** Web archives as sources: the page is chosen or the archive says which there are; what is cut, packed or hostile is said. */
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expandSources } from '../../src/ingest/expand.js'
import { archivedPage } from '../../src/ingest/archived.js'
import { ingest } from '../../src/ingest/ingest.js'
import type { RawPage } from '../../src/model/raw-page.js'
import { readWarc, writeWarc, type WarcRecord } from '../../src/text/warc.js'
import { world, type Tree } from './world.js'

const page = (words: string): string => `<!doctype html><title>${words}</title><p>${words}</p>`

function response(url: string, body: string | Uint8Array, fields = '', status = '200 OK'): WarcRecord {
  const head = `HTTP/1.1 ${status}\r\nContent-Type: text/html; charset=utf-8\r\n${fields}\r\n`
  return {
    type: 'response',
    headers: [
      ['WARC-Record-ID', '<urn:uuid:0>'],
      ['WARC-Target-URI', url],
      ['WARC-Date', '2025-12-03T09:00:00Z'],
      ['Content-Type', 'application/http; msgtype=response'],
    ],
    content: Buffer.concat([Buffer.from(head), Buffer.from(body)]),
  }
}

const info: WarcRecord = {
  type: 'warcinfo',
  headers: [['WARC-Record-ID', '<urn:uuid:1>']],
  content: Buffer.from('software: x\r\n'),
}
const [A, B] = ['https://a.example/one', 'https://b.example/two']
const two = writeWarc([
  info,
  response(A, page('One')),
  response(B, page('Two')),
  response(`${B}.gone`, page('Gone'), '', '404 Not Found'),
])
const one = writeWarc([info, response(A, page('One'))])

async function ingested(name: string, tree: Tree): Promise<RawPage> {
  const deps = world(tree)
  const [source] = (await expandSources([name], deps)).sources
  if (!source) throw new Error('no source')
  return ingest(source, deps.fetchers)
}

const text = (read: RawPage): string =>
  read.state === 'read' ? Buffer.from(read.bytes, 'base64').toString() : ''
const trouble = (read: RawPage): string =>
  read.issues.map(({ code, message }) => `${code}: ${message}`).join()

describe('a WARC file', () => {
  it.each([
    ['as it is', 'a.warc', one],
    ['packed', 'a.warc.gz', gzipSync(one)],
    [
      'packed record by record',
      'a.warc.gz',
      Buffer.concat([gzipSync(writeWarc([info])), gzipSync(writeWarc([response(A, page('One'))]))]),
    ],
  ])('%s gives its page with address and time', async (_, name, bytes) => {
    const read = await ingested(name, { [name]: bytes })
    expect(read).toMatchObject({
      state: 'read',
      url: A,
      fetchedAt: '2025-12-03T09:00:00.000Z',
      mediaType: 'html',
      charset: 'utf-8',
    })
    expect(text(read)).toBe(page('One'))
  })

  it('with several pages lists them, and gives the one that is named', async () => {
    expect(trouble(await ingested('a.warc', { 'a.warc': two }))).toBe(
      `several-pages: a.warc: this web archive holds 2 pages; add # and the address of the one you mean: ${A}, ${B}.`,
    )
    expect(text(await ingested(`a.warc#${B}`, { 'a.warc': two }))).toBe(page('Two'))
    expect(trouble(await ingested('a.warc#https://c.example/', { 'a.warc': two }))).toContain('no-page')
  })

  it.each<[string, string | Uint8Array, string]>([
    ['packed', gzipSync(page('One')), 'Content-Encoding: gzip\r\n'],
    ['in chunks', '5\r\n<!doc\r\n0\r\n\r\n', 'Transfer-Encoding: chunked\r\n'],
  ])('whose page is %s', async (_, body, fields) => {
    const read = await ingested('a.warc', { 'a.warc': writeWarc([response(A, body, fields)]) })
    expect(text(read)).toMatch(/^<!doc/u)
  })

  it('that breaks off gives the page before the end, and says so', async () => {
    const read = await ingested(`a.warc#${A}`, { 'a.warc': two.subarray(0, two.length - 120) })
    expect(text(read)).toBe(page('One'))
    expect(trouble(read)).toContain('archive-cut')
    const nothing = await ingested('a.warc', { 'a.warc': two.subarray(0, 200) })
    expect(trouble(nothing)).toContain('breaks off before the first page')
  })

  it('that unpacks to too much is refused', () => {
    const bomb = gzipSync(Buffer.concat([one, Buffer.alloc(100_000_000)]), { level: 1 })
    expect(archivedPage(bomb, undefined)).toMatchObject({ ok: false, code: 'too-large' })
    const inside = writeWarc([
      response(A, gzipSync(Buffer.alloc(12_000_000, 'a')), 'Content-Encoding: gzip\r\n'),
    ])
    expect(archivedPage(inside, undefined)).toMatchObject({ ok: false, code: 'too-large' })
  })

  it('reads back what it writes', () => {
    const field = fc.string({ unit: 'grapheme-ascii', minLength: 1 }).map((value) => value.trim())
    const record = fc.record({
      type: fc.constantFrom('resource', 'request', 'metadata'),
      headers: fc.array(fc.tuple(fc.constantFrom('WARC-Target-URI', 'X-Note'), field)),
      content: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    })
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 5 }), (records) => {
        const read = readWarc(writeWarc(records))
        if (read === null || read === 'too-large') throw new Error('not read')
        expect(read.records.map(({ type, content }) => [type, Buffer.from(content)])).toEqual(
          records.map(({ type, content }) => [type, content]),
        )
      }),
    )
  })

  it('however it is broken throws nothing', () => {
    fc.assert(
      fc.property(fc.nat({ max: two.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
        const broken = Uint8Array.from(two)
        broken[at] = byte
        archivedPage(broken, A)
        archivedPage(two.subarray(0, at), undefined)
      }),
    )
  })
})

describe('an MHTML file', () => {
  const saved = [
    'From: <Saved by Blink>',
    `Snapshot-Content-Location: ${A}`,
    'Subject: One',
    'Date: Wed, 3 Dec 2025 09:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="----X"',
    '',
    '',
    '------X',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    `Content-Location: ${A}`,
    '',
    '<!doctype html><title>One</title><p class=3D"x">Na=C3=AFve wor=',
    'ds</p>',
    '------X',
    'Content-Type: text/css',
    'Content-Location: https://a.example/style.css',
    '',
    'p{}',
    '------X--',
    '',
  ].join('\r\n')

  it('gives its page with address and time', async () => {
    const read = await ingested('a.mhtml', { 'a.mhtml': saved })
    expect(read).toMatchObject({
      state: 'read',
      url: A,
      fetchedAt: '2025-12-03T09:00:00.000Z',
      mediaType: 'html',
    })
    expect(text(read)).toContain('<p class="x">Naïve words</p>')
  })

  it('without a page says so', async () => {
    expect(
      trouble(await ingested('a.mhtml', { 'a.mhtml': saved.replaceAll('text/html', 'image/png') })),
    ).toContain('this MHTML file holds no page')
  })
})
