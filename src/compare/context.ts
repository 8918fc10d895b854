/**
 * What all lenses look things up in, built once for an event.
 *
 * In:    the annotated articles and their Alignment.
 * Out:   a Context: a view of every article with its words, and who counts as an independent text.
 * Never: depends on the order in which the articles were given (views stand in order of outlet name, then id).
 */
import type { Alignment, Cell, Column, Mention, PresentCell } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Block, BlockKind } from '../model/article.js'
import type { Claim, Quote, Sentence } from '../model/annotation.js'
import type { Span } from '../model/span.js'
import { byKeys } from '../text/order.js'
import { overlap } from '../text/spans.js'
import { stem } from '../text/stem.js'
import { tokenize, type Token } from '../text/tokens.js'
import { once } from './once.js'
import { marksWithin } from './quotes/marks.js'
import { contentKey } from '../english/concepts.js'
import { limitMovedBy, type Limit } from './thresholds.js'

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
  readonly claims: ReadonlyMap<string, Claim>
  /** End of the lead: the standfirst and the first two paragraphs. */
  readonly leadEnd: number
  /** Everything between double quotation marks, block by block. */
  readonly inMarks: readonly Span[]
}

/** What a comparison and its re-runs have in common. What is worked out for pairs of things hangs on it (once.ts). */
export type Event = {
  /** All reports of the event, also one that a re-run leaves out. */
  readonly views: readonly ArticleView[]
  readonly alignment: Alignment
  readonly view: (article: string) => ArticleView | undefined
}

export type Context = {
  readonly event: Event
  readonly views: readonly ArticleView[]
  readonly alignment: Alignment
  readonly view: (article: string) => ArticleView | undefined
  /** How many independent texts stand behind these articles. */
  readonly texts: (articles: readonly string[]) => number
  /** Number of independent texts among all articles that belong to the event. */
  readonly allTexts: number
  /** The text that quotations are checked against: no report, in no count, not among `views`. */
  readonly reference: ArticleView | null
  /** A threshold as it holds in this run (see thresholds.ts). */
  readonly limit: Limit
}

/** The Context of the comparison itself. */
export function createContext(
  articles: readonly AnnotatedArticle[],
  alignment: Alignment,
  reference: AnnotatedArticle | null = null,
): Context {
  const related = relatedArticles(alignment)
  const unique = new Map(articles.map((article) => [article.id, article]))
  const views = viewsOf([...unique.values()].filter((article) => related.has(article.id)))
  const source = reference ? createView(reference, referenceName(reference)) : null
  const byId = new Map([...views, ...(source ? [source] : [])].map((view) => [view.id, view]))
  return contextOf(
    { views, alignment, view: (id) => byId.get(id) },
    { views, alignment, reference: source, moved: 1 },
  )
}

/** A view of each article, in the canonical order. */
export function viewsOf(articles: readonly AnnotatedArticle[]): readonly ArticleView[] {
  const names = displayNames(articles)
  return articles
    .map((article) => viewOf(article, names.get(article.id) ?? article.outlet.name))
    .sort(
      byKeys(
        (view) => view.name,
        (view) => view.id,
      ),
    )
}

/** Kept with the article under its name: cells are settled and lenses look with the same view. */
const viewsByName = once((_article: AnnotatedArticle) => new Map<string, ArticleView>())

function viewOf(article: AnnotatedArticle, name: string): ArticleView {
  const known = viewsByName(article).get(name)
  if (known) return known
  const made = createView(article, name)
  viewsByName(article).set(name, made)
  return made
}

/** The Context of a re-run: with another alignment of the same event, or its thresholds moved by a factor. */
export function rerunOf(
  { event, alignment: before, reference }: Context,
  { alignment = before, moved = 1 }: { readonly alignment?: Alignment; readonly moved?: number },
): Context {
  const related = relatedArticles(alignment)
  const views = event.views.filter((view) => related.has(view.id))
  return contextOf(event, { views, alignment, reference, moved })
}

