/**
 * Normalize: from bytes to an article whose text never changes again.
 *
 * In:    a RawPage.
 * Out:   an Article; a lost page becomes an unreadable article, so that it keeps its place in the report.
 * Never: lets anybody else see a DOM, fetches anything, or edits the text after spans were made.
 */
import type { Article } from '../model/article.js'
import type { RawPage } from '../model/raw-page.js'
import { decodeHtml, decodeText, replaceUnsafe } from './decode.js'
import { readHtmlPage } from './html-page.js'
import { detectLanguage } from './metadata/language.js'
import { readTextFile } from './text-file.js'
import { buildText } from './text.js'
import { emptyArticle, lostArticle } from './unreadable.js'

type ReadPage = Extract<RawPage, { state: 'read' }>

export function normalize(page: RawPage): Article {
  if (page.state === 'lost') return lostArticle(page)
  return page.mediaType === 'html' ? htmlArticle(page) : textArticle(page)
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

function bytesOf(page: ReadPage): Uint8Array {
  return Buffer.from(page.bytes, 'base64')
}
