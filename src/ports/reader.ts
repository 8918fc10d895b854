/** The second reader: a model that somebody runs or pays for reads the reports of one event and hands in notes. Off unless somebody names one. */
import { z } from 'zod'
import type { Notes } from '../model/notes.js'

/** `A3`: the letter of the report and the number of the sentence, from 1. */
export type NumberedSentence = { readonly id: string; readonly text: string }

/** A report as the reader sees it: nothing of outlet, author or time. */
export type NumberedReport = {
  /** The article's id, which the model sees: nothing of a name, and enough for the notes to be read from requests and answers alone. */
  readonly article: string
  /** As notes name it: the source as typed, or the id where two were typed alike or nothing else is known. */
  readonly source: string
  readonly letter: string
  /** False where the text ends early: nobody is called silent on what it may have told. */
  readonly isWhole: boolean
  readonly sentences: readonly NumberedSentence[]
}

/** One event, prepared (reader/prepare.ts). Plain data. */
export type Reading = {
  readonly reports: readonly NumberedReport[]
  /** Ids of two sentences of which the matcher is not sure whether they tell the same. */
  readonly pairs: readonly (readonly [string, string])[]
  /** Nothing is asked but whether the pairs tell the same. */
  readonly pairsAlone?: true
}

export type ReadingUsage = {
  readonly requests: number
  readonly tokensIn: number
  readonly tokensOut: number
  /** In the currency of the price, null where none was given. */
  readonly cost: number | null
  readonly seconds: number
}

export type ReadingOutcome =
  | { readonly state: 'read'; readonly notes: Notes; readonly usage: ReadingUsage }
  | {
      readonly state: 'failed'
      /** Sentence naming cause and remedy, without the key and without a text. */
      readonly reason: string
      /** Whether another try later may help. */
      readonly transient: boolean
      readonly usage: ReadingUsage
    }

export type ReadingOptions = {
  /** ISO 8601, stands in the notes. */
  readonly at: string
  /** How the model did in its test; likewise. */
  readonly test?: string
  /** Tokens that may still be spent, where that is less than the reader's own limit for an event. */
  readonly tokens?: number
  readonly signal?: AbortSignal
  readonly progress?: (line: string) => void
}

export type Reader = {
  readonly model: string
  /** Version of what it is asked. */
  readonly prompts: string
  /** Where the texts go, such as `api.example.org`; null where they stay on this machine. */
  readonly sendsTo: string | null
  /** Never rejects for what the server does. Texts of hostile pages are material: nothing of them is obeyed here. */
  read(reading: Reading, options: ReadingOptions): Promise<ReadingOutcome>
  close(): Promise<void>
}

/** A request for one answer of a model: the body of `POST /v1/chat/completions`. */
export const ChatBody = z
  .object({
    model: z.string(),
    messages: z
      .array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() }).readonly())
      .readonly(),
    max_tokens: z.number(),
    temperature: z.number(),
    response_format: z
      .object({
        type: z.literal('json_schema'),
        json_schema: z
          .object({
            name: z.string(),
            strict: z.literal(true),
            schema: z.record(z.string(), z.unknown()).readonly(),
          })
          .readonly(),
      })
      .readonly(),
  })
  .readonly()
export type ChatBody = z.infer<typeof ChatBody>

export type ChatOutcome =
  | {
      readonly state: 'answered'
      readonly content: string
      /** As the server counts them, or null. */
      readonly tokensIn: number | null
      readonly tokensOut: number | null
    }
  | { readonly state: 'failed'; readonly reason: string; readonly transient: boolean }

/** A server of models. The key, the address and its guards are the adapter's own. */
export interface ChatServer {
  readonly sendsTo: string | null
  /** Tries again what may help (429, 5xx), as the server asks, where the time that is left allows it. */
  complete(body: ChatBody, signal: AbortSignal, leftMs: number): Promise<ChatOutcome>
  close(): Promise<void>
}
