/** Feeds of every kind, and those that are meant to do harm. */
import { describe, expect, test } from 'vitest'
import { readFeed } from '../../src/feeds/read-feed.js'
import type { FeedRead } from '../../src/model/watch.js'

function read(text: string | Uint8Array, url = 'https://a.example/news/feed'): FeedRead {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return readFeed({ bytes, url, charset: null })
}

const rss = (items: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>A &amp; B</title>${items}</channel></rss>`
const addresses = (found: FeedRead): readonly string[] =>
  found.state === 'read' ? found.entries.map(({ address }) => address) : []

describe('a feed gives its entries', () => {
  test('RSS: link or permanent guid, relative ones too, each once, without what says where a reader came from', () => {
    const found = read(
      rss(`<item><title><![CDATA[One <b>day</b>]]></title><link>https://a.example/1?id=7&amp;utm_source=rss#top</link><pubDate>Mon, 01 Jan 2024 10:00:00 +0200</pubDate></item>
        <item><guid>https://a.example/2</guid></item><item><link>/3</link></item><item><link>https://a.example/3</link></item>
        <item><guid isPermaLink="false">tag:4</guid></item><item><link>javascript:alert(1)</link></item><item><link>file:///etc/passwd</link></item>`),
    )
    expect(found).toMatchObject({ state: 'read', kind: 'rss', title: 'A & B', remark: null })
    expect(addresses(found)).toEqual([
      'https://a.example/1?id=7',
      'https://a.example/2',
      'https://a.example/3',
    ])
    expect(found.state === 'read' && found.entries[0]).toEqual({
      address: 'https://a.example/1?id=7',
      title: 'One day',
      publishedAt: '2024-01-01T08:00:00.000Z',
    })
  })

  test('Atom, RDF and JSON Feed', () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>x</title><link rel="self" href="/self"/><link href="/x"/><updated>2024-01-01T00:00:00Z</updated></entry></feed>`
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>R</title></channel><item><title>y</title><link>https://a.example/y</link><dc:date>2024-01-01</dc:date></item></rdf:RDF>`
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'J',
      items: [{ id: '1', url: 'https://a.example/z' }],
    })
    expect([atom, rdf, json].map((text) => addresses(read(text)))).toEqual([
      ['https://a.example/x'],
      ['https://a.example/y'],
      ['https://a.example/z'],
    ])
  })

  test('a news sitemap, also with a mistake in it', () => {
    const sitemap = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.example/1?a=1&amp;b=2</loc><news:news><news:publication_date>2024-01-01T10:00:00+01:00</news:publication_date><news:title><![CDATA[Fish & chips]]></news:title></news:news></url><url><loc>https://a.example/2</loc><broken></url>`
    const found = read(sitemap)
    expect(found).toMatchObject({ state: 'read', kind: 'sitemap' })
    expect(found.state === 'read' && found.entries).toEqual([
      {
        address: 'https://a.example/1?a=1&b=2',
        title: 'Fish & chips',
        publishedAt: '2024-01-01T09:00:00.000Z',
      },
      { address: 'https://a.example/2', title: null, publishedAt: null },
    ])
  })

  test('another encoding than UTF-8, and a time without a zone is UTC', () => {
    const text = `<?xml version="1.0" encoding="windows-1252"?><rss version="2.0"><channel><title>Caf\u00e9</title><item><link>/a</link><pubDate>Mon, 01 Jan 2024 10:00:00</pubDate></item></channel></rss>`
    const found = read(Buffer.from(text, 'latin1'))
    expect(found).toMatchObject({ title: 'Café', entries: [{ publishedAt: '2024-01-01T10:00:00.000Z' }] })
  })
})

