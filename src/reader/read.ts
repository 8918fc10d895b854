/** The second reader over a server of models, within limits of tokens, bytes, time and cost; half an event's answers are none. */
import type {
  ChatBody,
  ChatServer,
  Reader,
  Reading,
  ReadingOptions,
  ReadingOutcome,
  ReadingUsage,
} from '../ports/reader.js'
import { bytesInWords } from '../text/bytes-in-words.js'
import { notesOf, readAnswer, type ReadAnswer } from './answers.js'
import { keyOf, lengthOf, promptVersion, requestsFor, tokensIn, type ReaderRequest } from './requests.js'

export type ReaderLimits = {
  readonly model: string
  readonly window: number
  /** Of one event: tokens in and out, bytes sent, time. */
  readonly tokens: number
  readonly bytes: number
  readonly timeMs: number
  /** What a million tokens cost, in and out, and the most that an event may cost; null where nobody said. */
  readonly price: { readonly in: number; readonly out: number } | null
  readonly cost: number | null
  readonly concurrency: number
}

type Failure = { readonly reason: string; readonly transient: boolean }
type Answer = Extract<ReadAnswer, { ok: true }>

export function modelReader(server: ChatServer, limits: ReaderLimits): Reader {
  return {
    model: limits.model,
    prompts: promptVersion,
    sendsTo: server.sendsTo,
    read: async (reading, options) => new Round(server, limits, reading, options).run(),
    close: () => server.close(),
  }
}

class Round {
  private readonly server: ChatServer
  private readonly limits: ReaderLimits
  private readonly reading: Reading
  private readonly options: ReadingOptions
  private readonly requests: readonly ReaderRequest[]
  private readonly stop = new AbortController()
  private readonly spent = { requests: 0, tokensIn: 0, tokensOut: 0 }
  private readonly started = performance.now()
  private failure: Failure | null = null

  constructor(server: ChatServer, limits: ReaderLimits, reading: Reading, options: ReadingOptions) {
    this.server = server
    this.limits = limits
    this.reading = reading
    this.options = options
    this.requests = reading.reports.length < 2 ? [] : requestsFor(reading, limits)
  }

  async run(): Promise<ReadingOutcome> {
    const { timeMs, concurrency } = this.limits
    const timer = setTimeout(() => {
      this.fail(`the model needed more than ${timeMs / 1000} s`, true)
    }, timeMs)
    const cancel = (): void => {
      this.fail('it was stopped', true)
    }
    this.options.signal?.addEventListener('abort', cancel)
    if (this.options.signal?.aborted === true) cancel()
    const answers: Answer[] = []
    const queue = this.requests.entries()
    this.checkBytes()
    await Promise.all(
      Array.from({ length: Math.min(concurrency, this.requests.length) }, async () => {
        for (const [at, request] of queue) {
          const answer = this.failure ? null : await this.answerTo(request)
          if (answer) answers[at] = answer
        }
      }),
    )
    clearTimeout(timer)
    this.options.signal?.removeEventListener('abort', cancel)
    const usage = this.usage()
    if (this.failure) return { state: 'failed', ...this.failure, usage }
    const { at, test } = this.options
    const reader = { name: this.limits.model, at, key: keyOf(this.requests), ...(test ? { test } : {}) }
    const notes = notesOf(reader, answers)
    return { state: 'read', notes, usage }
  }

  private async answerTo(request: ReaderRequest): Promise<Answer | null> {
    const [at, all] = [this.spent.requests + 1, Math.max(this.spent.requests + 1, this.requests.length)]
    this.options.progress?.(`${this.limits.model} reads: ${at} of ${all}`)
    const content = await this.ask(request.body)
    if (content === null) return null
    const read = readAnswer(request, content, this.reading)
    if (read.ok) return read
    const again = await this.ask(repaired(request.body, content, read.why))
    if (again === null) return null
    const mended = readAnswer(request, again, this.reading)
    if (mended.ok) return mended
    return this.fail(
      `what the model answers ${mended.why}, also when asked again; choose another model`,
      false,
    )
  }

  private async ask(body: ChatBody): Promise<string | null> {
    if (this.failure) return null
    const asked = tokensIn(body.messages.map(({ content }) => content).join(''))
    if (this.isTooMuch(asked + body.max_tokens / 4)) return null
    this.spent.requests++
    this.spent.tokensIn += asked
    const left = this.limits.timeMs - (performance.now() - this.started)
    const reply = await this.server.complete(body, this.stop.signal, left)
    if (reply.state === 'failed') return this.fail(reply.reason, reply.transient)
    this.spent.tokensIn += (reply.tokensIn ?? asked) - asked
    this.spent.tokensOut += reply.tokensOut ?? tokensIn(reply.content)
    return reply.content
  }

  /** The first failure stands, and ends what is under way. */
  private fail(reason: string, transient: boolean): null {
    this.failure ??= { reason: `${reason}.`, transient }
    this.stop.abort()
    return null
  }

  private checkBytes(): void {
    const bytes = this.requests.reduce((sum, request) => sum + lengthOf(request), 0)
    if (this.requests.length === 0) this.fail('there are no two reports in English to read', false)
    else if (bytes > this.limits.bytes)
      this.fail(
        `the texts are longer (${bytesInWords(bytes)}) than is sent for one event (${bytesInWords(this.limits.bytes)}, SYNOPTIC_READER_BYTES)`,
        false,
      )
  }

  private isTooMuch(next: number): boolean {
    const tokens = Math.min(this.limits.tokens, this.options.tokens ?? Infinity)
    if (this.spent.tokensIn + this.spent.tokensOut + next > tokens) {
      this.fail(`reading it takes more than ${tokens} tokens (SYNOPTIC_READER_TOKENS)`, false)
      return true
    }
    const { cost } = this.limits
    const soon = costOf(this.limits.price, this.spent.tokensIn + next, this.spent.tokensOut)
    if (cost === null || soon === null || soon <= cost) return false
    this.fail(`reading it costs more than ${cost} (SYNOPTIC_READER_COST)`, false)
    return true
  }

  private usage(): ReadingUsage {
    const { tokensIn: read, tokensOut: written } = this.spent
    return {
      ...this.spent,
      cost: costOf(this.limits.price, read, written),
      seconds: Math.round(performance.now() - this.started) / 1000,
    }
  }
}

function costOf(price: ReaderLimits['price'], read: number, written: number): number | null {
  return price && Math.round(read * price.in + written * price.out) / 1e6
}

function repaired(body: ChatBody, content: string, why: string): ChatBody {
  return {
    ...body,
    messages: [
      ...body.messages,
      { role: 'assistant', content: content.slice(0, 2_000) },
      {
        role: 'user',
        content: `That ${why}. Answer again: one JSON object as described, nothing before or behind it.`,
      },
    ],
  }
}
