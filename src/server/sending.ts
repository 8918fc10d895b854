/** Answers that are long or large: how many go on at once, how many bytes lie there for readers, and when a reader is too slow. */
import { stream } from 'hono/streaming'
import { pause } from '../text/periodic.js'
import type { AppContext, ServerDeps, ServerSettings } from './deps.js'
import type { TokenBuckets } from './guards.js'
import { HttpProblem } from './problems.js'

export type Out = {
  /** Makes a part when there is room for it; resolves when the reader has taken it, or is gone. */
  write(make: () => string | Promise<string>): Promise<void>
  /** Aborted when the reader or the server is gone. */
  readonly gone: AbortSignal
}

export type Sending = {
  /** An answer that goes on until `work` ends; of HEAD its head alone. The problem `busy` when all places are taken. */
  stream(c: AppContext, work: (out: Out) => Promise<void>): Response
  /** A body that may be large, in one piece. The problem `busy` when too much lies there already. */
  body(c: AppContext, make: () => Promise<string | Uint8Array>): Promise<Response>
}

/** What the routes share beside what the server is given. */
export type AppDeps = ServerDeps & {
  readonly sending: Sending
  /** Tries with a key or a link that is none, by address. */
  readonly failures: TokenBuckets
}

/** Bodies made at once: each is held twice while it is. */
const mostMaking = 2
const sliceBytes = 65_536
/** Slower than this over the whole of a body is no reader. */
const bytesPerMs = 50
const leastMs = 60_000

export function sending(settings: ServerSettings, stopping: AbortSignal): Sending {
  let open = 0
  let making = 0
  let under = 0
  const waiting: (() => void)[] = []

  async function made<Body>(make: () => Promise<Body>): Promise<Body> {
    if (making >= mostMaking) await new Promise<void>((go) => waiting.push(go))
    making++
    try {
      return await make()
    } finally {
      making--
      waiting.shift()?.()
    }
  }
  const refuseWhenFull = (): void => {
    if (under >= settings.maxOutgoingBytes)
      throw busy('Too many large answers are still being read by others. Try again shortly.', 5)
  }

  return {
    stream(c, work) {
      if (c.req.method === 'HEAD') return c.body(null)
      if (open >= settings.maxStreams)
        throw busy('Too many streams are open. Ask for the state now and then instead.', 10)
      open++
      return stream(c, async (out) => {
        const ended = new AbortController()
        out.onAbort(() => {
          ended.abort()
        })
        const gone = AbortSignal.any([ended.signal, stopping])
        try {
          await work({ gone, write: (make) => inSlices(c, make, out.write.bind(out), gone) })
        } finally {
          open--
        }
      })
    },

    async body(c, make) {
      refuseWhenFull()
      const bytes = await made(async () => {
        refuseWhenFull()
        const content = Buffer.from(await make())
        // Until the answer has been taken whole, or its connection has ended.
        c.env.outgoing.once('close', lying(c, content.length))
        return content
      })
      return c.body(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length))
    },
  }

  /** Counts bytes that lie there for a reader; the answer takes them off again. Who takes too long is cut off. */
  function lying({ env: { outgoing } }: AppContext, bytes: number): () => void {
    under += bytes
    const late = setTimeout(() => outgoing.destroy(), leastMs + bytes / bytesPerMs)
    return () => {
      clearTimeout(late)
      under -= bytes
    }
  }

  async function inSlices(
    c: AppContext,
    make: () => string | Promise<string>,
    write: (bytes: Uint8Array) => Promise<unknown>,
    gone: AbortSignal,
  ): Promise<void> {
    while (under >= settings.maxOutgoingBytes) if (!(await pause(100, gone))) return
    const [bytes, taken] = await made(async () => {
      const text = Buffer.from(await make())
      return [text, lying(c, text.length)] as const
    })
    try {
      for (let at = 0; at < bytes.length && !gone.aborted; at += sliceBytes)
        await write(bytes.subarray(at, at + sliceBytes))
    } finally {
      taken()
    }
  }
}

/** A reader that takes nothing of what lies there for so long is sent away; one that has all there is may wait for more. */
export function endStalled({ env: { outgoing } }: AppContext, milliseconds: number): void {
  outgoing.setTimeout(milliseconds, () => {
    const lies = outgoing.writableLength
    // The program itself may have been held up: a moment later it is seen whether anything has been taken.
    setTimeout(() => {
      if (lies > 0 && outgoing.writableLength === lies) outgoing.destroy()
    }, againMs).unref()
  })
}

const againMs = 1_000

export function busy(detail: string, seconds: number): HttpProblem {
  return new HttpProblem('busy', detail, { headers: { 'retry-after': String(seconds) } })
}
