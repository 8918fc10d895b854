/**
 * Article body: the text that the page states in JSON-LD.
 *
 * In:    the article's JSON-LD node. Out: its paragraphs as plain text; empty where it states none.
 * Never: markup; entities and tags in it are read as HTML.
 */
import { cleanText } from '../blocks.js'
import type { DraftBlock } from '../blocks.js'
import { strings, type JsonLdNode } from '../metadata/json-ld.js'
import type { PageNode } from '../page-tree.js'
import { countWords } from '../words.js'

const MAX_LENGTH = 500_000

export function statedParagraphs(article: JsonLdNode | null): string[] {
  const body = strings(article?.['articleBody']).join('\n\n').slice(0, MAX_LENGTH)
  return body
    .replace(/<\/?(?:p|div|br|li|h\d|blockquote)\b[^<>]*>/giu, '\n\n')
    .replace(/<[^<>]*>/gu, '')
    .replace(
      /&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/giu,
      (entity: string, name: string) => unescaped(name) ?? entity,
    )
    .split(/\n+/u)
    .map(cleanText)
    .filter((paragraph) => paragraph !== '')
}

export function statedBlocks(paragraphs: readonly string[], root: PageNode): DraftBlock[] {
  return paragraphs.map((text) => ({
    kind: 'paragraph',
    text,
    owner: root,
    words: countWords(text),
    linkWords: 0,
    boldWords: 0,
    links: 0,
  }))
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
  hellip: '…',
}

function unescaped(name: string): string | undefined {
  if (!name.startsWith('#')) return NAMED[name.toLowerCase()]
  const hex = name[1] === 'x' || name[1] === 'X'
  const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}
