/** A view of an article: its text with words, sentences and blocks by place; views in order of outlet name, then id. */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Quote, Sentence } from '../model/annotation.js'
import type { Block, BlockKind } from '../model/article.js'
import type { Span } from '../model/span.js'
import { contentKey } from '../english/concepts.js'
import { marksWithin } from '../text/marks-within.js'
import { firstThat } from '../text/first-that.js'
import { once } from '../text/once.js'
import { sortedBy } from '../text/order.js'
import { firstEndingAfter, overlap } from '../text/spans.js'
import { stem } from '../text/stem.js'
import { tokenize, type Token } from '../text/tokens.js'
import { countsOf, kept } from '../text/grouped.js'

export type Word = Token & {
  /** Concept or stem; '' for function words. */
  readonly key: string
  readonly stem: string
  /** Starts with a capital or a digit. */
  readonly proper: boolean
}

export type ArticleView = {
  readonly id: string
  /** The outlet's name as given, told apart where two articles share it. */
  readonly name: string
  readonly article: AnnotatedArticle
  readonly text: string
  readonly words: readonly Word[]
  readonly sentences: readonly Sentence[]
  readonly quotes: ReadonlyMap<string, Quote>
  /** End of the lead: the standfirst and the first two paragraphs. */
  readonly leadEnd: number
  /** Everything between double quotation marks, block by block. */
  readonly inMarks: readonly Span[]
}

/** A view of each article, in the canonical order. */
export function viewsOf(articles: readonly AnnotatedArticle[]): readonly ArticleView[] {
  const names = displayNames(articles)
  return sortedBy(
    articles.map((article) => {
      const name = names.get(article.id) ?? article.outlet.name
      return kept(viewsByName(article), name, () => createView(article, name))
    }),
    (view) => [view.name, view.id],
  )
}

/** Kept with the article under its name: cells are settled and lenses look with the same view. */
const viewsByName = once((_article: AnnotatedArticle) => new Map<string, ArticleView>())

/** What reports are called: the outlet's name, told apart where two share it. */
export function displayNames(
  articles: readonly Pick<AnnotatedArticle, 'id' | 'outlet' | 'source'>[],
): ReadonlyMap<string, string> {
  const count = countsOf(articles.map(({ outlet }) => outlet.name))
  return new Map(
    articles.map(({ id, outlet, source }) => [
      id,
      (count.get(outlet.name) ?? 0) > 1 ? `${outlet.name} (${source.split('/').at(-1) ?? id})` : outlet.name,
    ]),
  )
}

export function createView(article: AnnotatedArticle, name: string): ArticleView {
  const { text } = article
  const paragraphs = article.blocks.filter((block) => block.kind === 'paragraph')
  return {
    id: article.id,
    name,
    article,
    text,
    words: tokenize(text).map((token) => ({
      ...token,
      key: contentKey(token.norm),
      stem: stem(token.norm),
      proper: /^[\p{Lu}\p{N}]/u.test(text.slice(token.start, token.start + 2)),
    })),
    sentences: article.sentences,
    quotes: new Map(article.quotes.map((quote) => [quote.id, quote])),
    leadEnd: (paragraphs[1] ?? paragraphs[0])?.end ?? 0,
    inMarks: article.blocks.flatMap((block) => marksWithin(text, block)),
  }
}

const looked = once((_view: ArticleView) => new Map<number, readonly Word[]>())
const mostLooked = 50_000

/** The words between two offsets; kept, since lenses ask for the same passages again and again. */
export function wordsIn(view: ArticleView, span: Span): readonly Word[] {
  const known = looked(view)
  if (known.size > mostLooked) known.clear()
  // Texts are shorter than 2^26 code units: two offsets make one safe integer.
  const key = span.start * 2 ** 26 + span.end
  const found = known.get(key)
  if (found) return found
  const words = findWords(view, span)
  known.set(key, words)
  return words
}

/** How many words that are no function words stand in the spans. */
export function contentWords(view: ArticleView, spans: readonly Span[]): number {
  return spans.flatMap((span) => wordsIn(view, span)).filter(({ key }) => key !== '').length
}

/** Binary search for the first, then a walk. */
function findWords(view: ArticleView, span: Span): readonly Word[] {
  const from = firstThat(view.words.length, (at) => (view.words[at]?.start ?? Infinity) >= span.start)
  let to = from
  while (to < view.words.length && (view.words[to]?.end ?? Infinity) <= span.end) to++
  return view.words.slice(from, to)
}

/** The sentence that holds most of a span, with its place in the article; -1 where there is none. */
export function sentenceIndex(view: ArticleView, span: Span): number {
  let best = -1
  let most = 0
  for (let index = firstEndingAfter(view.sentences, span.start); index < view.sentences.length; index++) {
    const sentence = view.sentences[index]
    if (!sentence || sentence.start >= span.end) break
    const shared = overlap(sentence, span)
    if (shared > most) {
      best = index
      most = shared
    }
  }
  return best
}

export function blockAt(view: ArticleView, offset: number): Block | undefined {
  const block = view.article.blocks[firstEndingAfter(view.article.blocks, offset)]
  return block && block.start <= offset ? block : undefined
}

export function blockKindAt(view: ArticleView, offset: number): BlockKind {
  return blockAt(view, offset)?.kind ?? 'paragraph'
}

export function inHeadline(view: ArticleView, offset: number): boolean {
  return blockKindAt(view, offset) === 'headline'
}

export function inLead(view: ArticleView, offset: number): boolean {
  return offset < view.leadEnd
}
