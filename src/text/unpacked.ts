/** Bytes as HTTP packs them (Content-Encoding), unpacked up to a limit. */
import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  type BrotliOptions,
  type ZlibOptions,
} from 'node:zlib'
import { errorCode } from './system-error.js'

export type Unpacked = {
  readonly bytes: Uint8Array
  /** The packed bytes end before their end: this is what comes out of them. */
  readonly cut: boolean
}

type Way = {
  readonly unpack: (bytes: Uint8Array, options: ZlibOptions & BrotliOptions) => Uint8Array
  /** Gives what there is of bytes that end early. */
  readonly flush: number
}

const gzip: Way = { unpack: gunzipSync, flush: constants.Z_SYNC_FLUSH }
/** It should have zlib's head, and often has none. */
const deflate: Way = {
  unpack: (bytes, options) =>
    ((bytes[0] ?? 8) & 0x0f) === 8 ? inflateSync(bytes, options) : inflateRawSync(bytes, options),
  flush: constants.Z_SYNC_FLUSH,
}
const br: Way = { unpack: brotliDecompressSync, flush: constants.BROTLI_OPERATION_FLUSH }
const ways: Readonly<Record<string, Way | undefined>> = { gzip, 'x-gzip': gzip, deflate, br }

/** More are somebody's joke. */
const mostEncodings = 5

/** What is packed in no known way stays as it is: one sees what it looks like. Throws where the bytes are damaged. */
export function unpacked(packed: Uint8Array, contentEncoding: string, most: number): Unpacked | 'too-large' {
  const names = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  const known = names.flatMap((name) => ways[name] ?? []).reverse()
  let found: Unpacked = { bytes: packed, cut: false }
  if (known.length < names.length || known.length > mostEncodings) return found
  for (const way of known) {
    const next = withinLimit(found.bytes, way, most)
    if (next === 'too-large') return next
    found = { bytes: next.bytes, cut: found.cut || next.cut }
  }
  return found
}

function withinLimit(packed: Uint8Array, { unpack, flush }: Way, most: number): Unpacked | 'too-large' {
  const limit = { maxOutputLength: most }
  try {
    return { bytes: unpack(packed, limit), cut: false }
  } catch (error) {
    if (errorCode(error) === 'ERR_BUFFER_TOO_LARGE') return 'too-large'
    if (errorCode(error) !== 'Z_BUF_ERROR') throw error
    const bytes = unpack(packed, { ...limit, finishFlush: flush })
    if (bytes.length === 0) throw error
    return { bytes, cut: true }
  }
}
