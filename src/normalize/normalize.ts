/**
 * Normalize: from bytes to an article whose text never changes again.
 *
 * In:    a RawPage.
 * Out:   an Article; a lost page becomes an unreadable article, so that it keeps its place in the report.
 * Never: lets anybody else see a DOM, fetches anything, or edits the text after spans were made.
 */
import type { Article, Block } from '../model/article.js'
import type { RawPage } from '../model/raw-page.js'
import { contentId } from '../text/hash.js'

export function normalize(page: RawPage): Article {
  const text =
    page.state === 'read'
      ? Buffer.from(page.bytes, 'base64')
          .toString('utf8')
          .replace(/^\uFEFF/u, '')
      : ''
  const blocks: Block[] = [...text.matchAll(/[^\n]+(?:\n[^\n]+)*/gu)].map((match) => ({
    kind: 'paragraph',
    start: match.index,
    end: match.index + match[0].length,
  }))
  const name = page.source.outlet ?? page.source.name
  return {
    id: contentId('a', page.state === 'read' ? page.sha256 : page.source.name),
    source: page.source.name,
    url: page.url,
    outlet: { id: name, name },
    headline: null,
    bylines: [],
    publishedAt: null,
    modifiedAt: null,
    language: 'en',
    sha256: page.state === 'read' ? page.sha256 : null,
    fetchedAt: page.fetchedAt,
    credit: null,
    text,
    blocks,
    completeness:
      page.state === 'read'
        ? { state: 'complete', reasons: [] }
        : { state: 'unreadable', reasons: ['fetch-failed'] },
    removed: [],
    issues: page.issues,
  }
}
