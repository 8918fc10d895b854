/**
 * Fetches pages over http and https, and asks for changes.
 *
 * Never: connects to private addresses (unless allowed), keeps cookies, sends credentials, asks a host two things at once, or exceeds the limits.
 */
import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import { type Agent, request as ask } from 'undici'
import type { Answer, Asking, Fetcher, FetchOutcome, Polled, Poller } from '../../ports/fetcher.js'
import { bytesInWords } from '../../text/bytes-in-words.js'
import { sniff } from '../../text/sniff.js'
import { typeOf } from '../../text/warc-pages.js'
import { checkAddress, withoutCredentials } from '../../text/web-address.js'
import { guardedAgent, type Resolve } from './address-guard.js'
import { errorFailure, failed, type Failed, refusedPort, statusFailure } from './failures.js'
import { type Cut, discard, readBody } from './read-body.js'
import { setTimeout as pause } from 'node:timers/promises'

export type HttpLimits = {
  /** Milliseconds for one page, redirects included, waiting for its turn excluded. */
  readonly timeoutMs: number
  /** Bytes after decompression. */
  readonly maxBytes: number
  readonly maxRedirects: number
  /** Milliseconds between two requests to one host. */
  readonly hostDelayMs: number
  readonly allowPrivate: boolean
  readonly userAgent: string
  /** Name resolution; the system's unless a test brings its own. */
  readonly resolve?: Resolve
  /** What counts as a public address; likewise. */
  readonly isPublic?: (address: string) => boolean
}

export function httpFetcher(limits: HttpLimits, now: () => Date): Fetcher & Poller {
  const agent = guardedAgent(limits)
  const inTurn = hostQueue(limits.hostDelayMs)
  const poll = async (location: string, asking: Asking): Promise<Polled> => {
    const checked = checkAddress(location)
    if (!checked.ok) return { outcome: failed(checked.code, checked.message), answer: null }
    const fresh = { seen: [], answer: null, leftMs: limits.timeoutMs, answered: false, bytes: 0 }
    const trip: Trip = { limits, agent, now, asking, ...fresh }
    let next: Step = { to: checked.url }
    while ('to' in next) {
      const { to }: { to: URL } = next
      next = await inTurn(to.host, () => visit(to, trip), asking.gapMs)
    }
    return { outcome: next.done, answer: trip.answer }
  }
  return {
    poll,
    async fetch(location) {
      const { outcome } = await poll(location, { as: 'page' })
      // Nobody asked for changes alone.
      return outcome.state === 'unchanged' ? statusFailure(304) : outcome
    },
  }
}

type Trip = {
  readonly limits: HttpLimits
  readonly agent: Agent
  readonly now: () => Date
  readonly asking: Asking
  readonly seen: string[]
  answer: Answer | null
  leftMs: number
  /** By the address that is asked now, and how much of it has arrived. */
  answered: boolean
  bytes: number
}
type Step = { readonly done: Polled['outcome'] } | { readonly to: URL }

/** Follows an address as long as redirects stay on its host; a redirect to another host has to take its turn there. */
async function visit(start: URL, trip: Trip): Promise<Step> {
  let step: Step = { to: start }
  while ('to' in step && step.to.host === start.host) step = await timed(step.to, trip)
  return step
}

async function timed(url: URL, trip: Trip): Promise<Step> {
  const started = performance.now()
  const deadline = new AbortController()
  const timer = setTimeout(() => {
    deadline.abort()
  }, trip.leftMs)
  Object.assign(trip, { answered: false, bytes: 0 })
  try {
    return await request(url, trip, deadline.signal)
  } catch (error) {
    return {
      done: deadline.signal.aborted ? timeout(trip) : via(url, trip, errorFailure(error)),
    }
  } finally {
    clearTimeout(timer)
    trip.leftMs = Math.max(1, trip.leftMs - (performance.now() - started))
  }
}

