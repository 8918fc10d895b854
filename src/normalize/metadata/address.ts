/**
 * Address: where the article lives.
 *
 * In:    canonical link, og:url, JSON-LD, the fetched address. Out: an http(s) address, or null.
 * Never: `javascript:`, `data:` or any other scheme; the canonical link of a site's front page for an article below it.
 */
import { strings, type JsonLdNode } from './json-ld.js'
import { firstMeta, type MetaTags } from './meta.js'

export function addressOf(
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
