/**
 * Section: the part of the outlet in which the page places its article, in the page's words.
 *
 * In:    JSON-LD and meta tags. Out: a short name ("World"), or null.
 * Never: takes an address for a name, or guesses from paths and menus.
 */
import { strings, type JsonLdNode } from './json-ld.js'
import { allMeta, type MetaTags } from './meta.js'

const NAMES = [
  'article:section',
  'og:article:section',
  'articlesection',
  'parsely-section',
  'dc.subject.section',
]
const MAX_LENGTH = 60

export function sectionOf(article: JsonLdNode | null, meta: MetaTags): string | null {
  const candidates = [...strings(article?.['articleSection']), ...allMeta(meta, NAMES)]
  return candidates.map(cleaned).find(isName) ?? null
}

function cleaned(value: string): string {
  return value.replace(/\s+/gu, ' ').trim()
}

function isName(value: string): boolean {
  return value.length <= MAX_LENGTH && /\p{L}/u.test(value) && !/^(?:[a-z]+:)?\/\/|^\//iu.test(value)
}
