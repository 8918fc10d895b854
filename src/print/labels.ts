/** How views name the articles: a letter and the outlet's name, in the order of publication, the same in every view. */
import type { InspectedArticle } from '../model/report.js'
import { sortedBy } from '../text/order.js'
import { publicationRank, timeOfText } from '../text/publication.js'
import { shorten } from './safe-text.js'

type Named = Pick<InspectedArticle, 'id' | 'role' | 'outlet' | 'source' | 'publishedAt' | 'modifiedAt'>

export type ArticleLabel<A extends Named = InspectedArticle> = {
  readonly article: A
  /** A, B, … Z, AA, …; Ref for a reference. */
  readonly letter: string
  readonly outlet: string
  /** `A Brightline` */
  readonly name: string
  /** For links within a page: `article-a`. */
  readonly anchor: string
}

export type Labels<A extends Named = InspectedArticle> = {
  readonly all: readonly ArticleLabel<A>[]
  readonly of: (article: string) => ArticleLabel<A> | undefined
  /** `A Brightline, C Old Bridge Times`; ids that are not in the report stay as they are. */
  readonly names: (articles: readonly string[]) => string
  /** `A, C` */
  readonly letters: (articles: readonly string[]) => string
}

export function labelArticles<A extends Named>(report: { readonly articles: readonly A[] }): Labels<A> {
  const reports = sortedBy(
    report.articles.filter(({ role }) => role !== 'reference').map((article, index) => ({ article, index })),
    ({ article, index }) => [publicationRank(timeOfText(article)), index],
  )
  const all = [
    ...reports.map(({ article }, place) => labelOf(article, letterOf(place))),
    ...report.articles.flatMap((article) => (article.role === 'reference' ? [labelOf(article, 'Ref')] : [])),
  ]
  const byId = new Map(all.map((label) => [label.article.id, label]))
  const inOrder = (articles: readonly string[], print: (label: ArticleLabel<A>) => string): string => {
    const asked = new Set(articles)
    const known = all.filter((label) => asked.has(label.article.id)).map(print)
    return [...known, ...articles.filter((id) => !byId.has(id))].join(', ')
  }
  return {
    all,
    of: (article) => byId.get(article),
    names: (articles) => inOrder(articles, (label) => label.name),
    letters: (articles) => inOrder(articles, (label) => label.letter),
  }
}

/** Names come from pages, which may hold anything. */
const longestName = 80

function labelOf<A extends Named>(article: A, letter: string): ArticleLabel<A> {
  const outlet = shorten(article.outlet.name.trim() || article.source, longestName)
  return { article, letter, outlet, name: `${letter} ${outlet}`, anchor: `article-${letter.toLowerCase()}` }
}

function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last
}
