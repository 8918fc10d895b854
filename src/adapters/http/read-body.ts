/**
 * Reads the decoded body of an answer up to a limit.
 * In: a Response. Out: its bytes after gzip or brotli, or null when there are more than the limit.
 * Never: holds more than the limit and one chunk; undici's own `maxResponseSize` counts compressed bytes, so a
 * compression bomb passes it.
 */
import type { Response } from 'undici'

export async function readBody(
  response: Response,
  maxBytes: number,
  progress: (bytes: number) => void,
): Promise<Uint8Array | null> {
  const declared = Number(response.headers.get('content-length') ?? 0)
  if (declared > maxBytes) {
    await discard(response)
    return null
  }
  const chunks: Uint8Array[] = []
  let total = 0
  if (response.body !== null)
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      total += chunk.length
      // Leaving the loop cancels the stream, which closes the connection.
      if (total > maxBytes) return null
      progress(total)
      chunks.push(chunk)
    }
  return Buffer.concat(chunks, total)
}

/** Ends an answer whose body is not wanted. */
export async function discard(response: Response): Promise<void> {
  await response.body?.cancel()
}