async function request(url: URL, trip: Trip, signal: AbortSignal): Promise<Step> {
  trip.seen.push(url.href)
  if (blockedPorts.has(url.port)) return { done: via(url, trip, refusedPort) }
  const { as, etag = null, lastModified = null } = trip.asking
  const isFirst = trip.seen.length === 1
  const asked = {
    'user-agent': trip.limits.userAgent,
    accept: accepts[as],
    'accept-encoding': 'gzip, deflate, br',
    'accept-language': 'en, *;q=0.5',
    ...(isFirst && etag !== null && { 'if-none-match': etag }),
    ...(isFirst && lastModified !== null && { 'if-modified-since': lastModified }),
  }
  const { statusCode, headers, body } = await ask(url, {
    dispatcher: trip.agent,
    signal,
    headers: asked,
  })
  trip.answered = true
  trip.answer = {
    etag: first(headers['etag']),
    lastModified: first(headers['last-modified']),
    cacheControl: first(headers['cache-control']),
    retryAfter: first(headers['retry-after']),
    redirected: !isFirst,
  }
  const location = first(headers['location'])
  if (statusCode >= 300 && statusCode < 400 && location !== null) {
    discard(body)
    return redirect(url, location, trip)
  }
  if (statusCode === 304 && isFirst && (etag ?? lastModified) !== null) {
    discard(body)
    return { done: { state: 'unchanged' } }
  }
  if (statusCode !== 200 && statusCode !== 203) {
    discard(body)
    return { done: statusFailure(statusCode) }
  }
  const done = await page(url, headers, body, trip)
  if (done.state === 'failed') return { done }
  const exchange = { request: Object.entries(asked), status: statusCode, response: keptFields(headers) }
  return { done: { ...done, exchange } }
}

const accepts: Readonly<Record<Asking['as'], string>> = {
  page: 'text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1',
  feed: 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1',
  robots: 'text/plain, */*;q=0.1',
}

/** What would let others act as somebody, or tells who asked, is not kept. */
const secret = /^(?:set-cookie2?|cookie|authorization|(?:proxy|www)-auth[a-z-]*|authentication-info)$/u

function keptFields(headers: IncomingHttpHeaders): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) =>
    secret.test(name) || value === undefined
      ? []
      : [value].flat().map((one): [string, string] => [name, one]),
  )
}

/** Of a header that came more than once, the first. */
function first(value: string | readonly string[] | undefined): string | null {
  return (typeof value === 'string' ? value : value?.[0]) ?? null
}

function redirect(from: URL, location: string, trip: Trip): Step {
  const refused = (code: string, why: string): Step => ({ done: failed(code, why) })
  const checked = checkAddress(location, from)
  if (!checked.ok) {
    const to = withoutCredentials(location.slice(0, 200))
    return refused(checked.code, `it redirects to ${to}: ${checked.message}`)
  }
  if (trip.seen.includes(checked.url.href))
    return refused(
      'redirect-loop',
      `its redirects go round in a circle (back to ${checked.url.href}), as sites do that insist on cookies; save the page in a browser and give the file.`,
    )
  if (trip.seen.length > trip.limits.maxRedirects)
    return refused(
      'too-many-redirects',
      `it redirects more than ${trip.limits.maxRedirects} times; open it in a browser and give the address you arrive at.`,
    )
  return { to: checked.url }
}

async function page(
  url: URL,
  headers: IncomingHttpHeaders,
  body: Readable,
  trip: Trip,
): Promise<FetchOutcome> {
  const { mediaType, charset } = parseContentType(first(headers['content-type']))
  // Feeds are sent as anything; what they are is told by their bytes.
  const admitted = trip.asking.as === 'page' ? admission(mediaType) : 'yes'
  if (admitted === 'no') {
    discard(body)
    return wrongType(mediaType ?? '')
  }
  const read = await readBody(headers, body, trip.limits.maxBytes, (total) => {
    trip.bytes = total
  })
  if (read === null) return tooLarge(trip.limits.maxBytes)
  const { bytes, cut } = read
  const xml = admitted === 'look' && mediaType !== null
  if (xml && sniff(bytes).kind !== 'html') return wrongType(mediaType)
  return {
    state: 'read',
    url: url.href,
    mediaType: xml ? 'application/xhtml+xml' : mediaType,
    charset,
    bytes,
    fetchedAt: trip.now().toISOString(),
    ...(cut === null ? {} : { cut: brokenOff(cut, bytes.length) }),
  }
}

