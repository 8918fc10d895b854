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
import { readTextFile, buildText } from './text-file.js'
import { emptyArticle, lostArticle, unreadableArticle } from './unreadable.js'
import { isUtf8 } from 'node:buffer'
import htmlEncodingSniffer from 'html-encoding-sniffer'
import { francAll } from 'franc-min'

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
    modifiedAt: imprint.changedAt,
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

// ---- decode

/** Encodings whose bytes are no text in themselves: their own marks or escapes tell them. */
const MARKED = /^(?:utf-(?:8|16(?:le|be)?)|iso-2022-\w+|replacement)$/iu

/** Byte order mark, transport, `<meta>`, UTF-8: the order of the HTML standard; what the bytes refute is not believed. */
export function decodeHtml(bytes: Uint8Array, charset: string | null): string {
  return decodeAs(bytes, checkAgainstBytes(bytes, encodingOf(bytes, charset)))
}

/** The same without `<meta>`. */
export function decodeText(bytes: Uint8Array, charset: string | null): string {
  return decodeAs(bytes, checkAgainstBytes(bytes, encodingOf(bytes.subarray(0, 3), charset)))
}

/** U+0000 and lone surrogates to U+FFFD; the length stays the same. */
function replaceUnsafe(text: string): string {
  return text.replace(/[\u0000\p{Surrogate}]/gu, '\uFFFD')
}

function encodingOf(bytes: Uint8Array, charset: string | null): string {
  return htmlEncodingSniffer(bytes, {
    ...(charset === null ? {} : { transportLayerEncodingLabel: charset }),
    defaultEncoding: 'UTF-8',
  })
}

/**
 * Declared in an older encoding, but valid UTF-8 with characters beyond ASCII: it is UTF-8 (a page saved by a browser keeps
 * its old declaration, and no text in such an encoding is UTF-8 by chance). Declared or taken for UTF-8, but mostly invalid beyond ASCII: it is windows-1252.
 */
function checkAgainstBytes(bytes: Uint8Array, encoding: string): string {
  if (!MARKED.test(encoding)) return isUtf8(bytes) ? 'UTF-8' : encoding
  if (encoding !== 'UTF-8' || isUtf8(bytes)) return encoding
  const decoded = new TextDecoder('utf-8').decode(bytes)
  const broken = decoded.match(/\uFFFD/gu)?.length ?? 0
  const beyondAscii = decoded.match(/[^\u0000-\u007F]/gu)?.length ?? 0
  return broken * 2 > beyondAscii ? 'windows-1252' : 'UTF-8'
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  const decoded = new TextDecoder(supported(encoding)).decode(bytes)
  const text = encoding === 'windows-1252' ? decoded.replace(/[\u0080-\u009F]/gu, fromWindows1252) : decoded
  return replaceUnsafe(text.replace(/^\uFEFF+/u, ''))
}

/** `replacement` and `x-user-defined` are names of the standard that TextDecoder refuses. */
function supported(encoding: string): string {
  return /^(?:replacement|x-user-defined)$/iu.test(encoding) ? 'utf-8' : encoding
}

/** Bytes 0x80 to 0x9F of windows-1252 in order (WHATWG index); Node 20 decodes them as controls. */
const WINDOWS_1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178'

function fromWindows1252(control: string): string {
  return WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80)
}

// ---- language

/** Commonest English words (Brown corpus ranks) that no other Latin-script language of franc-min writes as common words. */
const ENGLISH: ReadonlySet<string> = new Set(
  (
    'the and to that with for from by she his her they their have has which would were are be been this it its not ' +
    'but said who will after at when there than into about could out what more you we new against'
  ).split(' '),
)
/** English news lies above .15 in 996 of 1,000 passages of 200 characters; other languages stay below .05. */
const ENGLISH_SHARE = 0.15
const ENOUGH_WORDS = 8

/** Below so many letters a declaration counts more than a guess. */
const ENOUGH_LETTERS = 80
/** More text adds nothing but time. */
const MAX_LENGTH = 6000

/** ISO 639-3 codes that have no two-letter code of their own but belong to a language that has. */
const MACRO: Readonly<Record<string, string>> = { zlm: 'ms', prs: 'fa', pes: 'fa', cmn: 'zh', arb: 'ar' }

export function detectLanguage(text: string, declared: string | null): string {
  const sample = text.slice(0, MAX_LENGTH)
  if (isEnglish(sample)) return 'en'
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const stated = primary(declared)
  if (letters < ENOUGH_LETTERS && stated !== null) return stated
  const ranked = francAll(sample)
    .slice(0, CLOSE)
    .map(([code]) => twoLetters(code))
  if (stated !== null && stated !== 'en' && ranked.includes(stated)) return stated
  return ranked[0] === undefined || ranked[0] === 'und' ? (stated ?? 'und') : ranked[0]
}

/** Neighbouring languages change places in short texts: among so many first guesses the declared one is believed. */
const CLOSE = 3

function twoLetters(code: string): string {
  return MACRO[code] ?? (code === 'und' ? code : (primary(Intl.getCanonicalLocales(code)[0] ?? '') ?? code))
}

function isEnglish(sample: string): boolean {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  const english = words.filter((word) => ENGLISH.has(word)).length
  return words.length >= ENOUGH_WORDS && english / words.length >= ENGLISH_SHARE
}

function primary(tag: string | null): string | null {
  return /^([a-z]{2,3})(?:[-_]|$)/iu.exec(tag?.trim() ?? '')?.[1]?.toLowerCase() ?? null
}
