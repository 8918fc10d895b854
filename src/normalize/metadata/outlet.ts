/**
 * Outlet: who publishes the page.
 *
 * In:    what the user said, what the page says, its address, the source's name.
 * Out:   name and id; the first of: given name, JSON-LD publisher, og:site_name, application-name,
 *        what the title holds beside the headline, registered domain, file name.
 */
import { getDomain } from 'tldts'
import type { JsonLdNode } from './json-ld.js'
import { nodesIn, strings } from './json-ld.js'
import { firstMeta, type MetaTags } from './meta.js'

export type Outlet = { readonly id: string; readonly name: string }

export type OutletHints = {
  readonly given: string | null
  readonly article: JsonLdNode | null
  readonly meta: MetaTags
  readonly url: string | null
  readonly sourceName: string
  /** The document's title and the headings that may be part of it. */
  readonly title?: string
  readonly headings?: readonly string[]
}

export function outletOf(hints: OutletHints): Outlet {
  const name =
    usable(hints.given) ??
    usable(publisherName(hints.article)) ??
    usable(firstMeta(hints.meta, ['og:site_name', 'application-name', 'apple-mobile-web-app-title'])) ??
    usable(besideHeadline(hints.title ?? '', hints.headings ?? [])) ??
    usable(hints.url === null ? null : getDomain(hints.url)) ??
    fileName(hints.sourceName)
  return { id: outletId(name), name }
}

/** Kebab case of the name: letters and digits without their accents, everything else a hyphen. */
export function outletId(name: string): string {
  const id = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’']/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '')
  return id === '' ? 'unnamed' : id
}

function publisherName(article: JsonLdNode | null): string | null {
  if (article === null) return null
  const publisher = article['publisher']
  return strings(publisher)[0] ?? nodesIn(publisher).flatMap((node) => strings(node['name']))[0] ?? null
}

/** "Headline | Outlet", "Outlet: Headline": what the title holds beside a heading of the page. */
function besideHeadline(title: string, headings: readonly string[]): string | null {
  const whole = title.replace(/\s+/gu, ' ').trim()
  for (const heading of headings) {
    const own = heading.replace(/\s+/gu, ' ').trim()
    const behind = whole.startsWith(own) ? nameAfterMark(whole.slice(own.length)) : undefined
    const before = whole.endsWith(own) ? nameBeforeMark(whole.slice(0, whole.length - own.length)) : undefined
    const name = behind ?? before
    if (own !== '' && name !== undefined && name.split(' ').length <= MAX_TITLE_WORDS) return name
  }
  return null
}

function nameAfterMark(rest: string): string | undefined {
  return /^ ?(?:[|–—·»-]|::?) ?(?=\S)/u.test(rest) ? rest.replace(/^ ?(?:[|–—·»-]|::?) ?/u, '') : undefined
}

function nameBeforeMark(rest: string): string | undefined {
  const name = rest.replace(/ ?(?:[|–—·»-]|::?) ?$/u, '')
  return name === rest || name === '' ? undefined : name
}

/** A longer rest of a title is a section path or a second headline. */
const MAX_TITLE_WORDS = 6

/** What parts a name from a headline in titles, left over at its ends. */
const EDGES = /^[\s:|·•»«–—/-]{1,9}|[\s:|·•»«–—/-]{1,9}$/gu

function usable(name: string | null): string | null {
  const text = name?.replace(/\s+/gu, ' ').replace(EDGES, '').trim() ?? ''
  return text === '' || text.length > 100 || /^(?:https?:|@)/iu.test(text) ? null : text
}

/** Last part of a path or address without its extension; a lone `-` is standard input. */
function fileName(sourceName: string): string {
  const last = sourceName.split(/[\\/]/u).findLast((part) => part !== '') ?? ''
  const stem = last.replace(/\.(?:html?|xhtml|txt|md)$/iu, '')
  return stem === '' || stem === '-' ? 'standard input' : stem
}
