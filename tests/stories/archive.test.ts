import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Fetchers } from '../../src/ingest/ingest.js'
import { skimPage } from '../../src/pipeline.js'
import { groupIntoStories, openArchive, rulingsOf } from '../../src/pool/pooled.js'
import type { FetchOutcome } from '../../src/ports/fetcher.js'
import { newsroom, storyNames } from './newsroom.js'

function warc(): Uint8Array {
  return Buffer.concat(
    Object.entries(newsroom).map(([name, text]) => {
      const body = `HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}`
      const head = [
        'WARC/1.0',
        'WARC-Type: response',
        `WARC-Record-ID: <urn:uuid:${name}>`,
        'WARC-Date: 2025-03-05T00:00:00Z',
        `WARC-Target-URI: https://paper.example/${name}`,
        'Content-Type: application/http; msgtype=response',
        `Content-Length: ${Buffer.byteLength(body)}`,
      ]
      return gzipSync(`${head.join('\r\n')}\r\n\r\n${body}\r\n\r\n`)
    }),
  )
}

function fetchersOf(bytes: Uint8Array): Fetchers {
  const outcome: FetchOutcome = {
    state: 'read',
    url: null,
    mediaType: null,
    charset: null,
    bytes,
    fetchedAt: null,
  }
  const fetcher = { fetch: () => Promise.resolve(outcome) }
  return { url: fetcher, file: fetcher, stdin: fetcher }
}

test('the pages of a web archive are told apart by story, each once', async () => {
  const pages = await openArchive('week.warc.gz', { fetchers: fetchersOf(warc()) })
  const { stories } = groupIntoStories(pages.map(skimPage), rulingsOf([]), () => undefined)
  const found = stories.map(({ members }) => members.map(({ source }) => source.split('/').at(-1) ?? ''))
  expect(found.flat().sort()).toEqual(Object.keys(newsroom).sort())
  for (const names of found) expect(new Set(names.map(storyNames)).size).toBe(1)
  expect(found.length).toBe(4)
})

test('what is no web archive is one source that is lost, with the reason', async () => {
  const pages = await openArchive('week.warc', { fetchers: fetchersOf(Buffer.from('no archive')) })
  expect(pages.map(({ state }) => state)).toEqual(['lost'])
  expect(pages[0]?.issues[0]?.message).toContain('no WARC file')
})
