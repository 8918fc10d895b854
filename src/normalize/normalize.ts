/**
 * Normalize: from bytes to an article whose text never changes again.
 *
 * In:    a RawPage.
 * Out:   an Article; a lost page becomes an unreadable article, so that it keeps its place in the report.
 * Never: lets anybody else see a DOM, fetches anything, or edits the text after spans were made.
 */
import type { Article } from '../model/article.js'
import type { RawPage } from '../model/raw-page.js'
import { contentId } from '../text/hash.js'
import { decodeHtml, decodeText, replaceUnsafe } from './decode.js'
import { readHtmlPage } from './html-page.js'
import { detectLanguage } from './metadata/language.js'
import { outletOf } from './metadata/outlet.js'
import { readTextFile } from './text-file.js'
import { buildText } from './text.js'

type ReadPage = Extract<RawPage, { state: 'read' }>

export function normalize(page: RawPage): Article {
  if (page.state === 'lost') return lostArticle(page)
  return page.mediaType === 'html' ? htmlArticle(page) : textArticle(page)
}

/** An article without text, for a source that gave none: it says why and keeps its place. */
function lostArticle(page: RawPage): Article {
  return {
    ...emptyArticle(page),
    completeness: { state: 'unreadable', reasons: ['fetch-failed'] },
  }
}

function htmlArticle(page: ReadPage): Article {
  const read = readHtmlPage(decodeHtml(bytesOf(page), page.charset), page.source, page.url)
  const built = buildText(
    read.metadata.headline,
    read.blocks.map(({ kind, text }) => ({ kind, text: replaceUnsafe(text) })),
  )
  return {
    ...emptyArticle(page),
    ...built,
    url: read.metadata.url,
    outlet: read.metadata.outlet,
    bylines: read.metadata.bylines,
    publishedAt: read.metadata.publishedAt,
    modifiedAt: read.metadata.modifiedAt,
    language: detectLanguage(built.text, read.metadata.declaredLanguage),
    removed: read.removed,
  }
}

function textArticle(page: ReadPage): Article {
  const built = readTextFile(decodeText(bytesOf(page), page.charset))
  return { ...emptyArticle(page), ...built, language: detectLanguage(built.text, null) }
}

function emptyArticle(page: RawPage): Article {
  const { source } = page
  return {
    id: contentId('a', page.state === 'read' ? page.sha256 : source.name),
    source: source.name,
    url: page.url,
    outlet: outletOf({
      given: source.outlet,
      article: null,
      meta: new Map(),
      url: page.url,
      sourceName: source.name,
    }),
    headline: null,
    bylines: [],
    publishedAt: null,
    modifiedAt: null,
    language: 'und',
    sha256: page.state === 'read' ? page.sha256 : null,
    fetchedAt: page.fetchedAt,
    credit: null,
    text: '',
    blocks: [],
    completeness: { state: 'complete', reasons: [] },
    removed: [],
    issues: page.issues,
  }
}

function bytesOf(page: ReadPage): Uint8Array {
  return Buffer.from(page.bytes, 'base64')
}
