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
