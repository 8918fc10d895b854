/** Sitemaps and their indexes, read by looking for their few elements: one with a mistake in it is read as far as it goes. */
import { byKeys } from '../text/order.js'
import type { FeedKind } from '../model/watch.js'

/** What a format's reader found, addresses as written. */
export type Named = {
  readonly address: string | undefined
  readonly title: string | undefined
  readonly time: string | undefined
}
export type Found = {
  readonly kind: FeedKind
  readonly title: string | undefined
  readonly entries: readonly Named[]
  readonly feeds: readonly Named[]
}

/** Of one feed; news feeds hold 10 to 100, news sitemaps at most 1,000. */
export const mostEntries = 1_000
/** The protocol's own limit. */
const mostNamed = 50_000
/** An index may list years of archives; the newest parts hold what is new. */
const mostParts = 20

const newestFirst = byKeys<Named>(
  ({ time }) => (time === undefined ? 1 : 0),
  ({ time }) => -(Date.parse(time ?? '') || 0),
)

/** The newest entries, where it holds more than are taken. */
export function sitemap(text: string): Found {
  const all = [...blocks(text, 'url')].map((block) => ({
    address: valueIn(block, 'loc'),
    title: valueIn(block, 'news:title'),
    time: valueIn(block, 'news:publication_date') ?? valueIn(block, 'lastmod'),
  }))
  const entries = all.length > mostEntries ? all.toSorted(newestFirst) : all
  return { kind: 'sitemap', title: undefined, entries, feeds: [] }
}

export function sitemapIndex(text: string): Found {
  const all = [...blocks(text, 'sitemap')].map((block) => ({
    address: valueIn(block, 'loc'),
    title: undefined,
    time: valueIn(block, 'lastmod'),
  }))
  return {
    kind: 'sitemap-index',
    title: undefined,
    entries: [],
    feeds: all.toSorted(newestFirst).slice(0, mostParts),
  }
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
