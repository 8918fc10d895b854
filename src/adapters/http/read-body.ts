/**
 * Reads the body of an answer up to a limit; null where there is more.
 *
 * Never takes the beginning of a page for the page: a connection or compressed data that ends early is told (`fetch` passes over the second).
 */
import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import { unpacked } from '../../text/unpacked.js'
import { isReset } from './failures.js'

export type Body = { readonly bytes: Uint8Array; readonly cut: Cut | null }
export type Cut = 'connection' | 'compression'

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
  const chunks: Uint8Array[] = []
  let total = 0
  let lost: Error | null = null
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      total += chunk.length
      // Leaving the loop cancels the stream, which closes the connection.
      if (total > maxBytes) return null
      progress(total)
      chunks.push(chunk)
    }
  } catch (error) {
    if (!(error instanceof Error) || !isReset(error)) throw error
    lost = error
  }
  if (lost !== null && total === 0) throw lost
  const found = unpacked(Buffer.concat(chunks, total), headers['content-encoding'] ?? '', maxBytes)
  if (found === 'too-large') return null
  return { bytes: found.bytes, cut: lost !== null ? 'connection' : found.cut ? 'compression' : null }
}

export function discard(body: Readable): void {
  body.on('error', () => undefined)
  body.destroy()
}