function contextOf(
  event: Event,
  {
    views,
    alignment,
    reference,
    moved,
  }: Pick<Context, 'views' | 'alignment' | 'reference'> & { readonly moved: number },
): Context {
  const here = new Set([...views.map((view) => view.id), ...(reference ? [reference.id] : [])])
  const group = new Map(
    alignment.independence.groups.flatMap((ids, index) => ids.map((id) => [id, index] as const)),
  )
  const texts = (ids: readonly string[]): number =>
    new Set(ids.filter((id) => id !== reference?.id).map((id) => group.get(id) ?? id)).size
  return {
    event,
    views,
    alignment,
    reference,
    view: (id) => (here.has(id) ? event.view(id) : undefined),
    texts,
    allTexts: texts(views.map((view) => view.id)),
    limit: limitMovedBy(moved),
  }
}

/** It has no outlet, and is called by its file. */
function referenceName({ source }: AnnotatedArticle): string {
  return `the reference (${source.split('/').at(-1) ?? source})`
}

/** Articles that share at least one column with another: the rest are of some other event, or could not be read. */
export function relatedArticles(alignment: Pick<Alignment, 'quotes' | 'claims'>): ReadonlySet<string> {
  const related = new Set<string>()
  for (const column of [...alignment.quotes, ...alignment.claims]) {
    const present = presentCells(column)
    if (present.length > 1) for (const [id] of present) related.add(id)
  }
  return related
}

function displayNames(articles: readonly AnnotatedArticle[]): ReadonlyMap<string, string> {
  const count = new Map<string, number>()
  for (const { outlet } of articles) count.set(outlet.name, (count.get(outlet.name) ?? 0) + 1)
  return new Map(
    articles.map(({ id, outlet, source }) => [
      id,
      (count.get(outlet.name) ?? 0) > 1 ? `${outlet.name} (${source.split('/').at(-1) ?? id})` : outlet.name,
    ]),
  )
}

function createView(article: AnnotatedArticle, name: string): ArticleView {
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
    claims: new Map(article.claims.map((claim) => [claim.id, claim])),
    leadEnd: (paragraphs[1] ?? paragraphs[0])?.end ?? 0,
    inMarks: article.blocks.flatMap((block) => marksWithin(text, block)),
  }
}

/** The cells of a column that tell it, in order of article id. */
export const presentCells = once((column: Column): readonly (readonly [string, PresentCell])[] =>
  entries(column).flatMap(([id, cell]) => (cell.state === 'present' ? [[id, cell] as const] : [])),
)

/** All cells of a column, in order of article id. */
export const entries = once((column: Column): readonly (readonly [string, Cell])[] =>
  Object.entries(column.cells).sort(byKeys((entry) => entry[0])),
)

const looked = once((_view: ArticleView) => new Map<number, readonly Word[]>())
const mostLooked = 50_000

/** The words between two offsets; kept, since lenses and re-runs ask for the same passages again and again. */
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

/** Binary search for the first, then a walk. */
function findWords(view: ArticleView, span: Span): readonly Word[] {
  let low = 0
  let high = view.words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((view.words[middle]?.start ?? Infinity) < span.start) low = middle + 1
    else high = middle
  }
  const from = low
  while (low < view.words.length && (view.words[low]?.end ?? Infinity) <= span.end) low++
  return view.words.slice(from, low)
}

/** The sentence that holds most of a span, with its place in the article; -1 where there is none. */
export function sentenceIndex(view: ArticleView, span: Span): number {
  let best = -1
  let most = 0
  for (let index = firstEndingBehind(view.sentences, span.start); index < view.sentences.length; index++) {
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

/** Of spans in text order, none over another. */
function firstEndingBehind(spans: readonly Span[], place: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? Infinity) <= place) low = middle + 1
    else high = middle
  }
  return low
}

export function blockAt(view: ArticleView, offset: number): Block | undefined {
  const block = view.article.blocks[firstEndingBehind(view.article.blocks, offset)]
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

export function mentionSpan(mention: Mention): Span {
  return { start: mention.start, end: mention.end }
}
