/**
 * Feeds: from the bytes of a feed, a sitemap or a list of feeds (OPML) to the addresses it names, of bounded length.
 *
 * Never: takes an address that is no web address, expands an entity that the feed defines, or believes a time without looking.
 */
import { parseFeed, parseOpml } from 'feedsmith'
import type { FeedJob } from '../model/pool-job.js'
import type { FeedKind, FeedRead } from '../model/watch.js'
import { byKeys } from '../text/order.js'
import { checkAddress } from '../text/web-address.js'

/** What a format's reader found, addresses as written. */
type Named = {
  readonly address: string | undefined
  readonly title?: string | undefined
  readonly time?: string | undefined
}
type Found = {
  readonly kind: FeedKind
  readonly title?: string | undefined
  readonly entries?: readonly Named[] | undefined
  readonly feeds?: readonly Named[]
}

/** Of one feed; news feeds hold 10 to 100, news sitemaps at most 1,000. */
const mostEntries = 1_000
/** The protocol's own limit. */
const mostNamed = 50_000
/** An index may list years of archives; the newest parts hold what is new. */
const mostParts = 20
const mostFeeds = 500

export function readFeed({ bytes, url, charset }: FeedJob): FeedRead {
  const text = decoded(bytes, charset)
  const found = foundIn(text)
  if (typeof found === 'string') return { state: 'none', why: found }
  const base = new URL(url)
  const { kind, title: named, entries: allEntries = [], feeds: allFeeds = [] } = found
  const entries = each(allEntries, base, mostEntries)
  const feeds = each(allFeeds, base, mostFeeds)
  const passed = [
    ...(allEntries.length > mostEntries ? [`only ${mostEntries} of its entries were read`] : []),
    ...(allFeeds.length > mostFeeds ? [`only ${mostFeeds} of its feeds were taken`] : []),
  ]
  return {
    state: 'read',
    kind,
    title: plain(named),
    entries: entries.map(({ address, title, time }) => ({
      address: withoutTracking(address),
      title: plain(title),
      publishedAt: timeOf(time),
    })),
    feeds: feeds.map(({ address, title }) => ({ address, title: plain(title) })),
    remark: passed.length === 0 ? null : `${passed.join('; ')}.`,
  }
}

function foundIn(text: string): Found | string {
  const head = text.slice(0, 5_000)
  try {
    if (/<opml[\s>]/iu.test(head)) return opml(text)
    if (/<(?:[a-z]{1,9}:)?sitemapindex[\s>]/iu.test(head)) return sitemapIndex(text)
    if (/<(?:[a-z]{1,9}:)?urlset[\s>]/iu.test(head)) return sitemap(text)
    return feed(text)
  } catch {
    // Of another program's reader: what exactly it stumbled on tells a user nothing.
    return /<html[\s>]|<!doctype html/iu.test(head)
      ? 'it is a web page, not a feed; give the address of its feed.'
      : 'it is no feed that can be read (RSS, Atom, JSON Feed, sitemap or OPML).'
  }
}

function feed(text: string): Found {
  const { format: kind, feed: read } = parseFeed(text, { maxItems: mostEntries + 1 })
  switch (kind) {
    case 'rss': {
      const entries = read.items?.map(({ link, guid, title, pubDate, dc }) => ({
        address: link ?? (guid?.isPermaLink === false ? undefined : guid?.value),
        title,
        time: pubDate ?? dc?.dates?.[0],
      }))
      return { kind, title: read.title, entries }
    }
    case 'atom': {
      const entries = read.entries?.map(({ links, title, published, updated }) => ({
        address: links?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href,
        title: title?.value,
        time: published ?? updated,
      }))
      return { kind, title: read.title?.value, entries }
    }
    case 'rdf': {
      const entries = read.items?.map(({ link, title, dc }) => ({
        address: link,
        title,
        time: dc?.dates?.[0],
      }))
      return { kind, title: read.title, entries }
    }
    case 'json': {
      const entries = read.items?.map(({ url, external_url, id, title, date_published }) => ({
        address: url ?? external_url ?? id,
        title,
        time: date_published,
      }))
      return { kind, title: read.title, entries }
    }
  }
}

function opml(text: string): Found {
  const { head, body } = parseOpml(text)
  const waiting = [...(body?.outlines ?? [])].reverse()
  const feeds: Named[] = []
  for (let next = waiting.pop(); next !== undefined && feeds.length <= mostFeeds; next = waiting.pop()) {
    if (next.xmlUrl !== undefined) feeds.push({ address: next.xmlUrl, title: next.text ?? next.title })
    waiting.push(...[...(next.outlines ?? [])].reverse())
  }
  return { kind: 'opml', title: head?.title, feeds }
}

