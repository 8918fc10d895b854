/** Pages as records of a WARC file: request and response where one was asked for, else the bytes as a resource. */
import path from 'node:path'
import type { RawPage } from '../model/raw-page.js'
import { sha256 } from '../text/hash.js'
import type { WarcRecord } from '../text/warc.js'

export type KeptPage = Extract<RawPage, { readonly state: 'read' }>

export function warcRecords(pages: readonly KeptPage[], program: string, at: string): readonly WarcRecord[] {
  const info = `software: ${program}\r\nformat: WARC File Format 1.1\r\ndescription: pages as they were read for a comparison\r\n`
  const kept = new Map(pages.map((page) => [`${addressOf(page)} ${page.sha256}`, page]))
  return [
    record('warcinfo', [], Buffer.from(info), at, 'application/warc-fields'),
    ...[...kept.values()].flatMap((page) => recordsOf(page, at)),
  ]
}

/** A file has no address; its name and hash tell it from others. */
function addressOf({ url, source, sha256: hash }: KeptPage): string {
  return url ?? `file:///${hash.slice(0, 12)}/${encodeURIComponent(path.basename(source.name))}`
}

function recordsOf(page: KeptPage, at: string): readonly WarcRecord[] {
  const body = Buffer.from(page.bytes, 'base64')
  const target = ['WARC-Target-URI', addressOf(page)] as const
  const digest = ['WARC-Payload-Digest', `sha256:${page.sha256}`] as const
  const time = page.fetchedAt ?? at
  const { exchange } = page
  if (!exchange) {
    const type = page.mediaType === 'html' ? 'text/html' : 'text/plain'
    const contentType = page.charset === null ? type : `${type}; charset=${page.charset}`
    return [record('resource', [target, digest], body, time, contentType)]
  }
  const status = `HTTP/1.1 ${exchange.status} ${exchange.status === 200 ? 'OK' : 'Non-Authoritative Information'}`
  const answer = Buffer.concat([message(status, answered(exchange.response, body.length)), body])
  const response = record('response', [target, digest], answer, time, 'application/http; msgtype=response')
  const { pathname, search, host } = new URL(addressOf(page))
  const asked = message(`GET ${pathname}${search} HTTP/1.1`, [['host', host], ...exchange.request])
  const about = ['WARC-Concurrent-To', idOf(response)] as const
  return [response, record('request', [target, about], asked, time, 'application/http; msgtype=request')]
}

type Fields = WarcRecord['headers']

/** The bytes are kept unpacked and whole: fields that say otherwise are kept under another name. */
function answered(fields: Fields, length: number): Fields {
  return [
    ...fields.map(
      ([name, value]) =>
        [
          /^(?:content-encoding|transfer-encoding|content-length)$/iu.test(name)
            ? `x-archive-orig-${name}`
            : name,
          value,
        ] as const,
    ),
    ['content-length', String(length)],
  ]
}

function message(first: string, fields: Fields): Buffer {
  const lines = fields.map(([name, value]) => `${name}: ${value.replace(/[\r\n]/gu, ' ')}`)
  return Buffer.from(`${[first, ...lines].join('\r\n')}\r\n\r\n`)
}

function record(
  type: string,
  fields: Fields,
  content: Uint8Array,
  time: string,
  contentType: string,
): WarcRecord {
  const block = sha256(content)
  const date = time.replace(/\.\d+Z$/u, 'Z')
  const hex = sha256(JSON.stringify([type, fields, block, date]))
  const id = `<urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}>`
  return {
    type,
    headers: [
      ['WARC-Record-ID', id],
      ['WARC-Date', date],
      ...fields,
      ['WARC-Block-Digest', `sha256:${block}`],
      ['Content-Type', contentType],
    ],
    content,
  }
}

export function idOf({ headers }: WarcRecord): string {
  return headers.find(([name]) => name === 'WARC-Record-ID')?.[1] ?? ''
}
