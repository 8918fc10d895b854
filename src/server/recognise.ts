/**
 * What somebody gave, before anything is compared: outlet, headline, day and words of each, whether they seem to be of one event.
 *
 * Never: keeps a page for longer than ten minutes, or gives an older one to a comparison.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { RawPage } from '../model/raw-page.js'
import type { StoryText } from '../model/story.js'
import { ingestSource, readFeed, seemTogether, skimPage } from '../pool/pooled.js'
import { sha256 } from '../text/hash.js'
import type { ServerDeps } from './deps.js'
import { forgetOldest } from './guards.js'
import { HttpProblem } from './problems.js'
import { takeTurn } from './routes/inspect.js'
import { type Item, nameOf, sourceOf } from './start-items.js'
import { prepareSource, type PreparedSource } from './submission.js'

export type Seen =
  | { readonly state: 'read'; readonly text: StoryText }
  | { readonly state: 'none'; readonly why: string }
  | {
      readonly state: 'feed'
      readonly title: string | null
      readonly entries: number
      readonly address: string | null
    }
  /** Not looked at, or not yet. */
  | { readonly state: 'waiting' }

export type SeenItem = Item & {
  readonly seen: Seen
  /** Places in the list, where they are of other items: of whose event and whose text it seems to be. */
  readonly event: number | null
  readonly copyOf: number | null
}

type ReadPage = RawPage & { readonly state: 'read' }

const patienceMs = 6_000
const keptMs = 600_000
const mostKept = 200
/** Characters of base64. */
const mostOfPages = 40_000_000

export type Recogniser = ReturnType<typeof recogniser>

export function recogniser(deps: ServerDeps) {
  const known = new Map<string, { readonly seen: Promise<Seen>; readonly at: number }>()
  const pages = new Map<string, { readonly page: ReadPage; readonly at: number }>()
  let running = 0

  async function look(item: Item): Promise<Seen> {
    const source = sourceOf(item)
    const prepared = source ? prepareSource(source, 0, deps.settings) : 'cannot be read'
    if (typeof prepared === 'string') return { state: 'none', why: prepared }
    const { kind, location } = prepared.source
    while (running >= deps.settings.maxInspections) await sleep(50)
    running++
    try {
      await takeTurn(prepared.source, deps)
      const page = await ingestSource(prepared.source, deps)
      if (page.state === 'lost')
        return (
          (await feedOf(page, prepared)) ?? {
            state: 'none',
            why: page.issues[0]?.message ?? 'it could not be had',
          }
        )
      if (kind === 'url') {
        pages.delete(location)
        pages.set(location, { page, at: deps.now() })
        trimPages()
      }
      const text = await skimPage(page, deps)
      return text.unreadable === null ? { state: 'read', text } : { state: 'none', why: text.unreadable }
    } finally {
      running--
    }
  }

  function trimPages(): void {
    let left = mostOfPages
    for (const [address, { page, at }] of [...pages].reverse())
      if (deps.now() - at > keptMs || (left -= page.bytes.length) < 0) pages.delete(address)
  }

  /** What is no page may be a feed. */
  async function feedOf({ issues }: RawPage, { source, content }: PreparedSource): Promise<Seen | null> {
    if (!issues.some(({ code }) => code === 'wrong-content-type')) return null
    const address = source.kind === 'url' ? source.location : null
    const bytes = address === null ? await held(source.location, content) : await polled(address)
    if (bytes === null) return null
    const read = await readFeed({ bytes, url: address ?? 'file:///', charset: null }, deps)
    if (read.state === 'none') return null
    return { state: 'feed', title: read.title, entries: read.entries.length + read.feeds.length, address }
  }

  async function held(hash: string, content: PreparedSource['content']): Promise<Uint8Array | null> {
    return (content ?? (await deps.store.content(hash)))?.bytes ?? null
  }

  async function polled(address: string): Promise<Uint8Array | null> {
    const { outcome } = await deps.poller.poll(address, { as: 'feed' })
    return outcome.state === 'read' ? outcome.bytes : null
  }

  function seeOne(item: Item, isToLook: boolean): Promise<Seen> {
    const key = sha256(JSON.stringify(item))
    const before = known.get(key)
    if (before && deps.now() - before.at < keptMs) return inTime(before.seen)
    if (!isToLook) return Promise.resolve({ state: 'waiting' })
    const seen = look(item).catch((error: unknown): Seen => {
      known.delete(key)
      if (!(error instanceof HttpProblem))
        deps.log('error', 'recognise-failed', { error: error instanceof Error ? error.name : '' })
      return { state: 'waiting' }
    })
    known.set(key, { seen, at: deps.now() })
    forgetOldest(known, mostKept)
    return inTime(seen)
  }

  return {
    /** `isToLook`: false tells what is known already. */
    see: async (items: readonly Item[], isToLook: boolean): Promise<readonly SeenItem[]> => {
      const all = await Promise.all(items.map((item) => seeOne(item, isToLook)))
      const read = all.flatMap((seen, place) => (seen.state === 'read' ? [{ place, text: seen.text }] : []))
      const together = seemTogether(read.map(({ text }) => text))
      return items.map((item, place) => {
        const found = together[read.findIndex((one) => one.place === place)]
        const otherPlace = (at = -1): number | null => {
          const other = read[at]?.place ?? place
          return other === place ? null : other
        }
        const seen = all[place] ?? { state: 'waiting' as const }
        return { ...item, seen, event: otherPlace(found?.event), copyOf: otherPlace(found?.copyOf) }
      })
    },

    /** Pages that were fetched to be looked at are not fetched again for the comparison. */
    handOver: async (items: readonly Item[]): Promise<void> => {
      trimPages()
      for (const item of items) {
        const url = item.value.startsWith('url ') ? URL.parse(nameOf(item))?.href : undefined
        const looked = url === undefined ? undefined : pages.get(url)
        if (url === undefined || looked === undefined) continue
        const { page, at } = looked
        if (page.fetchedAt === null || page.issues.length > 0) continue
        const { sha256: hash, mediaType, charset, fetchedAt, exchange = null } = page
        const bytes = Buffer.from(page.bytes, 'base64')
        await deps.store.keepContents([{ sha256: hash, bytes, mediaType }], deps.now())
        const fetched = { url, finalUrl: page.url, mediaType, charset, sha256: hash, fetchedAt, exchange }
        // As old as it is.
        await deps.store.saveFetch(fetched, at)
        pages.delete(url)
      }
    },
  }
}

function inTime(seen: Promise<Seen>): Promise<Seen> {
  return Promise.race([seen, sleep(patienceMs, { state: 'waiting' } as const, { ref: false })])
}
