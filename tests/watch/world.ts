/**
 * A world to watch: outlets on the loopback address under names of their own, with feeds and pages that appear, change and
 * vanish by a simulated clock; and a watcher of it that can be killed at any write.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { httpFetcher } from '../../src/adapters/http/http-fetcher.js'
import type { KeptArticle, MadeComparison } from '../../src/model/watch.js'
import type { Versions } from '../../src/model/versions.js'
import type { Ruling } from '../../src/pool/pooled.js'
import type { Poller } from '../../src/ports/fetcher.js'
import type { Pool } from '../../src/ports/pool.js'
import type { WatchStore } from '../../src/ports/watch.js'
import { follow } from '../../src/watch/poll.js'
import { startWatching } from '../../src/watch/round.js'
import { type Round, usualSettings, type WatchSettings } from '../../src/watch/watching.js'
import { site, type Site } from '../adapters/local-site.js'
import { generator, testDeps } from '../support/event.js'
import { newPlace, type places } from './places.js'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour
/** When each world begins. */
export const start = Date.parse('2026-03-02T00:00:00Z')

export type Page = {
  /** The outlet's number. */
  readonly outlet: number
  readonly path: string
  /** Headline, empty line, paragraphs. */
  readonly text: string
  /** After the start. */
  readonly appears: number
  readonly changes?: { readonly at: number; readonly text: string }
  readonly vanishes?: number
  /** Stays what it is but for what surrounds it. */
  readonly ticks?: boolean
}

export type Asked = {
  readonly host: string
  readonly path: string
  /** By the simulated clock. */
  readonly at: number
  readonly status: number
}

export class World {
  now = start
  readonly asked: Asked[] = []
  /** Answers of another kind than a page, by host and path. */
  readonly odd = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>()
  readonly pages: readonly Page[]
  #site: Site | null = null

  constructor(pages: readonly Page[]) {
    this.pages = pages
  }

  async open(): Promise<void> {
    this.#site = await site((request, response) => {
      this.#answer(request, response)
    })
  }

  async close(): Promise<void> {
    await this.#site?.close()
  }

  address(outlet: number | string, location: string): string {
    const name = typeof outlet === 'number' ? `outlet-${outlet}.example` : outlet
    return `http://${name}:${new URL(this.#site?.address ?? '').port}${location}`
  }

  feed(outlet: number): string {
    return this.address(outlet, '/feed')
  }

  /** The program's own fetcher, for which every name leads here. */
  fetcher(timeoutMs = 5_000) {
    const limits = {
      timeoutMs,
      maxBytes: 10_000_000,
      maxRedirects: 5,
      hostDelayMs: 0,
      allowPrivate: false,
      userAgent: 'synoptic/test',
      isPublic: () => true,
    }
    return httpFetcher(
      {
        ...limits,
        resolve: (_name, _options, done) => {
          done(null, [{ address: '127.0.0.1', family: 4 }])
        },
      },
      () => new Date(this.now),
    )
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const host = (request.headers.host ?? '').replace(/:\d+$/u, '')
    const location = request.url ?? ''
    response.on('finish', () =>
      this.asked.push({ host, path: location, at: this.now, status: response.statusCode }),
    )
    const odd = this.odd.get(host + location) ?? this.odd.get(host)
    if (odd) {
      odd(request, response)
      return
    }
    const outlet = Number(/^outlet-(\d+)/u.exec(host)?.[1])
    const body =
      location === '/feed'
        ? this.#feed(outlet)
        : location === '/robots.txt'
          ? robots
          : this.#page(outlet, location)
    if (body === null) {
      response.writeHead(404).end()
      return
    }
    const etag = `"${Buffer.from(body).toString('base64').length}-${hashOf(body)}"`
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304).end()
      return
    }
    const type =
      location === '/feed'
        ? 'application/rss+xml'
        : location === '/robots.txt'
          ? 'text/plain'
          : 'text/html; charset=utf-8'
    response.writeHead(200, { 'content-type': type, etag }).end(body)
  }

  /** The last thirty. */
  #feed(outlet: number): string {
    const items = this.pages
      .filter((page) => page.outlet === outlet && start + page.appears <= this.now)
      .sort((a, b) => b.appears - a.appears)
      .slice(0, 30)
      .map(
        ({ path: at, text, appears }) =>
          `<item><title>${escaped(text.split('\n')[0] ?? '')}</title><link>${at}</link><pubDate>${new Date(start + appears).toUTCString()}</pubDate></item>`,
      )
    return `<rss version="2.0"><channel><title>Outlet ${outlet}</title>${items.join('')}</channel></rss>`
  }

  #page(outlet: number, location: string): string | null {
    const since = this.now - start
    const page = this.pages.find((one) => one.outlet === outlet && one.path === location)
    if (!page || page.appears > since || (page.vanishes ?? Infinity) <= since) return null
    const { changes, ticks = false } = page
    const text = changes && changes.at <= since ? changes.text : page.text
    const [headline = '', ...paragraphs] = text.split(/\n\s*\n/u)
    const around = ticks ? `<nav><a href="/more">Read by ${Math.floor(since / minute)} people</a></nav>` : ''
    return `<!doctype html><html lang="en"><head><title>${escaped(headline)}</title><meta property="og:site_name" content="Outlet ${outlet}"></head><body>${around}<main><article><h1>${escaped(headline)}</h1>${paragraphs.map((one) => `<p>${escaped(one)}</p>`).join('')}</article></main></body></html>`
  }
}

const robots = 'User-agent: *\nDisallow: /private/\n'

function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;')
}

function hashOf(text: string): number {
  let hash = 7
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) >>> 0
  return hash
}

