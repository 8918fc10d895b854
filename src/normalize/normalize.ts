/**
 * Normalize: from bytes to an article whose text never changes again.
 *
 * In:    a RawPage.
 * Out:   an Article; a lost page becomes an unreadable article, so that it keeps its place in the report.
 * Never: lets anybody else see a DOM, fetches anything, or edits the text after spans were made.
 */
import { bearsClaims, type Article } from '../model/article.js'
import { transferCut, type RawPage } from '../model/raw-page.js'
import { sniff } from '../text/sniff.js'
import { decodeHtml, decodeText, replaceUnsafe } from './decode.js'
import { readHtmlPage } from './html-page.js'
import {
  completenessIssues,
  correctionIssues,
  jsonLdIssues,
  languageIssues,
  noscriptIssue,
  opinionIssues,
} from './issues.js'
import { creditOf } from './metadata/credit.js'
import { detectLanguage } from './metadata/language.js'
import { readTextFile, buildText } from './text-file.js'
import { emptyArticle, lostArticle, unreadableArticle } from './unreadable.js'

type ReadPage = Extract<RawPage, { state: 'read' }>

export function normalize(page: RawPage): Article {
  if (page.state === 'lost') return lostArticle(page)
  const bytes = Buffer.from(page.bytes, 'base64')
  const seen = sniff(bytes)
  if (seen.kind === 'empty')
    return unreadableArticle(page, 'empty', 'the file is empty; give one that holds the article.')
  if (seen.kind === 'binary')
    return unreadableArticle(
      page,
      'not-text',
      `the file is ${seen.what}, no text or HTML; save the article as a page or as text.`,
    )
  const article = page.mediaType === 'html' ? htmlArticle(page, bytes) : textArticle(page, bytes)
  return page.issues.some(({ code }) => code === transferCut) ? truncated(article) : article
}

/** Of a transfer that broke off: what its text says of itself may look whole. */
function truncated(article: Article): Article {
  const { state, reasons } = article.completeness
  if (state === 'unreadable') return article
  return { ...article, completeness: { state: 'truncated', reasons: [transferCut, ...reasons] } }
}

function htmlArticle(page: ReadPage, bytes: Uint8Array): Article {
  const { metadata, credit, blocks, removed, choice, fromNoscript, assessment } = readHtmlPage(
    decodeHtml(bytes, page.charset),
    page.source,
    page.url,
  )
  const { completeness, findings } = assessment
  const readable = completeness.state !== 'unreadable'
  const built = readable ? buildText(metadata.headline, safe(blocks)) : buildText(null, [])
  const language = detectLanguage(built.text, metadata.declaredLanguage)
  const start = emptyArticle(page)
  const about = { source: start.source, article: start.id }
  return {
    ...start,
    ...built,
    url: metadata.url,
    outlet: metadata.outlet,
    bylines: metadata.bylines,
    publishedAt: start.publishedAt ?? metadata.publishedAt,
    modifiedAt: metadata.modifiedAt,
    credit,
    section: metadata.section,
    language,
    completeness,
    removed: readable
      ? removed
      : [...removed, ...blocks.map(({ text }) => ({ rule: 'unreadable-page', text }))],
    issues: [
      ...page.issues,
      ...completenessIssues(about, findings),
      ...(readable ? opinionIssues(about, choice) : []),
      ...(readable && fromNoscript ? [noscriptIssue(about)] : []),
      ...jsonLdIssues(about, metadata.jsonLd.broken),
      ...languageIssues(about, language, built.text),
      ...correctionIssues(about, built, removed),
    ],
  }
}

function textArticle(page: ReadPage, bytes: Uint8Array): Article {
  const { imprint, ...built } = readTextFile(decodeText(bytes, page.charset))
  if (built.blocks.length === 0)
    return unreadableArticle(page, 'empty', 'the file holds no text; give one that holds the article.')
  const start = emptyArticle(page, imprint.outlet)
  const about = { source: start.source, article: start.id }
  const language = detectLanguage(built.text, null)
  const texts = built.blocks
    .filter(({ kind }) => bearsClaims(kind))
    .map(({ start: from, end }) => built.text.slice(from, end))
  const { bylines } = imprint
  return {
    ...start,
    ...built,
    bylines,
    publishedAt: start.publishedAt ?? imprint.publishedAt,
    credit:
      imprint.credit ??
      creditOf({
        article: null,
        bylines,
        outlet: start.outlet.name,
        texts: texts.slice(built.headline ? 1 : 0),
      }),
    language,
    issues: [
      ...page.issues,
      ...languageIssues(about, language, built.text),
      ...correctionIssues(about, built),
    ],
  }
}

/** Entities can write what decoding has replaced already. */
function safe<T extends { readonly text: string }>(blocks: readonly T[]): T[] {
  return blocks.map((block) => ({ ...block, text: replaceUnsafe(block.text) }))
}
