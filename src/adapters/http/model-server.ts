/**
 * A server of models over http and https: `POST /v1/chat/completions`. The address is the operator's choice, so private networks are allowed.
 *
 * Never: sends the key or a text elsewhere (no redirect is followed), repeats what a server says of an error (it may hold the key), exceeds the limits.
 */
import type { IncomingHttpHeaders } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { type Agent, request as ask } from 'undici'
import { z } from 'zod'
import type { ChatBody, ChatOutcome, ChatServer } from '../../ports/reader.js'
import { bytesInWords } from '../../text/bytes-in-words.js'
import { jsonOf } from '../../text/parsed.js'
import { guardedAgent } from './address-guard.js'
import { errorFailure } from './failures.js'
import { discard, readBody } from './read-body.js'

export type ModelServerOptions = {
  /** With or without `/v1`. */
  readonly url: URL
  readonly key: string | null
  /** Milliseconds for one answer. */
  readonly timeoutMs: number
  /** Bytes of one answer. */
  readonly maxBytes: number
  readonly userAgent: string
  /** Milliseconds before the second try where the server names none; doubled for each further one. */
  readonly firstDelayMs?: number
}

const tries = 5
/** Where nobody listens: once more, as it may be starting. */
const triesUnreachable = 2

/** What servers refuse of a request, they refuse with 400 or 422: it is then said in the way of newer models, then plainly. */
const ways: readonly ((body: ChatBody) => unknown)[] = [
  (body) => body,
  ({ max_tokens, temperature: _, ...body }) => ({ ...body, max_completion_tokens: max_tokens }),
  ({ model, messages }) => ({ model, messages }),
]

const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
  usage: z
    .object({ prompt_tokens: z.int().nonnegative(), completion_tokens: z.int().nonnegative() })
    .nullish()
    .catch(null),
})

export function modelServer(options: ModelServerOptions): ChatServer {
  const { url, timeoutMs, firstDelayMs = 1_000 } = options
  const agent = guardedAgent({ allowPrivate: true, timeoutMs })
  let way = 0
  return {
    sendsTo: isThisMachine(url.hostname) ? null : url.host,
    async complete(body, signal, leftMs) {
      const until = performance.now() + leftMs
      for (let turn = 1; ; turn++) {
        const outcome = await once(ways[way]?.(body), agent, options, signal)
        if (outcome.state === 'answered') return outcome
        if (outcome.refused && way < ways.length - 1) {
          way++
          turn--
          continue
        }
        const { reason, transient } = outcome
        if (!transient || turn >= (outcome.tries ?? tries) || signal.aborted)
          return { state: 'failed', reason, transient }
        const waitMs = outcome.waitMs ?? firstDelayMs * 2 ** (turn - 1)
        if (performance.now() + waitMs >= until)
          return failed(
            `${reason}, and wants ${Math.ceil(waitMs / 1000)} s, which is longer than is left`,
            true,
          )
        await pause(waitMs, undefined, { signal }).catch(() => undefined)
      }
    },
    close: () => agent.close(),
  }
}

type Once =
  | Extract<ChatOutcome, { state: 'answered' }>
  | (Extract<ChatOutcome, { state: 'failed' }> & {
      readonly waitMs?: number | null
      /** At most, where fewer than usual. */
      readonly tries?: number
      readonly refused?: boolean
    })

async function once(
  body: unknown,
  agent: Agent,
  { url, key, timeoutMs, maxBytes, userAgent }: ModelServerOptions,
  signal: AbortSignal,
): Promise<Once> {
  try {
    const {
      statusCode,
      headers,
      body: answer,
    } = await ask(completionsAt(url), {
      method: 'POST',
      dispatcher: agent,
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'accept-encoding': 'gzip, deflate, br',
        'user-agent': userAgent,
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify(body),
    })
    if (statusCode !== 200) {
      discard(answer)
      return statusFailure(statusCode, headers)
    }
    const read = await readBody(headers, answer, maxBytes, () => undefined)
    if (read === null) return failed(`the model's answer is larger than ${bytesInWords(maxBytes)}`, false)
    if (read.cut !== null) return failed(`the model's answer broke off`, true)
    return contentOf(Buffer.from(read.bytes).toString())
  } catch (error) {
    if (signal.aborted) return failed('the model was not waited for any longer', true)
    if (error instanceof DOMException && error.name === 'TimeoutError')
      return failed(`the model did not answer within ${timeoutMs / 1000} s`, true)
    const { code, transient } = errorFailure(error)
    if (code !== 'unreachable') return failed(`the model's server cannot be reached (${code})`, transient)
    const nobody = `the model's server cannot be reached (${code}); check its address, and whether it runs`
    return { ...failed(nobody, transient), tries: triesUnreachable }
  }
}

function contentOf(text: string): Once {
  const parsed = Completion.safeParse(jsonOf(text))
  if (!parsed.success)
    return failed(`the model's server answers in another form than /v1/chat/completions`, false)
  const { choices, usage } = parsed.data
  return {
    state: 'answered',
    content: choices[0]?.message.content ?? '',
    tokensIn: usage?.prompt_tokens ?? null,
    tokensOut: usage?.completion_tokens ?? null,
  }
}

/** `…`, `…/v1` and the whole address alike. */
function completionsAt(given: URL): URL {
  const at = new URL(given.href)
  const path = at.pathname.split('/').filter((part) => part !== '')
  const base = path.slice(-2).join('/') === 'chat/completions' ? path.slice(0, -2) : path
  const versioned = base.some((part) => /^v\d/u.test(part)) ? base : [...base, 'v1']
  at.pathname = `/${versioned.join('/')}/chat/completions`
  return at
}

function isThisMachine(hostname: string): boolean {
  return /^(?:localhost|.{1,200}\.localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/iu.test(hostname)
}

function failed(reason: string, transient: boolean): Extract<ChatOutcome, { state: 'failed' }> {
  return { state: 'failed', reason, transient }
}

function statusFailure(status: number, headers: IncomingHttpHeaders): Once {
  const says = (what: string, transient = false): Once =>
    failed(`the model's server ${what} (HTTP ${status})`, transient)
  if (status >= 300 && status < 400)
    return says('redirects, which is not followed; give the address it leads to')
  if (status === 400 || status === 422) return { ...says('refuses the request'), refused: true } as Once
  if (status === 401 || status === 403)
    return says('refuses the key, or there is none; set SYNOPTIC_READER_KEY')
  if (status === 404) return says('knows no such address or model')
  if (status === 413) return says('refuses so long a request; lower SYNOPTIC_READER_WINDOW')
  const isBusy = status === 429 || status === 408 || status >= 500
  const busy = says(status === 429 ? 'has had too many requests' : 'has trouble of its own', isBusy)
  return isBusy
    ? ({ ...busy, waitMs: retryAfter(headers['retry-after']) } as Once)
    : says('refuses the request')
}

function retryAfter(value: string | undefined): number | null {
  if (value === undefined) return null
  const seconds = /^\d{1,9}$/u.test(value.trim()) ? Number(value) : (Date.parse(value) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.max(0, seconds * 1000) : null
}