class Killed extends Error {}

/** A store that dies at one of its writes, half of the times after it was made; then nothing goes through it any more. */
function mortal(store: WatchStore, lives: () => boolean, diesAfter: () => boolean): WatchStore {
  let dead = false
  const through = async <T>(write: boolean, ask: () => Promise<T>): Promise<T> => {
    if (dead) throw new Killed('dead')
    if (!write || lives()) return ask()
    dead = true
    if (diesAfter()) await ask()
    throw new Killed('killed')
  }
  return new Proxy(store, {
    get(target, name: keyof WatchStore) {
      const write = name === 'commit' || name === 'keepPage' || name === 'keepReport'
      const method = target[name].bind(target) as (...given: unknown[]) => Promise<unknown>
      return (...given: unknown[]) => through(write, () => method(...given))
    },
  })
}

export type Seen = {
  readonly articles: readonly KeptArticle[]
  readonly comparisons: readonly MadeComparison[]
  readonly changes: ReadonlyMap<string, Versions>
  readonly kills: number
  /** Articles that were counted as lost in a round. */
  readonly lost: Round['lost']
  /** Stories that could not be compared in a round. */
  readonly unmade: Round['unmade']
  readonly feeds: Awaited<ReturnType<WatchStore['feeds']>>
  /** What was asked and not answered in time, or not to the end. */
  readonly unanswered: readonly string[]
}

export type WatchedWorld = {
  readonly feeds: readonly string[]
  readonly until: number
  readonly everyMs?: number
  readonly settings?: Partial<WatchSettings>
  readonly rulings?: readonly Ruling[]
  /** So many kills, evenly over about so many writes, and the seed that says where. */
  readonly kills?: { readonly count: number; readonly of: number; readonly seed: number }
  readonly timeoutMs?: number
  readonly kept?: (typeof places)[number]
  readonly pool?: Pool
}

/** Rounds from the start to the end of the world, begun anew after each kill at the very time of it. */
export async function watchWorld(
  world: World,
  {
    feeds,
    until,
    everyMs = 15 * minute,
    settings,
    rulings = [],
    kills,
    timeoutMs,
    kept = 'sqlite',
    pool,
  }: WatchedWorld,
): Promise<Seen> {
  const place = await newPlace(kept)
  const fetcher = world.fetcher(timeoutMs)
  const unanswered: string[] = []
  const poller: Poller = {
    async poll(address, asking) {
      const polled = await fetcher.poll(address, asking)
      const { outcome } = polled
      if (outcome.state === 'failed' && outcome.transient) unanswered.push(`${address}: ${outcome.message}`)
      return polled
    },
  }
  const random = seeded(kills?.seed ?? 0)
  const { count, of } = kills ?? { count: 0, of: 0 }
  const due = Array.from({ length: count }, (_, i) => 1 + Math.floor(((i + random()) * of) / count))
  const changes = new Map<string, Versions>()
  const lost: Seen['lost'][number][] = []
  const unmade: Seen['unmade'][number][] = []
  let [writes, killed] = [0, 0]
  const lives = (): boolean => ++writes !== due[killed]
  const begin = async () => {
    const store = await place.open()
    const watched = mortal(store, lives, () => random() < 0.5)
    const nextRound = startWatching({
      ...testDeps(),
      ...(pool && { pool }),
      fetchers: { ...testDeps().fetchers, url: fetcher },
      poller,
      store: watched,
      now: () => world.now,
      zone: 'UTC',
      generator,
      settings: { ...usualSettings, sitesAtOnce: 4, ...settings },
      rulings: () => Promise.resolve(rulings),
      hooks: {
        progress: () => undefined,
        grouped: () => Promise.resolve(),
        merged: () => Promise.resolve(),
        changed: (article, found) =>
          Promise.resolve(changes.set(article.address, found)).then(() => undefined),
        compared: () => Promise.resolve(),
      },
    })
    return { store, nextRound }
  }
  world.now = start
  let running = await begin()
  await follow(
    feeds.map((address) => ({ address, title: null })),
    running.store,
    world.now,
    'given up',
  )
  for (world.now = start; world.now <= start + until;)
    try {
      const round = await running.nextRound()
      lost.push(...round.lost)
      unmade.push(...round.unmade)
      world.now += everyMs
    } catch (error) {
      if (!(error instanceof Killed)) throw error
      killed++
      // What was under way when it died ends unheard.
      await new Promise((resolve) => setTimeout(resolve, 50))
      await running.store.close()
      running = await begin()
    }
  const articles = (await running.store.grouped(0)).map(({ article }) => article)
  const seen = {
    articles,
    comparisons: await running.store.comparisons(100_000),
    changes,
    kills: killed,
    lost,
    unmade,
    feeds: await running.store.feeds(),
    unanswered,
  }
  await running.store.close()
  await place.remove()
  return seen
}

/** Mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The articles of each story, as a person would list them. */
export function storiesOf({ articles }: Seen): readonly string[] {
  const stories = new Map<string, string[]>()
  for (const { address, grouped } of articles) {
    const story = grouped?.story ?? ''
    stories.set(story, [...(stories.get(story) ?? []), new URL(address).hostname + new URL(address).pathname])
  }
  return [...stories.values()].map((members) => members.sort().join(' ')).sort()
}

/** Nothing was asked for more often than was promised; a kill may cost one more. */
export function oftenest(world: World, of: (asked: Asked) => boolean): number {
  const counts = new Map<string, number>()
  for (const asked of world.asked.filter(of)) {
    const key = asked.host + asked.path
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return Math.max(0, ...counts.values())
}
