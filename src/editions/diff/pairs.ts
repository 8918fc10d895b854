/** What of two reports is the same thing: articles by id, source, address or only outlet, the rest by id or most of its passages. */
import type { Column } from '../../model/alignment.js'
import type { Finding } from '../../model/comparison.js'
import type { InspectedArticle, Report } from '../../model/report.js'
import type { Span } from '../../model/span.js'
import { passageText } from '../../print/passage.js'
import { kept } from '../../text/grouped.js'
import { oneLine } from '../../text/trimmed.js'

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

/** Passages that an item of one report rests on, as `<new article id> <words>`: comparable between the two reports. */
function passagesIn<T>(
  report: Report,
  located: (item: T) => readonly Located[],
  newName: ReadonlyMap<string, string>,
): (item: T) => ReadonlySet<string> {
  const articles = new Map(report.articles.map((article) => [article.id, article]))
  const made = new Map<T, ReadonlySet<string>>()
  return (item) =>
    kept(
      made,
      item,
      () =>
        new Set(
          located(item).flatMap(({ article, spans }) => {
            const found = articles.get(article)
            const words = found ? oneLine(passageText(found, spans)) : ''
            return words === '' ? [] : [`${newName.get(article) ?? article} ${words}`]
          }),
        ),
    )
}

/** Passages of the smaller side that the other must have. */
const mostly = 0.5

function pairByPassages<T extends { readonly id: string }>(
  old: Report,
  fresh: Report,
  articles: Paired<InspectedArticle>,
  items: (report: Report) => readonly T[],
  kindOf: (item: T) => string,
  located: (item: T) => readonly Located[],
): Paired<T> {
  const before = passagesIn(old, located, new Map(articles.pairs.map((pair) => [pair.old.id, pair.new.id])))
  const after = passagesIn(fresh, located, new Map())
  return pairUp(items(old), items(fresh), [
    (a, b) => a.id === b.id,
    (a, b) => {
      if (kindOf(a) !== kindOf(b)) return false
      const [was, is] = [before(a), after(b)]
      return [...was].filter((words) => is.has(words)).length > mostly * Math.min(was.size, is.size)
    },
  ])
}

type PairOf<T> = (old: Report, fresh: Report, articles: Paired<InspectedArticle>) => Paired<T>

export const pairColumns: PairOf<Column> = (old, fresh, articles) =>
  pairByPassages<Column>(
    old,
    fresh,
    articles,
    ({ claims, quotes }) => [...claims, ...quotes],
    (column) => ('speaker' in column ? 'quote' : 'claim'),
    ({ cells }) =>
      Object.entries(cells).flatMap(([article, cell]) =>
        cell.state === 'present' ? cell.mentions.map(({ spans }) => ({ article, spans })) : [],
      ),
  )

export const pairFindings: PairOf<Finding> = (old, fresh, articles) =>
  pairByPassages(
    old,
    fresh,
    articles,
    ({ findings }) => findings,
    ({ kind }) => kind,
    ({ evidence }) =>
      evidence
        .filter(({ role }) => role !== 'nearest')
        .map(({ article, start, end }) => ({ article, spans: [{ start, end }] })),
  )
