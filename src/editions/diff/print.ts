/**
 * A ReportDiff in words, for the terminal.
 *
 * In: a ReportDiff and the width in columns. Out: text with line feeds. Never: lets a control character through.
 */
import type { DiffArticle, DiffCell, ReportDiff } from '../../model/diff.js'
import { shorten } from '../../print/safe-text.js'
import { count, reasonText } from '../../print/words.js'
import { printer } from '../../print/wrap.js'

/** Lines of one list before the rest is counted. */
const most = 20
const longest = 240

export function renderDiff(diff: ReportDiff, width: number): string {
  const print = printer(width)
  const list = (title: string, items: readonly string[]): readonly string[] =>
    items.length === 0
      ? []
      : [
          '',
          print(`${title} (${items.length})`),
          ...items.slice(0, most).map((item) => print(shorten(item, longest), '    ', '  - ')),
          ...(items.length > most
            ? [print(`and ${items.length - most} more; --json lists them all`, '    ')]
            : []),
        ]
  const lines = [
    print(diff.old.title === diff.new.title ? diff.new.title : `${diff.old.title} → ${diff.new.title}`),
    print(versions(diff)),
    ...(diff.same ? ['', print('Nothing changed: the same articles, findings and cells.')] : []),
    ...list('Articles added', diff.articles.added.map(nameOf)),
    ...list('Articles no longer there', diff.articles.removed.map(nameOf)),
    ...list('Articles changed', diff.articles.changed.map(articleChange)),
    ...list(
      'Findings that appeared',
      diff.findings.appeared.map(({ kind, sentence, id }) => `${kind}: ${sentence} (${id})`),
    ),
    ...list(
      'Findings that are gone',
      diff.findings.gone.map(({ kind, sentence, id }) => `${kind}: ${sentence} (${id})`),
    ),
    ...list(
      'Findings told otherwise',
      diff.findings.changed.map(
        ({ old, new: fresh, what }) =>
          `${fresh.kind}, ${what.join(' and ')}: ${what.includes('severity') ? `${old.severity} → ${fresh.severity}; ` : ''}${what.includes('sentence') ? `before: ${fromDifference(old.sentence, fresh.sentence)}; now: ${fromDifference(fresh.sentence, old.sentence)}` : shorten(fresh.sentence, 160)} (${fresh.id})`,
      ),
    ),
    ...list(
      'Cells that changed',
      diff.cells.map(
        (cell) =>
          `${cell.article.outlet || cell.article.source}: ${cellWords(cell.old)} → ${cellWords(cell.new)}: ${shorten(cell.column.label, 120)}`,
      ),
    ),
    ...columnLines(diff, print),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function versions({ old, new: fresh }: ReportDiff): string {
  const same = old.generator.version === fresh.generator.version
  const stages = Object.keys(fresh.generator.versions).filter(
    (stage) => old.generator.versions[stage] !== fresh.generator.versions[stage],
  )
  const program = same
    ? `Both made by version ${fresh.generator.version}`
    : `Made by versions ${old.generator.version} and ${fresh.generator.version}`
  return stages.length === 0 ? `${program}.` : `${program}; other versions of: ${stages.join(', ')}.`
}

function nameOf({ outlet, source }: DiffArticle): string {
  return outlet === '' ? source : `${outlet} (${source})`
}

function articleChange({
  old,
  new: fresh,
  words,
  completeness,
}: ReportDiff['articles']['changed'][number]): string {
  const parts = [
    ...(words ? [`${count(words.added, 'word')} added, ${words.removed} gone`] : []),
    ...(completeness ? [`${completeness.old} → ${completeness.new}`] : []),
    ...(old.source === fresh.source ? [] : [`was ${old.source}`]),
  ]
  return parts.length === 0 ? nameOf(fresh) : `${nameOf(fresh)}: ${parts.join('; ')}`
}

/** A sentence from a little before the place where another begins to differ. */
function fromDifference(sentence: string, other: string): string {
  let same = 0
  while (same < sentence.length && sentence[same] === other[same]) same++
  const from = sentence.lastIndexOf(' ', Math.max(0, same - lead)) + 1
  return `${from > 0 ? '…' : ''}${shorten(sentence.slice(from), 120)}`
}

/** So many characters stand before the difference. */
const lead = 30

function cellWords(cell: DiffCell): string {
  switch (cell.state) {
    case 'present':
      return [
        'says so',
        cell.form,
        cell.stance === 'asserts' ? undefined : cell.stance,
        cell.certainty === 'plain' ? undefined : cell.certainty,
        cell.value,
      ]
        .filter((part) => part !== undefined)
        .join(', ')
    case 'absent':
      return 'no passage found'
    case 'unknown':
      return `cannot tell (${cell.reason === undefined ? 'no reason given' : reasonText(cell.reason)})`
  }
}

function columnLines(diff: ReportDiff, print: (text: string) => string): readonly string[] {
  const { added, removed } = diff.columns
  if (added.length + removed.length === 0) return []
  return ['', print(`Rows of the tables: ${added.length} new, ${removed.length} no longer there.`)]
}
