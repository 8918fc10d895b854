/** Reads bytes that the store holds (uploads, files of a batch) for the Fetcher port. */
import type { Fetcher } from '../ports/fetcher.js'
import type { Store } from '../ports/store.js'

export function storeFetcher(store: Store): Fetcher {
  return {
    async fetch(location) {
      const content = await store.content(location)
      if (!content)
        return {
          state: 'failed',
          code: 'content-gone',
          message: 'its bytes are no longer in the store; submit them again.',
          transient: false,
        }
      return {
        state: 'read',
        url: null,
        mediaType: content.mediaType,
        charset: null,
        bytes: content.bytes,
        fetchedAt: null,
      }
    },
  }
}
