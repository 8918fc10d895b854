/** The second reader over a server of models, within limits of tokens, bytes, time and cost; half an event's answers are none. */
import type {
  ChatBody,
  ChatServer,
  Reader,
  Reading,
  ReadingOptions,
  ReadingOutcome,
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
    read: (reading, options) => readEvent(server, limits, reading, options),
    close: () => server.close(),
  }
}

async function readEvent(
  server: ChatServer,
  { model, timeMs, concurrency, price, cost, ...limits }: ReaderLimits,
  reading: Reading,
  { at, test, progress, signal, tokens = Infinity }: ReadingOptions,
): Promise<ReadingOutcome> {
  const requests = reading.reports.length < 2 ? [] : requestsFor(reading, { model, window: limits.window })
  const stop = new AbortController()
  const spent = { requests: 0, tokensIn: 0, tokensOut: 0 }
  const started = performance.now()
  const trouble: { failure: Failure | null } = { failure: null }

  /** The first failure stands, and ends what is under way. */
  function fail(reason: string, transient: boolean): null {
    trouble.failure ??= { reason: `${reason}.`, transient }
    stop.abort()
    return null
  }

  function checkBytes(): void {
    const bytes = requests.reduce((sum, request) => sum + lengthOf(request), 0)
    if (requests.length === 0) fail('there are no two reports in English to read', false)
    else if (bytes > limits.bytes)
      fail(
        `the texts are longer (${bytesInWords(bytes)}) than is sent for one event (${bytesInWords(limits.bytes)}, SYNOPTIC_READER_BYTES)`,
        false,
      )
  }

  function checkCost(next: number): void {
    const most = Math.min(limits.tokens, tokens)
    if (spent.tokensIn + spent.tokensOut + next > most)
      fail(`reading it takes more than ${most} tokens (SYNOPTIC_READER_TOKENS)`, false)
    const soon = costOf(price, spent.tokensIn + next, spent.tokensOut)
    if (cost !== null && soon !== null && soon > cost)
      fail(`reading it costs more than ${cost} (SYNOPTIC_READER_COST)`, false)
  }

  async function ask(body: ChatBody): Promise<string | null> {
    const asked = tokensIn(body.messages.map(({ content }) => content).join(''))
    if (!trouble.failure) checkCost(asked + body.max_tokens / 4)
    if (trouble.failure) return null
    spent.requests++
    spent.tokensIn += asked
    const reply = await server.complete(body, stop.signal, timeMs - (performance.now() - started))
    if (reply.state === 'failed') return fail(reply.reason, reply.transient)
    spent.tokensIn += (reply.tokensIn ?? asked) - asked
    spent.tokensOut += reply.tokensOut ?? tokensIn(reply.content)
    return reply.content
  }

  async function answerTo(request: ReaderRequest): Promise<Answer | null> {
    const now = spent.requests + 1
    progress?.(`${model} reads: ${now} of ${Math.max(now, requests.length)}`)
    const content = await ask(request.body)
    if (content === null) return null
    const read = readAnswer(request, content, reading)
    if (read.ok) return read
    const again = await ask(repaired(request.body, content, read.why))
    if (again === null) return null
    const mended = readAnswer(request, again, reading)
    if (mended.ok) return mended
    return fail(`what the model answers ${mended.why}, also when asked again; choose another model`, false)
  }

  const timer = setTimeout(() => fail(`the model needed more than ${timeMs / 1000} s`, true), timeMs)
  const cancel = (): void => void fail('it was stopped', true)
  signal?.addEventListener('abort', cancel)
  if (signal?.aborted === true) cancel()
  const answers: Answer[] = []
  const queue = requests.entries()
  checkBytes()
  await Promise.all(
    Array.from({ length: Math.min(concurrency, requests.length) }, async () => {
      for (const [index, request] of queue) {
        const answer = trouble.failure ? null : await answerTo(request)
        if (answer) answers[index] = answer
      }
    }),
  )
  clearTimeout(timer)
  signal?.removeEventListener('abort', cancel)
  const seconds = Math.round(performance.now() - started) / 1000
  const usage = { ...spent, cost: costOf(price, spent.tokensIn, spent.tokensOut), seconds }
  if (trouble.failure) return { state: 'failed', ...trouble.failure, usage }
  const reader = { name: model, at, key: keyOf(requests), ...(test ? { test } : {}) }
  return { state: 'read', notes: notesOf(reader, answers), usage }
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
