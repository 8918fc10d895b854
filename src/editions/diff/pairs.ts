/**
 * What of an old report and a new one is the same thing: articles, columns, findings.
 *
 * Articles: one id, else one source, else one address, else the only one of its outlet on both sides. Columns and
 * findings: one id, else most of their passages, word for word, in paired articles.
 */
import type { Column } from '../../model/alignment.js'
import type { Finding } from '../../model/comparison.js'
import type { InspectedArticle, Report } from '../../model/report.js'
import type { Span } from '../../model/span.js'
import { passageText } from '../../print/passage.js'
import { kept } from '../../text/grouped.js'

export type Pair<T> = { readonly old: T; readonly new: T }
export type Paired<T> = {
  readonly pairs: readonly Pair<T>[]
  readonly added: readonly T[]
  readonly removed: readonly T[]
}

/** Each item of one side takes the best of the other that is left, ways of pairing in order. */
function pairUp<T>(
  old: readonly T[],
  fresh: readonly T[],
  ways: readonly ((a: T, b: T) => boolean)[],
): Paired<T> {
  const pairs: Pair<T>[] = []
  const leftOld = new Set(old)
  const leftNew = new Set(fresh)
  for (const way of ways)
    for (const item of fresh) {
      if (!leftNew.has(item)) continue
      const match = [...leftOld].find((other) => way(other, item))
      if (match === undefined) continue
      pairs.push({ old: match, new: item })
      leftOld.delete(match)
      leftNew.delete(item)
    }
  return { pairs, added: [...leftNew], removed: [...leftOld] }
}

export function pairArticles(old: Report, fresh: Report): Paired<InspectedArticle> {
  const only = (report: Report, id: string): boolean =>
    report.articles.filter((article) => article.outlet.id === id).length === 1
  return pairUp(old.articles, fresh.articles, [
    (a, b) => a.id === b.id,
    (a, b) => a.source === b.source,
    (a, b) => a.url !== null && a.url === b.url,
    (a, b) =>
      a.outlet.id !== '' && a.outlet.id === b.outlet.id && only(old, a.outlet.id) && only(fresh, b.outlet.id),
  ])
}

type Located = { readonly article: string; readonly spans: readonly Span[] }

/** Passages as `<new article id> <words>`: comparable between the two reports. */
function texts(
  articles: ReadonlyMap<string, InspectedArticle>,
  name: (article: string) => string,
  located: readonly Located[],
): ReadonlySet<string> {
  return new Set(
    located.flatMap(({ article, spans }) => {
      const found = articles.get(article)
      const words = found ? passageText(found, spans).replace(/\s+/gu, ' ').trim() : ''
      return words === '' ? [] : [`${name(article)} ${words}`]
    }),
  )
}

/** Passages of the smaller side that the other must have. */
const mostly = 0.5

function mostlySame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const common = [...a].filter((item) => b.has(item)).length
  return common > 0 && common > mostly * Math.min(a.size, b.size)
}

export type Reader<T> = (item: T) => readonly Located[]

/** Pairs things with ids and passages. */
export function pairByPassages<T extends { readonly id: string }>(
  old: { readonly report: Report; readonly items: readonly T[] },
  fresh: { readonly report: Report; readonly items: readonly T[] },
  articles: Paired<InspectedArticle>,
  read: Reader<T>,
  alike: (a: T, b: T) => boolean,
): Paired<T> {
  const newName = new Map(articles.pairs.map((pair) => [pair.old.id, pair.new.id]))
  const side = (report: Report, name: (id: string) => string) => {
    const byId = new Map(report.articles.map((article) => [article.id, article]))
    const made = new Map<T, ReadonlySet<string>>()
    return (item: T): ReadonlySet<string> => kept(made, item, () => texts(byId, name, read(item)))
  }
  const before = side(old.report, (id) => newName.get(id) ?? id)
  const after = side(fresh.report, (id) => id)
  return pairUp(old.items, fresh.items, [
    (a, b) => a.id === b.id,
    (a, b) => alike(a, b) && mostlySame(before(a), after(b)),
  ])
}

export const columnPassages: Reader<Column> = (column) =>
  Object.entries(column.cells).flatMap(([article, cell]) =>
    cell.state === 'present' ? cell.mentions.map(({ spans }) => ({ article, spans })) : [],
  )

export const findingPassages: Reader<Finding> = (finding) =>
  finding.evidence
    .filter(({ role }) => role !== 'nearest')
    .map(({ article, start, end }) => ({ article, spans: [{ start, end }] }))
