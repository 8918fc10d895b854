/** Runs normalize in this thread: for tests, and for callers that already run in a killable process. */
import type { Article } from '../model/article.js'
import type { RawPage } from '../model/raw-page.js'
import type { Normalizer } from '../ports/normalizer.js'

export function inlineNormalizer(normalize: (page: RawPage) => Article): Normalizer {
  return {
    normalize: (page) => Promise.resolve(normalize(page)),
    close: () => Promise.resolve(),
  }
}
