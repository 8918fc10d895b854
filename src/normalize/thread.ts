/**
 * Entry of the normalizing thread: a page in, an article out, nothing else crosses.
 * A page that makes normalize throw is answered with the error's message; one that takes too long or too much memory costs the
 * thread, which its owner replaces.
 */
import { parentPort } from 'node:worker_threads'
import type { Article } from '../model/article.js'
import type { RawPage } from '../model/raw-page.js'
import { normalize } from './normalize.js'

parentPort?.on('message', (page: RawPage) => {
  parentPort?.postMessage(answer(page))
})

function answer(page: RawPage): { readonly article: Article } | { readonly failure: string } {
  try {
    return { article: normalize(page) }
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) }
  }
}
