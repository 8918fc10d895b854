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
