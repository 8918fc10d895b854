/** What the page says of itself: headline, outlet, bylines, times, section, address; null or empty where it states nothing. */
import type { Source } from '../../model/source.js'
import { draftBlocks } from '../blocks.js'
import { attribute, descendants, nodeText, type PageNode, type ParsedPage } from '../page-tree.js'
import { bylinesOf } from './bylines.js'
import { isoDate } from './dates.js'
import { headings, headlineOf } from './headline.js'
import {
  articleNode,
  readJsonLd,
  strings,
  type JsonLd,
  type JsonLdNode,
  allMeta,
  readMeta,
  type MetaTags,
  firstMeta,
} from './json-ld.js'
import { printedDates, visibleChanges, visibleDates } from './visible-date.js'
import { outletOf, type Outlet } from './outlet.js'

export type Metadata = {
  readonly headline: string | null
  readonly outlet: Outlet
  readonly bylines: readonly string[]
  readonly publishedAt: string | null
  readonly modifiedAt: string | null
  readonly section: string | null
  readonly url: string | null
  readonly declaredLanguage: string | null
  readonly jsonLd: JsonLd
  readonly article: JsonLdNode | null
  readonly meta: MetaTags
  /** What the page says its article tells, in the order in which it is to be believed. */
  readonly descriptions: readonly string[]
}

const PUBLISHED =
  'article:published_time article:published:time og:published_time og:article:published_time article:published datepublished date pubdate publishdate publish-date parsely-pub-date sailthru.date dc.date.issued dc.date dcterms.created dcterms.date cxenseparse:recs:publishtime'.split(
    ' ',
  )
const MODIFIED =
  'article:modified_time article:modified:time og:article:modified_time og:updated_time datemodified lastmod last-modified dcterms.modified dc.date.modified'.split(
    ' ',
  )

export function readMetadata(page: ParsedPage, source: Source, fetched: string | null): Metadata {
  const { root, title } = page
  const jsonLd = readJsonLd(page.jsonLd)
  const meta = readMeta(page.metas)
  const titles = [title, ...allMeta(meta, ['og:title']), ...headings(root)]
  const article = articleNode(jsonLd, titles)
  const blocks = draftBlocks(root)
  const url = addressOf(page.links, article, meta, fetched)
  const outlet = outletOf({
    given: source.outlet,
    article,
    meta,
    url,
    sourceName: source.name,
    title,
    headings: headings(root),
  })
  return {
    headline: headlineOf(root, article, meta, title, outlet.name),
    outlet,
    bylines: bylinesOf(article, meta, root, blocks, outlet.name, url),
    publishedAt: asPrinted(
      firstDate([...strings(article?.['datePublished']), ...allMeta(meta, PUBLISHED)]) ??
        firstDate([...itemTimes(root, 'datePublished'), ...timeElements(root)]) ??
        firstDate(visibleDates(blocks)),
      printedDates(blocks),
    ),
    modifiedAt: asPrinted(
      firstDate([...strings(article?.['dateModified']), ...allMeta(meta, MODIFIED)]) ??
        firstDate(itemTimes(root, 'dateModified')) ??
        firstDate(visibleChanges(blocks)),
      visibleChanges(blocks),
    ),
    section: sectionOf(article, meta),
    url,
    declaredLanguage: page.language,
    jsonLd,
    article,
    meta,
    descriptions: [
      ...strings(article?.['description']),
      ...allMeta(meta, ['og:description', 'description', 'twitter:description']),
    ],
  }
}

function firstDate(candidates: readonly string[]): string | null {
  for (const candidate of candidates) {
    const date = isoDate(candidate)
    if (date !== null) return date
  }
  return null
}

/** What elements marked with the property state: as machine-readable time, as content, or in words. */
function itemTimes(root: PageNode, property: string): string[] {
  const times: string[] = []
  for (const node of descendants(root)) {
    if (!attribute(node, 'itemprop').split(/\s+/u).includes(property)) continue
    times.push(node.attributes.get('datetime') ?? node.attributes.get('content') ?? nodeText(node))
  }
  return times
}

/** The first time element of the page that has a machine-readable time. */
function timeElements(root: PageNode): string[] {
  for (const node of descendants(root)) {
    const time = node.tag === 'time' ? attribute(node, 'datetime') : ''
    if (time !== '') return [time]
  }
  return []
}

const NAMES = [
  'article:section',
  'og:article:section',
  'articlesection',
  'parsely-section',
  'dc.subject.section',
]
const MAX_LENGTH = 60

function sectionOf(article: JsonLdNode | null, meta: MetaTags): string | null {
  const candidates = [...strings(article?.['articleSection']), ...allMeta(meta, NAMES)]
  return candidates.map(cleaned).find(isName) ?? null
}

function cleaned(value: string): string {
  return value.replace(/\s+/gu, ' ').trim()
}

function isName(value: string): boolean {
  return value.length <= MAX_LENGTH && /\p{L}/u.test(value) && !/^(?:[a-z]+:)?\/\/|^\//iu.test(value)
}

function addressOf(
  links: readonly ReadonlyMap<string, string>[],
  article: JsonLdNode | null,
  meta: MetaTags,
  fetched: string | null,
): string | null {
  const stated = [canonicalLink(links), firstMeta(meta, ['og:url']), ...statedIds(article)]
  for (const candidate of stated) {
    const url = webAddress(candidate, fetched)
    if (url !== null && (fetched === null || !isFrontPage(url) || isFrontPage(fetched))) return url
  }
  return webAddress(fetched, null)
}

function canonicalLink(links: readonly ReadonlyMap<string, string>[]): string | null {
  for (const link of links)
    if (/(?:^|\s)canonical(?:\s|$)/iu.test(link.get('rel') ?? '')) return link.get('href') ?? null
  return null
}

function statedIds(article: JsonLdNode | null): string[] {
  if (article === null) return []
  return [...strings(article['url']), ...strings(article['mainEntityOfPage'])]
}

/** Absolute http(s) address without user name and password, else null. */
function webAddress(candidate: string | null, base: string | null): string | null {
  if (candidate === null || candidate.trim() === '' || !URL.canParse(candidate.trim(), base ?? undefined))
    return null
  const url = new URL(candidate.trim(), base ?? undefined)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  url.username = ''
  url.password = ''
  return url.href
}

function isFrontPage(address: string): boolean {
  const url = new URL(address)
  return url.pathname === '/' && url.search === ''
}

const IN_UTC = /(?:Z|[+-]00:00)$/u
const CLOCK = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})/u
const MINUTE = 60_000
/** Offsets of inhabited places are whole or half hours, but for three; by these limits. Minutes. */
const STEP = 30
const EAST = 14 * 60
const WEST = -12 * 60

function asPrinted(stated: string | null, printed: readonly string[]): string | null {
  if (stated === null || !IN_UTC.test(stated)) return stated
  for (const text of printed) {
    const clock = CLOCK.exec(isoDate(text) ?? '')?.[1]
    if (clock === undefined) continue
    const offset = Math.round(
      (Date.parse(`${clock}:00Z`) - Date.parse(`${stated.slice(0, 16)}:00Z`)) / MINUTE,
    )
    if (offset === 0) return stated
    if (offset % STEP === 0 && offset >= WEST && offset <= EAST)
      return `${clock}${stated.slice(16, 19)}${signed(offset)}`
  }
  return stated
}

/** `-06:00` */
function signed(offset: number): string {
  const minutes = Math.abs(offset)
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}
