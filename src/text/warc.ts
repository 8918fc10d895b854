/**
 * WARC files (ISO 28500, version 1.1), records read and written, packed with gzip or not. Never more than `mostUnpacked` bytes or
 * `mostRecords` records: what is beyond is said.
 */
import { constants, gunzipSync } from 'node:zlib'
import { errorCode } from './system-error.js'

export type WarcRecord = {
  /** `response`, `request`, `resource`, `warcinfo`, … */
  readonly type: string
  /** In their order, as printed; without type and length. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly content: Uint8Array
}

export type WarcFile = {
  readonly records: readonly WarcRecord[]
  /** It ends in the middle of a record, holds more than is read, or is not what it says. */
  readonly cut: boolean
}

export const mostUnpacked = 100_000_000
const mostRecords = 100_000
const mostHeaderBytes = 65_536

/** Null where the bytes are no WARC file; `too-large` where they unpack to more than is read. */
export function readWarc(bytes: Uint8Array): WarcFile | 'too-large' | null {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? unpacked(bytes) : bytes
  if (plain === null || plain === 'too-large') return plain
  if (!/^WARC\/1\.\d/u.test(latin(plain.subarray(0, 16)))) return null
  const records: WarcRecord[] = []
  let at = 0
  while (at < plain.length && records.length < mostRecords) {
    const found = recordAt(plain, at)
    if (found === null) return { records, cut: true }
    records.push(found.record)
    at = found.end
  }
  return { records, cut: at < plain.length }
}

/** A file that breaks off gives what can be unpacked of it. */
function unpacked(bytes: Uint8Array): Uint8Array | 'too-large' | null {
  try {
    return gunzipSync(bytes, { maxOutputLength: mostUnpacked, finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    return errorCode(error) === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : null
  }
}

function recordAt(bytes: Uint8Array, start: number): { record: WarcRecord; end: number } | null {
  const head = headAt(bytes, start)
  if (head === null || !/^WARC\/1\.\d\s*$/u.test(head.first)) return null
  const length = Number(valueOf(head.headers, 'content-length') ?? NaN)
  const end = head.end + length
  if (!Number.isInteger(length) || length < 0 || end > bytes.length) return null
  const type = valueOf(head.headers, 'warc-type') ?? ''
  const headers = head.headers.filter(([name]) => !/^(?:warc-type|content-length)$/iu.test(name))
  return { record: { type, headers, content: bytes.subarray(head.end, end) }, end: afterBlank(bytes, end) }
}

type Head = {
  readonly first: string
  readonly headers: readonly (readonly [string, string])[]
  readonly end: number
}

/** First line and fields up to an empty line, as WARC, HTTP and mail have them; a field may go on in lines that begin with a blank. */
export function headAt(bytes: Uint8Array, start: number): Head | null {
  const text = latin(bytes.subarray(start, start + mostHeaderBytes))
  const blank = /\r?\n\r?\n/u.exec(text)
  if (blank === null) return null
  const [first = '', ...lines] = utf8(bytes.subarray(start, start + blank.index)).split(/\r?\n/u)
  const headers: [string, string][] = []
  for (const line of lines) {
    const last = headers.at(-1)
    const colon = line.indexOf(':')
    if (/^[ \t]/u.test(line) && last) last[1] += ` ${line.trim()}`
    else if (colon > 0) headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()])
  }
  return { first, headers, end: start + blank.index + blank[0].length }
}

export function valueOf(headers: Head['headers'], name: string): string | null {
  return headers.find(([one]) => one.toLowerCase() === name)?.[1] ?? null
}

function afterBlank(bytes: Uint8Array, from: number): number {
  let at = from
  while (bytes[at] === 0x0d || bytes[at] === 0x0a) at++
  return at
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')

/** Not packed: a zip file packs it, and a program that knows neither can read it. */
export function writeWarc(records: readonly WarcRecord[]): Uint8Array {
  const line = (name: string, value: string): string => `${name}: ${value.replace(/[\r\n]/gu, ' ')}\r\n`
  return Buffer.concat(
    records.flatMap(({ type, headers, content }) => [
      Buffer.from(
        [
          'WARC/1.1\r\n',
          line('WARC-Type', type),
          ...headers.map(([name, value]) => line(name, value)),
          line('Content-Length', String(content.length)),
          '\r\n',
        ].join(''),
      ),
      content,
      Buffer.from('\r\n\r\n'),
    ]),
  )
}
