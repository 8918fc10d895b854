/** Files, standard input, and what a path is. Nothing but regular files is opened (a pipe may block for ever); what is checked is what was opened. */
import { constants, type Stats } from 'node:fs'
import { type FileHandle, open, realpath, stat, readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import type { Fetcher, FetchOutcome, Disk, Look } from '../ports/fetcher.js'
import type { Store } from '../ports/store.js'
import { bytesInWords } from '../text/bytes-in-words.js'
import { isBelow } from '../text/is-below.js'
import { errorCode, readingTrouble } from '../text/system-error.js'

export type FileLimits = {
  readonly maxBytes: number
}

export function fileFetcher(limits: FileLimits): Fetcher {
  return { fetch: (location, within) => readPath(location, within ?? null, limits.maxBytes) }
}

/** Standard input, or any stream: read once, to its end or the limit. */
export function streamFetcher(stream: Readable, limits: FileLimits): Fetcher {
  let whole: Promise<FetchOutcome> | null = null
  return { fetch: () => (whole ??= readStream(stream, limits.maxBytes)) }
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'application/xhtml+xml',
  '.txt': 'text/plain',
  '.md': 'text/plain',
}

/** Web archives hold pictures and scripts beside the page. */
const archives = /\.(?:warc|warc\.gz|mht|mhtml)$/iu
const archiveFactor = 10

const notRegular = 'this is a pipe, socket or device, not a file; give a saved page.'

async function readPath(location: string, within: string | null, maxBytes: number): Promise<FetchOutcome> {
  let handle: FileHandle | null = null
  try {
    // O_NONBLOCK: opening a pipe does not wait for a writer. O_NOCTTY: nor does opening a terminal make it ours.
    handle = await open(location, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY)
    const opened = await handle.stat()
    if (opened.isDirectory()) return failed('is-folder', 'this is a folder; name the files in it.')
    if (!opened.isFile()) return failed('not-regular', notRegular)
    if (within !== null && !(await liesIn(within, location, opened)))
      return failed(
        'outside-folder',
        'it is a link that leads out of its folder, which is not followed; copy the file there, or give it as an argument of its own.',
      )
    const most = archives.test(location) ? maxBytes * archiveFactor : maxBytes
    if (opened.size > most) return tooLarge(opened.size, most)
    const mediaType = mediaTypes[path.extname(location).toLowerCase()] ?? null
    return await readStream(handle.createReadStream({ autoClose: false }), most, mediaType)
  } catch (error) {
    const code = errorCode(error)
    if (code === null) throw error
    // A socket cannot be opened at all.
    if (code === 'ENXIO') return failed('not-regular', notRegular)
    if (code === 'ENOENT' || code === 'ENOTDIR') return failed('not-found', missing(location))
    return failed('unreadable-file', `the file ${readingTrouble(code)}; check the file and its permissions.`)
  } finally {
    await handle?.close()
  }
}

/** Where the path leads must lie in the folder, and must be the very file that was opened. */
async function liesIn(folder: string, location: string, opened: Stats): Promise<boolean> {
  const [whole, place] = await Promise.all([realpath(folder), realpath(location)])
  if (!isBelow(whole, place)) return false
  const there = await stat(place)
  return there.ino === opened.ino && there.dev === opened.dev
}

/** A file, too, may grow while it is read. */
async function readStream(
  stream: Readable,
  maxBytes: number,
  mediaType: string | null = null,
): Promise<FetchOutcome> {
  const chunks: Uint8Array[] = []
  let total = 0
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array | string>) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      total += bytes.length
      if (total > maxBytes) {
        stream.destroy()
        return tooLarge(total, maxBytes)
      }
      chunks.push(bytes)
    }
  } catch (error) {
    const code = errorCode(error)
    if (code === null) throw error
    return failed('unreadable-file', `the input ${readingTrouble(code)}; give the page as a file.`)
  }
  return { state: 'read', url: null, mediaType, charset: null, bytes: Buffer.concat(chunks), fetchedAt: null }
}

function failed(code: string, message: string): FetchOutcome {
  return { state: 'failed', code, message, transient: false }
}

function tooLarge(size: number, maxBytes: number): FetchOutcome {
  return failed(
    'too-large',
    `the file is larger than the limit of ${bytesInWords(maxBytes)} (${bytesInWords(size)} or more); save the article alone, or raise SYNOPTIC_MAX_BYTES.`,
  )
}

/** A path that looks like a web address was most likely meant as one. */
function missing(location: string): string {
  const looksLikeHost =
    /^(?:www\.|[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,5}\.(?:com|org|net|co|news|info|uk|eu|example)\/)/iu
  return looksLikeHost.test(location)
    ? 'no such file; if this is a web address, start it with https://.'
    : 'no such file; check the spelling and the folder you are in.'
}

export function storeFetcher(store: Store): Fetcher {
  return {
    async fetch(location) {
      const content = await store.content(location)
      if (!content) return failed('content-gone', 'its bytes are no longer in the store; submit them again.')
      return { ...content, state: 'read', url: null, charset: null, fetchedAt: null }
    },
  }
}

export function localDisk(): Disk {
  return { look }
}

async function look(location: string): Promise<Look> {
  try {
    if (!(await stat(location)).isDirectory()) return { kind: 'file' }
    const entries = await readdir(location, { withFileTypes: true })
    const members = await Promise.all(
      entries.map(async (entry) =>
        entry.isDirectory() || (entry.isSymbolicLink() && (await isFolder(path.join(location, entry.name))))
          ? []
          : [entry.name],
      ),
    )
    return { kind: 'folder', members: members.flat() }
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' }
    return { kind: 'unreadable', why: readingTrouble(code) }
  }
}

/** A link that leads nowhere counts as a file: reading it will then say so. */
async function isFolder(location: string): Promise<boolean> {
  try {
    return (await stat(location)).isDirectory()
  } catch (error) {
    if (errorCode(error) === null) throw error
    return false
  }
}
