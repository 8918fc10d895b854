/**
 * Feeds: from the bytes of a feed, a sitemap or a list of feeds (OPML) to the addresses it names, of bounded length.
 *
 * Never: takes an address that is no web address, expands an entity that the feed defines, or believes a time without looking.
 */
import { parseFeed, parseOpml } from 'feedsmith'
import type { FeedJob } from '../model/pool-job.js'
import type { FeedRead } from '../model/watch.js'
import { checkAddress } from '../text/web-address.js'
import { type Found, mostEntries, type Named, sitemap, sitemapIndex } from './sitemap.js'

const mostFeeds = 500

export function readFeed({ bytes, url, charset }: FeedJob): FeedRead {
  const text = decoded(bytes, charset)
  const found = foundIn(text)
  if (typeof found === 'string') return { state: 'none', why: found }
  const base = new URL(url)
  const entries = each(found.entries, base, mostEntries)
  const feeds = each(found.feeds, base, mostFeeds)
  const passed = [
    ...(found.entries.length > mostEntries ? [`only ${mostEntries} of its entries were read`] : []),
    ...(found.feeds.length > mostFeeds ? [`only ${mostFeeds} of its feeds were taken`] : []),
  ]
  return {
    state: 'read',
    kind: found.kind,
    title: plain(found.title),
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
  const parsed = parseFeed(text, { maxItems: mostEntries + 1 })
  switch (parsed.format) {
    case 'rss':
      return found(
        parsed.format,
        parsed.feed.title,
        parsed.feed.items,
        ({ link, guid, title, pubDate, dc }) => ({
          address: link ?? (guid?.isPermaLink === false ? undefined : guid?.value),
          title,
          time: pubDate ?? dc?.dates?.[0],
        }),
      )
    case 'atom':
      return found(parsed.format, parsed.feed.title?.value, parsed.feed.entries, (entry) => ({
        address: entry.links?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href,
        title: entry.title?.value,
        time: entry.published ?? entry.updated,
      }))
    case 'rdf':
      return found(parsed.format, parsed.feed.title, parsed.feed.items, ({ link, title, dc }) => ({
        address: link,
        title,
        time: dc?.dates?.[0],
      }))
    case 'json':
      return found(parsed.format, parsed.feed.title, parsed.feed.items, (item) => ({
        address: item.url ?? item.external_url ?? item.id,
        title: item.title,
        time: item.date_published,
      }))
  }
}

function found<Item>(
  kind: Found['kind'],
  title: string | undefined,
  items: readonly Item[] | undefined,
  named: (item: Item) => Named,
): Found {
  return { kind, title, entries: (items ?? []).map(named), feeds: [] }
}

function opml(text: string): Found {
  const { head, body } = parseOpml(text)
  const waiting = [...(body?.outlines ?? [])].reverse()
  const feeds: Named[] = []
  for (let next = waiting.pop(); next !== undefined && feeds.length <= mostFeeds; next = waiting.pop()) {
    if (next.xmlUrl !== undefined)
      feeds.push({ address: next.xmlUrl, title: next.text ?? next.title, time: undefined })
    waiting.push(...[...(next.outlines ?? [])].reverse())
  }
  return { kind: 'opml', title: head?.title, entries: [], feeds }
}

/** Those with a web address, each once. */
function each(
  named: readonly Named[],
  base: URL,
  most: number,
): readonly (Named & { readonly address: string })[] {
  const byAddress = new Map<string, Named & { readonly address: string }>()
  for (const one of named.slice(0, most)) {
    const checked = one.address === undefined ? null : checkAddress(one.address.trim(), base)
    if (checked?.ok !== true || checked.url.href.length > longestAddress || byAddress.has(checked.url.href))
      continue
    byAddress.set(checked.url.href, { ...one, address: checked.url.href })
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
