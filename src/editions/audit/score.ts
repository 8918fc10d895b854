/**
 * A filled sheet read back, as spreadsheets save it, and the error rates that follow. "Cannot tell" and open rows count neither way; findings
 * have no recall, as they are drawn from what was found. Shares are weighted over strata; bounds of recall take two intervals at their worst.
 */
import { parse } from 'csv-parse/sync'
import type { AuditKey, AuditResult, AuditRow, CellFigures, Interval, Share } from '../../model/audit.js'
import type { Finding } from '../../model/comparison.js'
import type { Report } from '../../model/report.js'
import { standingOf } from '../../print/blocks.js'
import { grouped } from '../../text/grouped.js'
import { sortedBy } from '../../text/order.js'
import { weightedShare } from '../statistics.js'
import { answers, type Answer } from './sample.js'

export type Sheet =
  | { readonly ok: true; readonly answers: ReadonlyMap<string, Answer>; readonly missing: number }
  | { readonly ok: false; readonly problem: string }

const written: ReadonlyMap<string, Answer> = new Map([
  ...['yes', 'y'].map((word) => [word, 'yes'] as const),
  ...['no', 'n'].map((word) => [word, 'no'] as const),
  ...['cannot-tell', 'cannot tell', 'can’t tell', "can't tell", '?'].map(
    (word) => [word, 'cannot-tell'] as const,
  ),
])

export function readSheet(text: string, key: AuditKey): Sheet {
  const rows = rowsIn(text)
  if (rows === null) return problem('it is no CSV: a quotation mark is not closed, or stands where none may')
  const [head, ...body] = rows
  if (head === undefined) return problem('it is empty')
  const names = head.map((name) => name.trim().toLowerCase())
  const [itemAt, answerAt] = [names.indexOf('item'), names.indexOf('answer')]
  if (itemAt < 0 || answerAt < 0) return problem('its first line must name the columns "item" and "answer"')
  if (body.length === 0) return problem('it has no rows')
  const known = new Set(key.items.map(({ item }) => item))
  const given = new Map<string, Answer>()
  const seen = new Set<string>()
  for (const [index, row] of body.entries()) {
    const [item, answer] = [(row[itemAt] ?? '').trim(), (row[answerAt] ?? '').trim()]
    if (!known.has(item)) return problem(`row ${index + 2} has the item "${item}", which is not in the key`)
    if (seen.has(item)) return problem(`the item ${item} stands in two rows`)
    seen.add(item)
    if (answer === '') continue
    const meant = written.get(answer.toLowerCase())
    if (meant === undefined)
      return problem(
        `row ${index + 2} (${item}) has the answer "${answer}"; it must be ${answers.join(', ')} or empty`,
      )
    given.set(item, meant)
  }
  if (given.size === 0) return problem('no answer is filled in')
  return { ok: true, answers: given, missing: known.size - seen.size }
}

function rowsIn(text: string): readonly (readonly string[])[] | null {
  const [line = ''] = text.split(/\r?\n/, 1)
  const number = (mark: string): number => line.split(mark).length
  const delimiter = [',', ';', '\t'].reduce((best, mark) => (number(mark) > number(best) ? mark : best))
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true })
  } catch {
    return null
  }
}

function problem(what: string): Sheet {
  return { ok: false, problem: what }
}

export function score(key: AuditKey, answers: ReadonlyMap<string, Answer>): AuditResult {
  const rows = [...grouped(key.strata, ({ stratum }) => [stratum])].map(([stratum, parts]) =>
    rowOf(stratum, parts, key, answers),
  )
  const sum = (pick: (row: AuditRow) => number): number => rows.reduce((total, row) => total + pick(row), 0)
  return {
    schema: 'synoptic/audit@1',
    items: key.items.length,
    answered: sum(({ right, wrong, cannotTell }) => right + wrong + cannotTell),
    cannotTell: sum(({ cannotTell }) => cannotTell),
    open: sum(({ open }) => open),
    rows,
    findings: weighted(rows.filter(({ stratum }) => stratum.startsWith('finding '))),
    cells: (['claim', 'quote'] as const).flatMap((columns) => cellFigures(columns, rows)),
  }
}

/** Findings as people ruled on them: right where they stand or are put otherwise, wrong where all dismiss them, open where people part. */
export function ruledAudit(reports: readonly Report[]): AuditResult {
  const found = reports.flatMap(({ findings }, report) =>
    findings.map((finding) => {
      const stratum = `finding ${finding.kind}` as const
      return { item: `${report} ${finding.id}`, stratum, outlet: null, report, target: [finding.id], finding }
    }),
  )
  const items = found.filter(({ finding }) => (finding.review ?? []).length > 0)
  const sizes = grouped(found, ({ stratum }) => [stratum])
  const strata = sortedBy(
    [...grouped(items, ({ stratum }) => [stratum])].map(([stratum, ruled]) => ({
      stratum,
      outlet: null,
      size: sizes.get(stratum)?.length ?? 0,
      sampled: ruled.length,
    })),
    ({ stratum }) => stratum,
  )
  const key = { schema: 'synoptic/audit-key@1', generator: '', seed: '', reports: [], strata, items } as const
  return score(key, new Map(items.map(({ item, finding }) => [item, answerOf(finding)])))
}

