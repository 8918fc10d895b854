/**
 * What changed between two reports on one event.
 *
 * In:    the older and the newer Report. Out: a ReportDiff: articles, findings, columns, cells; each list in the order of
 *        the report it is taken from.
 * Never: calls a finding new because its id changed, where it rests on the same passages.
 */
import type { Cell, Column } from '../../model/alignment.js'
import type { Finding } from '../../model/comparison.js'
import type { DiffArticle, DiffCell, DiffColumn, DiffFinding, ReportDiff } from '../../model/diff.js'
import type { InspectedArticle, Report } from '../../model/report.js'
import { tokenize } from '../../text/tokens.js'
import {
  columnPassages,
  findingPassages,
  pairArticles,
  pairByPassages,
  type Pair,
  type Paired,
} from './pairs.js'
import { countsOf } from '../../text/grouped.js'

export function diffReports(old: Report, fresh: Report): ReportDiff {
  const articles = pairArticles(old, fresh)
  const findings = pairByPassages<Finding>(
    { report: old, items: old.findings },
    { report: fresh, items: fresh.findings },
    articles,
    findingPassages,
    (a, b) => a.kind === b.kind,
  )
  const claims = columnsOf(old, fresh, articles, ({ claims: list }) => list)
  const quotes = columnsOf(old, fresh, articles, ({ quotes: list }) => list)
  const changedArticles = articles.pairs.filter(isChanged)
  const changedFindings = findings.pairs
    .map((pair) => ({ ...pair, what: whatChanged(pair, articles) }))
    .filter(({ what }) => what.length > 0)
  const columns = {
    added: [...named(claims.added, 'claim'), ...named(quotes.added, 'quote')],
    removed: [...named(claims.removed, 'claim'), ...named(quotes.removed, 'quote')],
  }
  const cells = [
    ...cellChanges(claims.pairs, 'claim', articles),
    ...cellChanges(quotes.pairs, 'quote', articles),
  ]
  const counts = [articles.added, articles.removed, changedArticles, findings.added, findings.removed]
  const more = [changedFindings, columns.added, columns.removed, cells]
  return {
    schema: 'synoptic/diff@1',
    old: { title: old.event.title, generator: old.generator },
    new: { title: fresh.event.title, generator: fresh.generator },
    same: [...counts, ...more].every((list) => list.length === 0),
    articles: {
      added: articles.added.map(articleName),
      removed: articles.removed.map(articleName),
      changed: changedArticles.map(articleChange),
    },
    findings: {
      appeared: findings.added.map(brief),
      gone: findings.removed.map(brief),
      changed: changedFindings.map((pair) => ({
        old: brief(pair.old),
        new: brief(pair.new),
        what: pair.what,
      })),
    },
    columns,
    cells,
  }
}

function columnsOf(
  old: Report,
  fresh: Report,
  articles: Paired<InspectedArticle>,
  of: (report: Report) => readonly Column[],
): Paired<Column> {
  return pairByPassages<Column>(
    { report: old, items: of(old) },
    { report: fresh, items: of(fresh) },
    articles,
    columnPassages,
    () => true,
  )
}

function isChanged({ old, new: fresh }: Pair<InspectedArticle>): boolean {
  return (
    old.id !== fresh.id || old.sha256 !== fresh.sha256 || old.completeness.state !== fresh.completeness.state
  )
}

function articleName(article: InspectedArticle): DiffArticle {
  return { id: article.id, source: article.source, outlet: article.outlet.name }
}

function articleChange({
  old,
  new: fresh,
}: Pair<InspectedArticle>): ReportDiff['articles']['changed'][number] {
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
  const counts = countsOf(tokenize(fresh).map(({ norm }) => norm))
  for (const { norm } of tokenize(old)) counts.set(norm, (counts.get(norm) ?? 0) - 1)
  let added = 0
  let removed = 0
  for (const count of counts.values()) {
    if (count > 0) added += count
    else removed -= count
  }
  return { added, removed }
}

function brief({ id, kind, severity, sentence }: Finding): DiffFinding {
  return { id, kind, severity, sentence }
}

/** Scores may move a little without anything to tell a reader; a changed class, wording, set of reports or passage is told. */
function whatChanged(
  { old, new: fresh }: Pair<Finding>,
  articles: Paired<InspectedArticle>,
): readonly string[] {
  const newName = new Map(articles.pairs.map((pair) => [pair.old.id, pair.new.id]))
  const renamed = old.articles.map((id) => newName.get(id) ?? id).sort()
  return [
    ...(old.severity === fresh.severity ? [] : ['severity']),
    ...(renamed.join() === [...fresh.articles].sort().join() ? [] : ['articles']),
    ...(old.detail.grade === fresh.detail.grade ? [] : ['grade']),
    ...(old.sentence === fresh.sentence ? [] : ['sentence']),
  ]
}

function named(columns: readonly Column[], kind: DiffColumn['kind']): readonly DiffColumn[] {
  return columns.map((column) => columnName(column, kind))
}

function columnName({ id, label }: Column, kind: DiffColumn['kind']): DiffColumn {
  return { id, kind, label }
}

function cellChanges(
  columns: readonly Pair<Column>[],
  kind: DiffColumn['kind'],
  articles: Paired<InspectedArticle>,
): ReportDiff['cells'] {
  return columns.flatMap(({ old, new: fresh }) =>
    articles.pairs.flatMap((pair) => {
      const before = old.cells[pair.old.id]
      const after = fresh.cells[pair.new.id]
      if (!before || !after) return []
      const [was, is] = [cellBrief(before), cellBrief(after)]
      return JSON.stringify(was) === JSON.stringify(is)
        ? []
        : [{ column: columnName(fresh, kind), article: articleName(pair.new), old: was, new: is }]
    }),
  )
}

function cellBrief(cell: Cell): DiffCell {
  switch (cell.state) {
    case 'present': {
      const { state, form, stance, certainty, value } = cell
      return { state, form, stance, certainty, ...(value === undefined ? {} : { value }) }
    }
    case 'absent':
      return { state: cell.state }
    case 'unknown':
      return { state: cell.state, reason: cell.reason }
  }
}
