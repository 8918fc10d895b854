/**
 * Metadata: what the page says of itself.
 *
 * In:    the page before cleaning, and what is known from outside.
 * Out:   headline, outlet, bylines, times, section and address.
 * Never: invents: what the page does not state is null or empty.
 */
import type { Source } from '../../model/source.js'
import { draftBlocks } from '../blocks.js'
import { attribute, descendants, nodeText, type PageNode, type ParsedPage } from '../page-tree.js'
import { addressOf } from './address.js'
import { bylinesOf } from './bylines.js'
import { asPrinted } from './printed-time.js'
import { isoDate } from './dates.js'
import { headings, headlineOf, statedTitles } from './headline.js'
import { articleNode, readJsonLd, strings, type JsonLd, type JsonLdNode } from './json-ld.js'
import { allMeta, readMeta, type MetaTags } from './meta.js'
import { promoteHeadline } from './promote-headline.js'
import { sectionOf } from './section.js'
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
  promoteHeadline(root, statedTitles(article, meta, title))
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
