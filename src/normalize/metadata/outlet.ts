/** Outlet: who publishes the page. */
import { getDomain } from 'tldts'
import { type JsonLdNode, nodesIn, strings, firstMeta, type MetaTags } from './json-ld.js'
import { fold } from '../folded-words.js'

export type Outlet = { readonly id: string; readonly name: string }

type OutletHints = {
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
    brandOf(hints) ??
    usable(firstMeta(hints.meta, ['application-name', 'apple-mobile-web-app-title'])) ??
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

/** What readers call the outlet: the publisher, unless the address bears the site’s name alone. A bare address is no name. */
function brandOf({ article, meta, url }: OutletHints): string | null {
  const publisher = usable(publisherName(article))
  const site = usable(firstMeta(meta, ['og:site_name']))
  if (publisher === null || site === null) return publisher ?? site
  const label = fold(url === null ? '' : ((getDomain(url) ?? '').split('.')[0] ?? ''))
  const isSite = !/^\S+\.\p{L}{2,}$/u.test(site)
  const isOther = isSite && isOfAddress(site, label) && !isOfAddress(publisher, label)
  return isOther ? site : publisher
}

/** Whether name and address hold each other, or the address begins with the name's initials. */
function isOfAddress(name: string, label: string): boolean {
  const own = fold(name.replace(/^the /iu, ''))
  const initials = fold((name.match(/(?<!\p{L})\p{L}/gu) ?? []).join(''))
  if (label === '' || own === '') return false
  return (
    own.includes(label) ||
    label.includes(own) ||
    (initials.length >= MIN_INITIALS && label.startsWith(initials))
  )
}

const MIN_INITIALS = 3

/** As JSON-LD states it. */
export function publisherName(article: JsonLdNode | null): string | null {
  const publisher = article?.['publisher']
  return strings(publisher)[0] ?? nodesIn(publisher).flatMap((node) => strings(node['name']))[0] ?? null
}

/** "Headline | Outlet": what the title holds behind a heading of the page. */
function besideHeadline(title: string, headings: readonly string[]): string | null {
  const whole = title.replace(/\s+/gu, ' ').trim()
  for (const heading of headings) {
    const own = heading.replace(/\s+/gu, ' ').trim()
    const behind = whole.startsWith(own) ? nameAfterMark(whole.slice(own.length)) : undefined
    if (own !== '' && behind !== undefined && behind.split(' ').length <= MAX_TITLE_WORDS) return behind
  }
  return null
}

function nameAfterMark(rest: string): string | undefined {
  return /^ ?(?:[|–—·»-]|::?) ?(?=\S)/u.test(rest) ? rest.replace(/^ ?(?:[|–—·»-]|::?) ?/u, '') : undefined
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
