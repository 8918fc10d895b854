/**
 * What changed between two reports on one event. The same thing in both: an article by its id, source, address or only outlet, the rest by id
 * or most of its passages.
 */
import type { Cell, Column } from '../../model/alignment.js'
import type { Finding } from '../../model/comparison.js'
import type { DiffArticle, DiffCell, DiffColumn, DiffFinding, ReportDiff } from '../../model/diff.js'
import type { InspectedArticle, Report } from '../../model/report.js'
import type { Span } from '../../model/span.js'
import { passageText } from '../../print/passage.js'
import { countsOf } from '../../text/grouped.js'
import { tokenize } from '../../text/tokens.js'
import { oneLine } from '../../text/trimmed.js'

type Pair<T> = { readonly old: T; readonly new: T }

export function diffReports(old: Report, fresh: Report): ReportDiff {
  const articles = pairArticles(old, fresh)
  const newId = new Map(articles.pairs.map((pair) => [pair.old.id, pair.new.id]))
  const grounds = new Map([...groundsOf(old, newId), ...groundsOf(fresh, new Map())])
  const findings = pairByGrounds(old.findings, fresh.findings, ({ kind }) => kind, grounds)
  const columns = pairByGrounds(columnsOf(old), columnsOf(fresh), columnKind, grounds)
  const lists = {
    articles: {
      added: articles.added.map(articleName),
      removed: articles.removed.map(articleName),
      changed: articles.pairs.filter(isChanged).map(articleChange),
    },
    findings: {
      appeared: findings.added.map(brief),
      gone: findings.removed.map(brief),
      changed: findings.pairs.flatMap((pair) => {
        const what = whatChanged(pair, newId)
        return what.length === 0 ? [] : [{ old: brief(pair.old), new: brief(pair.new), what }]
      }),
    },
    columns: { added: columns.added.map(columnName), removed: columns.removed.map(columnName) },
    cells: columns.pairs.flatMap((pair) => cellChanges(pair, articles.pairs)),
  }
  return {
    schema: 'synoptic/diff@1',
    old: { title: old.event.title, generator: old.generator },
    new: { title: fresh.event.title, generator: fresh.generator },
    same: Object.values(lists)
      .flatMap((part): readonly (readonly unknown[])[] =>
        'length' in part ? [part] : Object.values<readonly unknown[]>(part),
      )
      .every((list) => list.length === 0),
    ...lists,
  }
}

/** Each item of one side takes the best of the other that is left, ways of pairing in order. */
function pairUp<T>(old: readonly T[], fresh: readonly T[], ways: readonly ((a: T, b: T) => boolean)[]) {
  const pairs: Pair<T>[] = []
  const leftOld = new Set(old)
  const leftNew = new Set(fresh)
  for (const way of ways)
    for (const item of leftNew) {
      const match = [...leftOld].find((other) => way(other, item))
      if (match === undefined) continue
      pairs.push({ old: match, new: item })
      leftOld.delete(match)
      leftNew.delete(item)
    }
  return { pairs, added: [...leftNew], removed: [...leftOld] }
}

