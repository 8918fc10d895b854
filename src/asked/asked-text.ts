/** The words somebody asks for as an article with a view, so that what holds passages against passages can read them. */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Asked } from '../model/asked.js'
import type { RawPage } from '../model/raw-page.js'
import type { Span } from '../model/span.js'
import { createView, type ArticleView } from '../likeness/view.js'
import { sha256 } from '../text/hash.js'

export type AskedText = { readonly view: ArticleView; readonly span: Span }

/** A headline of its own, so that the words stand in a paragraph. */
const head = 'Asked\n\n'

/** As a file of text with these words alone; a quotation in marks. */
export function askedPage(asked: Asked): RawPage {
  const words = asked.words.replace(/\s+/gu, ' ').trim()
  const bytes = Buffer.from(asked.for === 'quotation' ? `${head}“${bare(words)}”` : head + words)
  return {
    state: 'read',
    source: { name: 'asked', kind: 'file', location: 'asked', outlet: null },
    url: null,
    fetchedAt: null,
    issues: [],
    mediaType: 'text',
    charset: null,
    bytes: bytes.toString('base64'),
    sha256: sha256(bytes),
  }
}

/** Marks around the whole are the asker's. */
function bare(words: string): string {
  return words.replace(/^["“”«»]/u, '').replace(/["“”«»]$/u, '')
}

/** Of a quotation nobody but the asker knows the speaker. */
export function askedText(article: AnnotatedArticle, asked: Asked): AskedText {
  const paragraph = article.blocks.findLast(({ kind }) => kind !== 'headline')
  const { start, end } = paragraph ?? { start: 0, end: article.text.length }
  if (asked.for === 'statement') return { view: createView(article, ''), span: { start, end } }
  const span = { start: start + 1, end: end - 1 }
  const speaker = asked.saidBy === null ? null : { entity: null, name: asked.saidBy }
  const quote = { id: `${article.id}-asked`, kind: 'direct', content: [span], source: [], cue: [] } as const
  const quotes = [{ ...quote, speaker, cueLemma: null, stance: null, confidence: null }]
  return { view: createView({ ...article, quotes }, ''), span }
}

/** Of a report that was read in part something can still be told. */
export function isSealed(untold: string | null): boolean {
  return untold === 'unreadable' || untold === 'language'
}
