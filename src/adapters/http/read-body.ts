/**
 * Reads the body of an answer up to a limit, and whether it came whole.
 * In: headers and raw body. Out: its bytes after gzip, deflate or brotli, or null when there are more than the limit.
 * Never: holds more than the limit and one chunk, or takes the beginning of a page for the page: a connection that ends
 * before its time and compressed data that ends before its end are told. (`fetch` decompresses by itself, and passes
 * over the second.)
 */
import type { IncomingHttpHeaders } from 'node:http'
import { pipeline, Readable, type Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { isReset } from './failures.js'

export type Body = { readonly bytes: Uint8Array; readonly cut: Cut | null }
/** How a transfer ended early. */
export type Cut = 'connection' | 'compression'

/** More are somebody's joke: each costs memory of its own. */
const mostEncodings = 5

export async function readBody(
  headers: IncomingHttpHeaders,
  body: Readable,
  maxBytes: number,
  progress: (bytes: number) => void,
): Promise<Body | null> {
  if (Number(headers['content-length'] ?? 0) > maxBytes) {
    discard(body)
    return null
  }
  const transfer: Transfer = { lost: null }
  const chunks: Uint8Array[] = []
  let total = 0
  let early: Error | null = null
  const decoded = await decode(received(body, transfer), headers['content-encoding'] ?? '')
  try {
    for await (const chunk of decoded) {
      total += chunk.length
      // Leaving the loop cancels the stream, which closes the connection.
      if (total > maxBytes) return null
      progress(total)
      chunks.push(chunk)
    }
  } catch (error) {
    if (!endsEarly(error)) throw error
    early = error
  }
  const trouble = transfer.lost ?? early
  if (trouble !== null && total === 0) throw trouble
  const cut = transfer.lost !== null ? 'connection' : early !== null ? 'compression' : null
  return { bytes: Buffer.concat(chunks, total), cut }
}

/** Ends an answer whose body is not wanted. */
export function discard(body: Readable): void {
  body.on('error', () => undefined)
  body.destroy()
}

type Transfer = { lost: Error | null }

/** What arrives before the connection breaks off. */
async function* received(body: Readable, transfer: Transfer): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) yield chunk
  } catch (error) {
    if (!(error instanceof Error) || !isReset(error)) throw error
    transfer.lost = error
  }
}

async function decode(
  raw: AsyncGenerator<Uint8Array>,
  contentEncoding: string,
): Promise<AsyncIterable<Uint8Array>> {
  const encodings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  if (encodings.length === 0 || encodings.length > mostEncodings) return raw
  const first = await raw.next()
  const head: Uint8Array = first.done === true ? new Uint8Array() : first.value
  const decoders: Transform[] = []
  for (const encoding of encodings.reverse()) {
    const decoder = decoderOf(encoding, decoders.length === 0 ? head : null)
    // Unknown: given on as it is, and told by what it looks like.
    if (decoder === null) return replayed(head, raw)
    decoders.push(decoder)
  }
  const [last] = decoders.slice(-1)
  pipeline([Readable.from(replayed(head, raw), { objectMode: false }), ...decoders], () => undefined)
  return (last ?? raw) as AsyncIterable<Uint8Array>
}

async function* replayed(head: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head
  yield* rest
}

/** `deflate` should have zlib's head, and often has none: `head` is what it begins with, where that is known. */
function decoderOf(encoding: string, head: Uint8Array | null): Transform | null {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return ((head?.[0] ?? 8) & 0x0f) === 8 ? createInflate() : createInflateRaw()
    case 'br':
      return createBrotliDecompress()
    default:
      return null
  }
}

function endsEarly(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR'
}