function brokenOff(cut: Cut, bytes: number): string {
  const how = cut === 'connection' ? 'the connection broke off' : 'the compressed page ended too early'
  return `${how} after ${bytesInWords(bytes)}, so this is not the whole page; try again later, or save the page in a browser and give the file.`
}

/** Names the address a redirect led to, where the trouble is there and not at the address given. */
function via(url: URL, trip: Trip, failure: Failed): Failed {
  if (trip.seen.length < 2 || trip.seen[0] === url.href) return failure
  return { ...failure, message: `it redirects to ${url.href}: ${failure.message}` }
}

function wrongType(mediaType: string): Failed {
  return failed(
    'wrong-content-type',
    `it is of the type ${mediaType}, no web page or text; give the address of the article, or save its text and give that.`,
  )
}

function tooLarge(maxBytes: number): Failed {
  return failed(
    'too-large',
    `the page is larger than the limit of ${bytesInWords(maxBytes)} (counted after decompression); save the article alone and give the file, or raise SYNOPTIC_MAX_BYTES.`,
  )
}

function timeout({ limits, answered, bytes }: Trip): Failed {
  const seconds = limits.timeoutMs / 1_000
  const state = answered
    ? `the page was still arriving after ${seconds} s (${bytesInWords(bytes)} so far)`
    : `the site did not answer within ${seconds} s`
  return failed(
    'timeout',
    `${state}; try again later, save the page in a browser, or raise SYNOPTIC_TIMEOUT.`,
    true,
  )
}

/** Ports that no web page is asked from, since another protocol may be made to act on the request (Fetch standard, 2.9). */
const blockedPorts: ReadonlySet<string> = new Set(
  `1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123 135 137
139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 995 1719 1720 1723
2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080`.split(/\s/u),
)

/** Lower case, without parameters; the media type null when missing or meaningless (`application/octet-stream`). */
function parseContentType(header: string | null) {
  const { mediaType, charset } = typeOf(header?.slice(0, 1_000) ?? null)
  const isType = mediaType !== null && /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/u.test(mediaType)
  return {
    mediaType: isType && !undecided.has(mediaType) ? mediaType : null,
    charset: charset?.toLowerCase() ?? null,
  }
}

const undecided = new Set([
  'application/octet-stream',
  'application/unknown',
  'unknown/unknown',
  'binary/octet-stream',
])
const readable = new Set(['text/html', 'application/xhtml+xml', 'text/plain', 'text/markdown'])
const xml = new Set(['application/xml', 'text/xml'])

/** XML may be XHTML: only the bytes tell. */
function admission(mediaType: string | null): 'yes' | 'look' | 'no' {
  if (mediaType === null || xml.has(mediaType)) return 'look'
  return readable.has(mediaType) ? 'yes' : 'no'
}

/** `delayMs`: milliseconds between the end of one task and the start of the next for the same host, or the longer pause that a task wants. */
function hostQueue(delayMs: number) {
  const tails = new Map<string, Promise<number>>()
  return <T>(host: string, task: () => Promise<T>, gapMs = 0): Promise<T> => {
    const before = tails.get(host)
    const inTurn = async (): Promise<T> => {
      const wait = before === undefined ? 0 : (await before) + Math.max(delayMs, gapMs) - monotonic()
      if (wait > 0) await pause(wait)
      return task()
    }
    const result = inTurn()
    const tail = result.then(monotonic, monotonic)
    tails.set(host, tail)
    void tail.then(() => {
      // Forget hosts that nobody asks for any more; the timer must not keep the process alive.
      setTimeout(() => {
        if (tails.get(host) === tail) tails.delete(host)
      }, delayMs).unref()
    })
    return result
  }
}

/** Milliseconds on a clock that only measures distances: no result depends on it. */
function monotonic(): number {
  return performance.now()
}
