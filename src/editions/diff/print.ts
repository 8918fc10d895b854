/** A ReportDiff in words, for the terminal. */
import type { DiffArticle, DiffCell, DiffFinding, ReportDiff } from '../../model/diff.js'
import { shorten } from '../../print/safe-text.js'
import { certaintyWords, count, formWords, kindName, reasonText, stanceWords } from '../../print/words.js'
import { printer } from '../../print/wrap.js'

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
  const { added, removed } = diff.columns
  const lines = [
    print(diff.old.title === diff.new.title ? diff.new.title : `${diff.old.title} → ${diff.new.title}`),
    print(versions(diff)),
    ...(diff.same ? ['', print('Nothing changed: the same articles, findings and cells.')] : []),
    ...list('Articles added', diff.articles.added.map(nameOf)),
    ...list('Articles no longer there', diff.articles.removed.map(nameOf)),
    ...list('Articles changed', diff.articles.changed.map(articleChange)),
    ...list('Findings that appeared', diff.findings.appeared.map(findingLine)),
    ...list('Findings that are gone', diff.findings.gone.map(findingLine)),
    ...list('Findings told otherwise', diff.findings.changed.map(findingChange)),
    ...list(
      'Cells that changed',
      diff.cells.map(
        (cell) =>
          `${cell.article.outlet || cell.article.source}: ${cellWords(cell.old)} → ${cellWords(cell.new)}: ${shorten(cell.column.label, 120)}`,
      ),
    ),
    ...(added.length + removed.length === 0
      ? []
      : ['', print(`Rows of the tables: ${added.length} new, ${removed.length} no longer there.`)]),
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

function findingLine({ kind, sentence, id }: DiffFinding): string {
  return `${kindName(kind)}: ${sentence} (${id})`
}

function findingChange({ old, new: fresh, what }: ReportDiff['findings']['changed'][number]): string {
  const told =
    old.sentence === fresh.sentence ? [] : [`before: ${fromDifference(old.sentence, fresh.sentence)}`]
  const classes = old.severity === fresh.severity ? [] : [`${old.severity} → ${fresh.severity}`]
  const now = fromDifference(fresh.sentence, old.sentence)
  return `${kindName(fresh.kind)}, ${what.join(' and ')}: ${[...classes, ...told, `now: ${now}`].join('; ')} (${fresh.id})`
}

const lead = 30

/** A sentence from a little before the place where another begins to differ; from its beginning where it does not. */
function fromDifference(sentence: string, other: string): string {
  const same =
    sentence === other ? 0 : Array.from(sentence).findIndex((character, at) => character !== other[at])
  const from = sentence.lastIndexOf(' ', Math.max(0, same - lead)) + 1
  return `${from > 0 ? '…' : ''}${shorten(sentence.slice(from), 120)}`
}

function cellWords(cell: DiffCell): string {
  switch (cell.state) {
    case 'present':
      return toldWords(cell)
    case 'absent':
      return 'no passage found'
    case 'unknown':
      return `cannot tell (${cell.reason === undefined ? 'no reason given' : reasonText(cell.reason)})`
  }
}

function toldWords(cell: DiffCell): string {
  const words = [
    cell.stance && stanceWords[cell.stance],
    cell.form && formWords[cell.form],
    cell.certainty === 'plain' ? undefined : cell.certainty && certaintyWords[cell.certainty],
    cell.value,
  ]
    .filter((part) => part !== undefined)
    .join(', ')
  return cell.perhaps === true ? `cannot tell (perhaps ${words})` : words
}
