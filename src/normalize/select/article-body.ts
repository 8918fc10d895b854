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
import { countWords } from '../folded-words.js'

const MAX_LENGTH = 500_000

export function statedParagraphs(article: JsonLdNode | null): string[] {
  const body = strings(article?.['articleBody']).join('\n\n').slice(0, MAX_LENGTH)
  return withoutMarkup(withoutMarkup(body))
    .split(/\n+/u)
    .map(cleanText)
    .filter((paragraph) => paragraph !== '')
}

/** Read twice: content systems escape what is escaped already. */
function withoutMarkup(text: string): string {
  return text
    .replace(/<\/?(?:p|div|br|li|h\d|blockquote)\b[^<>]*>/giu, '\n\n')
    .replace(/<[^<>]*>/gu, '')
    .replace(
      /&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/giu,
      (entity: string, name: string) => unescaped(name) ?? entity,
    )
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
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oslash: 'ø',
  Oslash: 'Ø',
  oelig: 'œ',
  laquo: '«',
  raquo: '»',
  bdquo: '„',
  sbquo: '‚',
  euro: '€',
  ordm: 'º',
  ordf: 'ª',
  shy: '\u00AD',
}

/** Marks by which entities name a letter with an accent ("eacute"), as combining characters. */
const ACCENTS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030A',
  cedil: '\u0327',
  caron: '\u030C',
}

function accented(name: string): string | undefined {
  const mark = ACCENTS[name.slice(1)]
  return mark === undefined ? undefined : (name.charAt(0) + mark).normalize('NFC')
}

function unescaped(name: string): string | undefined {
  if (!name.startsWith('#')) return NAMED[name] ?? accented(name) ?? NAMED[name.toLowerCase()]
  const hex = name[1] === 'x' || name[1] === 'X'
  const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}
