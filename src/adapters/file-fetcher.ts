/** Reads files from disk for the Fetcher port. */
import { readFile } from 'node:fs/promises'
import type { Fetcher } from '../ports/fetcher.js'

export function fileFetcher(): Fetcher {
  return {
    async fetch(location) {
      const bytes = await readFile(location)
      const mediaType = /\.html?$/iu.test(location) ? 'text/html' : 'text/plain'
      return { state: 'read', url: null, mediaType, charset: null, bytes, fetchedAt: null }
    },
  }
}