const newestFirst = byKeys<Named>(
  ({ time }) => (time === undefined ? 1 : 0),
  ({ time }) => -(Date.parse(time ?? '') || 0),
)

/** The newest entries, where it holds more than are taken. */
function sitemap(text: string): Found {
  const entries = elements(text, 'url')
  return {
    kind: 'sitemap',
    entries: entries.length > mostEntries ? entries.toSorted(newestFirst) : entries,
  }
}

function sitemapIndex(text: string): Found {
  const feeds = elements(text, 'sitemap').toSorted(newestFirst).slice(0, mostParts)
  return { kind: 'sitemap-index', feeds: feeds.map(({ address }) => ({ address })) }
}

/** Sitemaps are read by looking for their few elements: one with a mistake in it is read as far as it goes. */
function elements(text: string, name: 'url' | 'sitemap'): readonly Named[] {
  return Array.from(blocks(text, name), (block) => ({
    address: valueIn(block, 'loc'),
    title: valueIn(block, 'news:title'),
    time: valueIn(block, 'news:publication_date') ?? valueIn(block, 'lastmod'),
  }))
}

function* blocks(text: string, name: string): Generator<string> {
  let from = 0
  for (let found = 0; found < mostNamed;) {
    const start = text.indexOf(`<${name}`, from)
    if (start < 0) return
    from = start + name.length + 1
    // <url, but not <urlset.
    if (!/[\s>]/u.test(text.charAt(from))) continue
    const end = text.indexOf(`</${name}>`, from)
    if (end < 0) return
    yield text.slice(from, end)
    from = end
    found++
  }
}

function valueIn(block: string, name: string): string | undefined {
  const start = block.indexOf(`<${name}`)
  const open = start < 0 ? -1 : block.indexOf('>', start)
  const end = open < 0 ? -1 : block.indexOf(`</${name}>`, open)
  if (end < 0) return undefined
  const inner = block.slice(open + 1, end).trim()
  const raw = inner.startsWith('<![CDATA[') ? inner.slice(9, inner.lastIndexOf(']]>')) : unescaped(inner)
  return raw.trim() || undefined
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The five names of XML and numbers; any other stays as it is written. */
function unescaped(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/giu,
    (whole, ten?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole
      const code = ten === undefined ? parseInt(hex ?? '', 16) : Number(ten)
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole
    },
  )
}

/** Those with a web address, each once. */
function each(named: readonly Named[], base: URL, most: number) {
  const byAddress = new Map<string, Named & { readonly address: string }>()
  for (const one of named.slice(0, most)) {
    const checked = one.address === undefined ? null : checkAddress(one.address.trim(), base)
    const address = checked?.ok === true ? checked.url.href : ''
    if (address !== '' && address.length <= longestAddress && !byAddress.has(address))
      byAddress.set(address, { ...one, address })
  }
  return [...byAddress.values()]
}

const longestAddress = 1_000

/** Parameters that say where a reader came from: the page is the same without. */
const tracking = /^(?:utm_[a-z]{1,20}|at_medium|at_campaign|fbclid|gclid)$/u

function withoutTracking(address: string): string {
  const url = new URL(address)
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name)
  return url.href
}

function plain(title: string | undefined): string | null {
  const text = (title ?? '')
    .slice(0, 2_000)
    .replace(/<[^<>]{0,200}>/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  return text === '' ? null : text.slice(0, 300)
}

/** ISO 8601, or null for what is no time; without a zone it is read as UTC, so that no machine's zone is in it. */
function timeOf(written: string | undefined): string | null {
  const text = (written ?? '').trim().slice(0, 60)
  const hasZone = /(?:[zZ]|[A-Z]{2,4}|[+-]\d{2}:?\d{2})$/u.test(text) || /^\d{4}-\d{2}-\d{2}$/u.test(text)
  const time = Date.parse(hasZone ? text : `${text}${text.includes('T') ? 'Z' : ' UTC'}`)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

function decoded(bytes: Uint8Array, charset: string | null): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const stated = charset ?? /encoding\s{0,5}=\s{0,5}["']([\w.:-]{1,40})["']/u.exec(head)?.[1] ?? 'utf-8'
  const byOrder = head.startsWith('\xff\xfe') ? 'utf-16le' : head.startsWith('\xfe\xff') ? 'utf-16be' : stated
  try {
    return new TextDecoder(byOrder).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}
