/** What changed between two reports on one event. */
import type { Cell, Column } from '../../model/alignment.js'
import type { Finding } from '../../model/comparison.js'
import type { DiffArticle, DiffCell, DiffColumn, DiffFinding, ReportDiff } from '../../model/diff.js'
import type { InspectedArticle, Report } from '../../model/report.js'
import { countsOf } from '../../text/grouped.js'
import { tokenize } from '../../text/tokens.js'
import { pairArticles, pairColumns, pairFindings, type Pair } from './pairs.js'

export function diffReports(old: Report, fresh: Report): ReportDiff {
  const articles = pairArticles(old, fresh)
  const findings = pairFindings(old, fresh, articles)
  const columns = pairColumns(old, fresh, articles)
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
        const what = whatChanged(pair, articles.pairs)
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
  articles: readonly Pair<InspectedArticle>[],
): readonly string[] {
  const newName = new Map(articles.map((pair) => [pair.old.id, pair.new.id]))
  const renamed = old.articles.map((id) => newName.get(id) ?? id).sort()
  const same = {
    severity: old.severity === fresh.severity,
    articles: renamed.join() === [...fresh.articles].sort().join(),
    grade: old.detail.grade === fresh.detail.grade,
    sentence: old.sentence === fresh.sentence,
  }
  return Object.entries(same).flatMap(([what, unchanged]) => (unchanged ? [] : [what]))
}

function columnName(column: Column): DiffColumn {
  return { id: column.id, kind: 'speaker' in column ? 'quote' : 'claim', label: column.label }
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
      const { state, form, stance, certainty, value } = cell
      return { state, form, stance, certainty, ...(value === undefined ? {} : { value }) }
    }
    case 'absent':
      return { state: cell.state }
    case 'unknown':
      return { state: cell.state, reason: cell.reason }
  }
}