function pairArticles(old: Report, fresh: Report) {
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

type Grounds = ReadonlyMap<Finding | Column, ReadonlySet<string>>

/** Passages that each finding and column rests on, as `<new article id> <words>`: comparable between the two reports. */
function groundsOf(report: Report, newId: ReadonlyMap<string, string>): Grounds {
  const articles = new Map(report.articles.map((article) => [article.id, article]))
  const at = (article: string, spans: readonly Span[]): readonly string[] => {
    const found = articles.get(article)
    const words = found ? oneLine(passageText(found, spans)) : ''
    return words === '' ? [] : [`${newId.get(article) ?? article} ${words}`]
  }
  const grounds = new Map<Finding | Column, ReadonlySet<string>>()
  for (const finding of report.findings) {
    const evidence = finding.evidence.filter(({ role }) => role !== 'nearest')
    grounds.set(finding, new Set(evidence.flatMap((one) => at(one.article, [one]))))
  }
  for (const column of columnsOf(report)) {
    const told = Object.entries(column.cells).flatMap(([article, cell]) =>
      cell.state === 'present' ? cell.mentions.flatMap(({ spans }) => at(article, spans)) : [],
    )
    grounds.set(column, new Set(told))
  }
  return grounds
}

/** Passages of the smaller side that the other must have. */
const mostly = 0.5

function pairByGrounds<T extends Finding | Column>(
  old: readonly T[],
  fresh: readonly T[],
  kindOf: (item: T) => string,
  grounds: Grounds,
) {
  const of = (item: T): ReadonlySet<string> => grounds.get(item) ?? new Set()
  return pairUp(old, fresh, [
    (a, b) => a.id === b.id,
    (a, b) => {
      if (kindOf(a) !== kindOf(b)) return false
      const [was, is] = [of(a), of(b)]
      return [...was].filter((words) => is.has(words)).length > mostly * Math.min(was.size, is.size)
    },
  ])
}

const columnsOf = ({ claims, quotes }: Report): readonly Column[] => [...claims, ...quotes]
const columnKind = (column: Column): DiffColumn['kind'] => ('speaker' in column ? 'quote' : 'claim')

function isChanged(pair: Pair<InspectedArticle>): boolean {
  const [was, is] = [pair.old, pair.new].map(({ id, sha256, completeness }) => [
    id,
    sha256,
    completeness.state,
  ])
  return String(was) !== String(is)
}

function articleName({ id, source, outlet }: InspectedArticle): DiffArticle {
  return { id, source, outlet: outlet.name }
}

function articleChange({ old, new: fresh }: Pair<InspectedArticle>) {
  const states = { old: old.completeness.state, new: fresh.completeness.state }
  return {
    old: articleName(old),
    new: articleName(fresh),
    words: old.text === '' || fresh.text === '' ? null : wordChange(old.text, fresh.text),
    ...(states.old === states.new ? {} : { completeness: states }),
  }
}

/** By count of each word: moved words are no change. */
function wordChange(old: string, fresh: string): { readonly added: number; readonly removed: number } {
  const counts = (text: string) => countsOf(tokenize(text).map(({ norm }) => norm))
  const [was, is] = [counts(old), counts(fresh)]
  const more = (these: typeof was, those: typeof was): number =>
    [...these].reduce((sum, [word, count]) => sum + Math.max(0, count - (those.get(word) ?? 0)), 0)
  return { added: more(is, was), removed: more(was, is) }
}

function brief({ id, kind, severity, sentence }: Finding): DiffFinding {
  return { id, kind, severity, sentence }
}

/** Scores may move a little without anything to tell a reader; a changed class, wording, set of reports or passage is told. */
function whatChanged(
  { old, new: fresh }: Pair<Finding>,
  newId: ReadonlyMap<string, string>,
): readonly string[] {
  const renamed = old.articles.map((id) => newId.get(id) ?? id).sort()
  const same = {
    severity: old.severity === fresh.severity,
    articles: renamed.join() === [...fresh.articles].sort().join(),
    grade: old.detail.grade === fresh.detail.grade,
    sentence: old.sentence === fresh.sentence,
  }
  return Object.entries(same).flatMap(([what, unchanged]) => (unchanged ? [] : [what]))
}

function columnName(column: Column): DiffColumn {
  return { id: column.id, kind: columnKind(column), label: column.label }
}

function cellChanges(
  { old, new: fresh }: Pair<Column>,
  articles: readonly Pair<InspectedArticle>[],
): ReportDiff['cells'] {
  return articles.flatMap((pair) => {
    const [before, after] = [old.cells[pair.old.id], fresh.cells[pair.new.id]]
    if (!before || !after) return []
    const [was, is] = [cellBrief(before), cellBrief(after)]
    return JSON.stringify(was) === JSON.stringify(is)
      ? []
      : [{ column: columnName(fresh), article: articleName(pair.new), old: was, new: is }]
  })
}

function cellBrief(cell: Cell): DiffCell {
  switch (cell.state) {
    case 'present': {
      const { state, form, stance, certainty, value, perhaps } = cell
      return {
        state,
        form,
        stance,
        certainty,
        ...(value === undefined ? {} : { value }),
        ...(perhaps === undefined ? {} : { perhaps }),
      }
    }
    case 'absent':
      return { state: cell.state }
    case 'unknown':
      return { state: cell.state, reason: cell.reason }
  }
}
