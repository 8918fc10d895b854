/** Runs the normalize stage where it can be killed: hostile pages must cost no more than their time and memory limit. */
import type { Article } from '../model/article.js'
import type { RawPage } from '../model/raw-page.js'

export interface Normalizer {
  /**
   * Never rejects for content: a page that is too slow or too big comes back as an unreadable article. Rejects when it is
   * closed meanwhile, which says nothing of the page.
   */
  normalize(page: RawPage): Promise<Article>
  close(): Promise<void>
}
