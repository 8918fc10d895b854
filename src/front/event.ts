/** What front reads of an event, and how it finds its way in it: an event is a Report without what front adds. */
import { contentKey } from '../english/concepts.js'
import type { Column } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Quote } from '../model/annotation.js'
import type { Answer, Finding, Found, Otherwise } from '../model/comparison.js'
import type { Report } from '../model/report.js'
import type { Span } from '../model/span.js'
import { once } from '../text/once.js'
import { firstBy, byKeys } from '../text/order.js'
import { publicationRank, timeOfText } from '../text/publication.js'
import { totalLength } from '../text/spans.js'
import { tokenize } from '../text/tokens.js'
import { oneLine } from '../text/trimmed.js'

export type Article = Omit<AnnotatedArticle, 'removed'>

export type Event = Pick<Report, 'independence' | 'claims' | 'quotes' | 'facts' | 'actors' | 'issues'> & {
  readonly findings: readonly (Found | Finding)[]
  readonly articles: readonly Article[]
}

/** Answers as far as a finding holds them itself. */
export type Given = {
  readonly answers: readonly Answer[]
  readonly otherwise: readonly { readonly how: Otherwise; readonly articles: readonly string[] }[]
  readonly silent: readonly string[]
}

/** As they were published, the reference last; the same whatever the order in which they were given. */
export const inOrder = once(({ articles }: Pick<Event, 'articles'>): readonly Article[] =>
  [...articles].sort(
    byKeys(
      ({ role }) => (role === 'reference' ? 1 : 0),
      (article) => publicationRank(timeOfText(article)),
      ({ id }) => id,
    ),
  ),
)

export function articleOf({ articles }: Event, id: string): Article | undefined {
  return articles.find((article) => article.id === id)
}

const columns = once(
  ({ claims, quotes }: Event): ReadonlyMap<string, Column> =>
    new Map([...claims, ...quotes].map((column) => [column.id, column])),
)

export function columnOf(event: Event, { column }: Pick<Found, 'column'>): Column | undefined {
  return column === null ? undefined : columns(event).get(column)
}

/** The words at spans on one line, pieces of a split quotation with an ellipsis between them. */
export function wordsAt({ text }: Pick<Article, 'text'>, spans: readonly Span[]): string {
  return oneLine(spans.map(({ start, end }) => text.slice(start, end)).join(' … '))
}

/** The quotation with the fewest words: what it says may be quoted in another. */
export function innermost(quotes: readonly Quote[]): Quote | undefined {
  return firstBy(quotes, ({ content }) => totalLength(content))
}

/** `that` is left where a verb follows: then it stands for the thing itself. */
const tie =
  /^(?:and|but|or|that(?!\s(?:is|was|are|were|has|had|have|will|would|can|could|may|might|must|should|did|does|do)\b))\s+(?=\S)/u

/** Without the word that ties it to a clause before: `and there was no breakthrough`. */
export function untied(words: string): string {
  return words.replace(tie, '')
}

/** The same as a sentence begins: `There was no breakthrough`. */
export function titleOf(words: string): string {
  const rest = untied(words)
  const [first = ''] = rest
  return first.toUpperCase() + rest.slice(first.length)
}

/** The stems or concepts of the words that say something. */
export function contentOf(text: string): ReadonlySet<string> {
  return new Set(tokenize(text).flatMap(({ norm }) => contentKey(norm) || []))
}

/** Share of the content words. */
const mostly = 0.7

/** Whether a report has most of these words in a sentence and the next, and not some here and some there. */
export function printsMost(article: Article | undefined, words: ReadonlySet<string>): boolean {
  const keys = [...words]
  const hasMost = (there: ReadonlySet<string>): boolean =>
    keys.filter((key) => there.has(key)).length >= mostly * keys.length
  return article !== undefined && hasMost(contentOfArticle(article)) && twoSentencesOf(article).some(hasMost)
}

const twoSentencesOf = once(({ text, sentences }: Article) =>
  sentences.map(({ start, end }, at) => contentOf(text.slice(start, sentences[at + 1]?.end ?? end))),
)

const contentOfArticle = once(({ text }: Article) => contentOf(text))

/** Of so many words one may be told in another that no list knows. */
const wordsForOneMissing = 8

/** Whether a report prints what a statement says, whatever row links the two: a row links what is near. */
export function holdsWords(article: Article, words: string): boolean {
  const there = contentOfArticle(article)
  // What was put in to make it understood is no part of it.
  const keys = [...contentOf(words.replace(/\[[^[\]]*\]/gu, ''))]
  return keys.filter((key) => !there.has(key)).length <= Math.floor(keys.length / wordsForOneMissing)
}
