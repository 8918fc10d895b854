import type { Exchange } from '../model/raw-page.js'

/** Where bytes come from: the network, a file, standard input. Guards and limits live in the adapters. */
export type FetchOutcome =
  | {
      readonly state: 'read'
      /** Address after redirects, null where there is none. */
      readonly url: string | null
      /** Media type without parameters, lower case, or null when nothing declared it. */
      readonly mediaType: string | null
      readonly charset: string | null
      readonly bytes: Uint8Array
      /** ISO 8601 UTC, null for files. */
      readonly fetchedAt: string | null
      /** What was asked and answered, where it was asked over HTTP. */
      readonly exchange?: Exchange
      /** Only where the transfer ended early: a sentence on how, and what to do. The bytes are the page's beginning. */
      readonly cut?: string
    }
  | {
      readonly state: 'failed'
      /** Issue code: `not-found`, `refused-private`, `too-large`, `timeout`, … */
      readonly code: string
      /** Sentence naming cause and remedy; the caller adds the source. */
      readonly message: string
      /** Whether another try later may help (time-out, 5xx): a queue worker throws on it, the CLI does not. */
      readonly transient: boolean
    }

export interface Fetcher {
  /** `within`, for files: what was opened must lie in this folder, wherever links lead. */
  fetch(location: string, within?: string): Promise<FetchOutcome>
}

/** How an address is asked that was asked before. */
export type Asking = {
  /** What is wanted decides which media types are taken. */
  readonly as: 'page' | 'feed' | 'robots'
  /** What the server said of this very address the last time; not sent on to where it redirects. */
  readonly etag?: string | null
  readonly lastModified?: string | null
  /** Milliseconds that the host wants between two requests, where that is more than the usual pause. */
  readonly gapMs?: number
}

/** Fields of the last answer that say when and how to ask again, as they were sent. */
export type Answer = {
  readonly etag: string | null
  readonly lastModified: string | null
  readonly cacheControl: string | null
  readonly retryAfter: string | null
  /** Whether it came from another address than the one that was asked. */
  readonly redirected: boolean
}

export type Polled = {
  readonly outcome: FetchOutcome | { readonly state: 'unchanged' }
  /** Null where no answer came. */
  readonly answer: Answer | null
}

/** Asks addresses again and again, under the same guards and in the same turns a host as `Fetcher`. */
export interface Poller {
  poll(address: string, asking: Asking): Promise<Polled>
}

/** What a path is, without opening it: for telling folders, event files and pages apart. */
export type Look =
  | { readonly kind: 'file' }
  /** Names of the direct members that are not folders, in no promised order. */
  | { readonly kind: 'folder'; readonly members: readonly string[] }
  /** `why` completes "the folder … ": `cannot be read: permission denied`. */
  | { readonly kind: 'unreadable'; readonly why: string }
  | { readonly kind: 'missing' }

export interface Disk {
  look(path: string): Promise<Look>
}

/** Sends webhooks. Guards (no private addresses, limits on time and size) live in the adapter. */
export type NotifyOutcome =
  | { readonly state: 'delivered' }
  | {
      readonly state: 'failed'
      /** Sentence naming the cause: `it answered HTTP 503`. */
      readonly message: string
      /** Whether another try later may help. */
      readonly transient: boolean
    }

export interface Notifier {
  /** POSTs the JSON body; never rejects for what the receiver does. */
  notify(url: string, body: string, headers: Readonly<Record<string, string>>): Promise<NotifyOutcome>
}