function answerOf(finding: Finding): Answer {
  switch (standingOf(finding)) {
    case 'accepted':
    case 'corrected':
      return 'yes'
    case 'dismissed':
      return 'no'
    case 'disputed':
    case 'unreviewed':
      return 'cannot-tell'
  }
}

function rowOf(
  stratum: AuditRow['stratum'],
  parts: AuditKey['strata'],
  key: AuditKey,
  answers: ReadonlyMap<string, Answer>,
): AuditRow {
  // A cell called absent is right where the text does not tell the thing.
  const [yes, no] = stratum.endsWith('cell absent') ? (['no', 'yes'] as const) : (['yes', 'no'] as const)
  const judged = key.items
    .filter((item) => item.stratum === stratum)
    .map(({ item, outlet }) => ({ outlet, answer: answers.get(item) }))
  const number = (answer: Answer | undefined, of = judged): number =>
    of.filter((one) => one.answer === answer).length
  const precision = weighted(
    parts.map(({ outlet, size }) => {
      const here = judged.filter((one) => one.outlet === outlet)
      return { size, right: number(yes, here), wrong: number(no, here) }
    }),
  )
  return {
    stratum,
    size: parts.reduce((sum, { size }) => sum + size, 0),
    sampled: parts.reduce((sum, { sampled }) => sum + sampled, 0),
    ...{ right: number(yes), wrong: number(no), cannotTell: number('cannot-tell'), open: number(undefined) },
    precision,
  }
}

/** Strata without a judged item have no weight; what they would say is not known. */
function weighted(rows: readonly Pick<AuditRow, 'size' | 'right' | 'wrong'>[]): Share {
  return weightedShare(
    rows.flatMap(({ size, right, wrong }) =>
      Array.from({ length: right + wrong }, (_, at) => ({
        weight: size / (right + wrong),
        value: at < right ? 1 : 0,
      })),
    ),
  )
}

function cellFigures(columns: 'claim' | 'quote', rows: readonly AuditRow[]): readonly CellFigures[] {
  const present = rows.find(({ stratum }) => stratum === `${columns} cell present`)
  const absent = rows.find(({ stratum }) => stratum === `${columns} cell absent`)
  if (present === undefined && absent === undefined) return []
  return [
    {
      columns,
      present: { precision: present?.precision ?? null, recall: recall(present, absent) },
      absent: { precision: absent?.precision ?? null, recall: recall(absent, present) },
    },
  ]
}

type Called = { readonly size: number; readonly precision: Share }

/** Of all that truly are so, the share that was called so: right ones here against wrong ones on the other side. */
export function recall(here: Called | undefined, there: Called | undefined): Share {
  if (!here?.precision || !there?.precision) return null
  const of = (found: number, lost: number): number => {
    const [hit, missed] = [here.size * found, there.size * lost]
    return hit + missed === 0 ? 0 : hit / (hit + missed)
  }
  const [found, lost] = [here.precision, there.precision]
  // Nothing was judged to be so: then there was nothing to find.
  if (here.size * found.value + there.size * (1 - lost.value) === 0) return null
  const bounds = (share: { readonly interval: Interval | null; readonly value: number }): Interval =>
    share.interval ?? { low: share.value, high: share.value }
  const [a, b] = [bounds(found), bounds(lost)]
  return {
    value: of(found.value, 1 - lost.value),
    interval: { low: of(a.low, 1 - b.low), high: of(a.high, 1 - b.high) },
  }
}

export function auditText(result: AuditResult): string {
  const { items, answered, cannotTell, open } = result
  return [
    `${answered} of ${items} items judged; of these ${cannotTell} cannot be told. ${open === 0 ? '' : `${open} left open.`}`.trim(),
    '',
    'Right, of what was judged (95 % interval)',
    ...result.rows.map(rowText),
    '',
    `All findings, each kind weighted by its number: ${shareText(result.findings)}`,
    ...result.cells.flatMap(({ columns, present, absent }) => [
      `Cells of ${columns}s called present: precision ${shareText(present.precision)}, recall ${shareText(present.recall)}`,
      `Cells of ${columns}s called absent:  precision ${shareText(absent.precision)}, recall ${shareText(absent.recall)}`,
    ]),
    '',
    'Recall of findings is not measured: the sample is drawn from what was found. The cells show what was not.',
    'Bounds of recall take two intervals at their worst. "Cannot tell" and open rows count neither way.',
    '',
  ].join('\n')
}

function rowText({ stratum, size, sampled, right, wrong, cannotTell, precision }: AuditRow): string {
  const judged = `${right} of ${right + wrong}`
  const unclear = cannotTell === 0 ? '' : `, ${cannotTell} cannot tell`
  return `  ${stratum}: ${judged}, ${shareText(precision)} (${sampled} drawn of ${size}${unclear})`
}

export function shareText(share: Share): string {
  if (share === null) return 'not known'
  const percent = (value: number): string => `${Math.round(value * 100)}`
  const { value, interval } = share
  return interval === null
    ? `${percent(value)} %`
    : `${percent(value)} % (${percent(interval.low)} to ${percent(interval.high)})`
}
