/** Which reports are compared, which count as one text, and who tells a column. Never: takes one that could not be read for silent. */
import type { Column, Independence, UnknownCell } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Issue } from '../model/issue.js'
import { isAnalysed } from './analysed-language.js'

type Reading = Pick<AnnotatedArticle, 'completeness' | 'language'>

export function isReadable({ completeness }: Pick<Reading, 'completeness'>): boolean {
  return completeness.state !== 'unreadable'
}

/** Read, and in a language that is looked into: what such a report does not tell, it does not tell. */
export function isCompared(article: Reading): boolean {
  return isReadable(article) && isAnalysed(article.language)
}

/** The reports that are compared: without a reference, which is none. */
export function reportsIn<A extends Pick<AnnotatedArticle, 'role'>>({
  articles,
}: {
  readonly articles: readonly A[]
}): readonly A[] {
  return articles.filter((article) => article.role !== 'reference')
}

/** Independence groups with at least one article that could be compared. */
export function comparedGroups({
  articles,
  independence,
}: {
  readonly articles: readonly (Reading & Pick<AnnotatedArticle, 'id'>)[]
  readonly independence: Independence
}): readonly (readonly string[])[] {
  const compared = new Set(articles.filter(isCompared).map((article) => article.id))
  return independence.groups.filter((group) => group.some((id) => compared.has(id)))
}

export function tellers(column: Column): readonly string[] {
  return Object.entries(column.cells).flatMap(([article, cell]) =>
    cell.state === 'present' ? [article] : [],
  )
}

/** What stands for the silence of a report that seems to be of another event. */
export const strangerCell: UnknownCell = { state: 'unknown', reason: 'unrelated' }

const ofStrangers: ReadonlySet<string> = new Set(['unrelated', 'perhaps-unrelated'])

/** Reports that seem to be of another event than the rest: they stand in tables, and are held against nothing. */
export function strangersIn({ issues }: { readonly issues: readonly Issue[] }): ReadonlySet<string> {
  return new Set(
    issues.flatMap(({ code, article }) => (ofStrangers.has(code) && article !== null ? [article] : [])),
  )
}
