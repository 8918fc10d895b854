/**
 * Article body: the text that the page states in JSON-LD.
 *
 * In:    the article's JSON-LD node. Out: its paragraphs as plain text; empty where it states none.
 * Never: markup; entities and tags in it are read as HTML.
 */
import { cleanText, type DraftBlock } from '../blocks.js'
import { strings, type JsonLdNode } from '../metadata/json-ld.js'
import { withEntities, type PageNode } from '../page-tree.js'
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
  return withEntities(
    text.replace(/<\/?(?:p|div|br|li|h\d|blockquote)\b[^<>]*>/giu, '\n\n').replace(/<[^<>]*>/gu, ''),
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