describe('a list gives its feeds', () => {
  test('OPML, with groups', () => {
    const found = read(
      `<opml version="2.0"><body><outline text="G"><outline text="A" xmlUrl="https://a.example/feed"/></outline><outline text="B" xmlUrl="https://b.example/feed"/><outline text="A again" xmlUrl="https://a.example/feed"/></body></opml>`,
    )
    expect(found).toMatchObject({
      kind: 'opml',
      feeds: [
        { address: 'https://a.example/feed', title: 'A' },
        { address: 'https://b.example/feed', title: 'B' },
      ],
    })
  })

  test('an index of sitemaps gives its newest', () => {
    const parts = Array.from(
      { length: 60 },
      (_, i) =>
        `<sitemap><loc>/s${i}.xml</loc><lastmod>2024-01-${String(1 + (i % 28)).padStart(2, '0')}</lastmod></sitemap>`,
    )
    const found = read(`<sitemapindex>${parts.join('')}</sitemapindex>`)
    const feeds = found.state === 'read' ? found.feeds.map(({ address }) => address) : []
    expect(feeds).toHaveLength(20)
    expect(feeds.slice(0, 2)).toEqual(['https://a.example/s27.xml', 'https://a.example/s55.xml'])
  })
})

describe('what is no feed, or wants to do harm', () => {
  test('is said to be none', () => {
    expect(read('<!doctype html><html><p>News</p></html>')).toEqual({
      state: 'none',
      why: 'it is a web page, not a feed; give the address of its feed.',
    })
    for (const text of ['', '{}', 'hello', '<rss'])
      expect(read(text)).toEqual({
        state: 'none',
        why: 'it is no feed that can be read (RSS, Atom, JSON Feed, sitemap or OPML).',
      })
  })

  test('entities of its own are not expanded', () => {
    const defined = Array.from(
      { length: 20 },
      (_, i) => `<!ENTITY b${i + 1} "${`&b${i};`.repeat(10)}">`,
    ).join('')
    const bomb = (inner: string): string =>
      `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY b0 "aaaaaaaaaa">${defined}<!ENTITY f SYSTEM "file:///etc/passwd">]>${inner}`
    const found = [
      read(
        bomb(
          '<rss version="2.0"><channel><title>&b20;&f;</title><item><link>https://a.example/1</link></item></channel></rss>',
        ),
      ),
      read(bomb('<feed xmlns="http://www.w3.org/2005/Atom"><title>&b20;</title></feed>')),
      read(
        bomb(
          '<opml><head><title>&b20;</title></head><body><outline xmlUrl="https://a.example/1"/></body></opml>',
        ),
      ),
      read(bomb('<urlset><url><loc>https://a.example/&b20;</loc></url></urlset>')),
    ]
    expect(JSON.stringify(found).length).toBeLessThan(2_000)
    expect(JSON.stringify(found)).not.toContain('aaaaaaaaaa')
    expect(JSON.stringify(found)).not.toContain('root:')
  })

  test('of very many entries a thousand are read, of a sitemap the newest, and that is said', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `<item><link>https://a.example/${i}</link></item>`)
    const found = read(rss(many.join('')))
    expect(addresses(found)).toHaveLength(1_000)
    expect(found).toMatchObject({ remark: 'only 1000 of its entries were read.' })
    const urls = Array.from(
      { length: 30_000 },
      (_, i) =>
        `<url><loc>https://a.example/${i}</loc><lastmod>${new Date(1.7e12 + i * 60_000).toISOString()}</lastmod></url>`,
    )
    expect(addresses(read(`<urlset>${urls.join('')}</urlset>`))[0]).toBe('https://a.example/29999')
  })

  test('nesting, open elements and long addresses cost no more than their length', () => {
    const started = process.cpuUsage()
    const outlines = '<outline text="a">'.repeat(3_000) + '</outline>'.repeat(3_000)
    for (const text of [
      `<opml><body>${outlines}</body></opml>`,
      `<urlset>${'<url>'.repeat(200_000)}`,
      `<urlset>${'<url '.repeat(200_000)}</urlset>`,
      rss('<item>'.repeat(100_000)),
      rss(`<item><link>https://a.example/${'a'.repeat(100_000)}</link></item>`),
    ])
      expect(addresses(read(text))).toEqual([])
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(10)
  })
})
