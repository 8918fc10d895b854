/** The article of a source that gave no text: it keeps its place, so that nothing is ever taken to be left out by it. */
import type { Article } from '../model/article.js'
import type { RawPage } from '../model/raw-page.js'
import { contentId } from '../text/hash.js'
import { outletOf } from './metadata/outlet.js'

/** An article without text and judgement: what is known before the bytes are read, and the outlet that a text names. */
export function emptyArticle(page: RawPage, named: string | null = null): Article {
  const { source, url } = page
  return {
    id: contentId('a', page.state === 'read' ? page.sha256 : source.name),
    source: source.name,
    url,
    outlet: outletOf({
      given: source.outlet ?? named,
      article: null,
      meta: new Map(),
      url,
      sourceName: source.name,
    }),
    headline: null,
    bylines: [],
    publishedAt: source.publishedAt ?? null,
    modifiedAt: null,
    language: 'und',
    sha256: page.state === 'read' ? page.sha256 : null,
    fetchedAt: page.fetchedAt,
    credit: null,
    section: null,
    text: '',
    blocks: [],
    completeness: { state: 'complete', reasons: [] },
    removed: [],
    issues: page.issues,
  }
}

/** For a page that never came: ingest has said why. */
export function lostArticle(page: RawPage): Article {
  return { ...emptyArticle(page), completeness: { state: 'unreadable', reasons: ['fetch-failed'] } }
}

/** For a page that came and could not be read. `message` is the sentence after the source's name. */
export function unreadableArticle(page: RawPage, code: string, message: string): Article {
  const article = emptyArticle(page)
  return {
    ...article,
    completeness: { state: 'unreadable', reasons: [code] },
    issues: [
      ...page.issues,
      {
        code,
        severity: 'error',
        stage: 'normalize',
        source: page.source.name,
        article: article.id,
        message: `${page.source.name}: ${message}`,
      },
    ],
  }
}
