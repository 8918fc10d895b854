/**
 * From answers to error rates: precision of each kind of finding; precision and recall of present and absent cells.
 *
 * In:    a key and an answer an item. Out: an AuditResult.
 * Never: counts "cannot tell" or an open row as right or wrong, or gives a recall of findings: the sample is drawn from
 *        what the program found, and only the cells show what it did not find.
 *
 * Within a stratum the draw is a simple random one, so Wilson's interval holds. Over strata each share is weighted by
 * how many there are; its interval is Wilson's at the effective size after Kish (1965), 1 / Σ (W²/n). Recall combines
 * two strata; its bounds take both intervals at their worst, so they are wider than 95 %.
 */
import type { AuditKey, AuditResult, AuditRow, CellFigures, Share } from '../../model/audit.js'
import { wilson, type Interval } from '../statistics/wilson.js'
import type { Answer } from './sheet.js'

export function score(key: AuditKey, answers: ReadonlyMap<string, Answer>): AuditResult {
  const rows = key.strata.map((stratum) => rowOf(stratum, key, answers))
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

function rowOf(
  { stratum, size, sampled }: AuditKey['strata'][number],
  key: AuditKey,
  answers: ReadonlyMap<string, Answer>,
): AuditRow {
  const given = key.items.filter((item) => item.stratum === stratum).map(({ item }) => answers.get(item))
  const number = (answer: Answer | undefined): number => given.filter((one) => one === answer).length
  // A cell called absent is right where the text does not tell the thing.
  const absent = stratum.endsWith('cell absent')
  const [right, wrong] = absent ? [number('no'), number('yes')] : [number('yes'), number('no')]
  return {
    stratum,
    size,
    sampled,
    right,
    wrong,
    cannotTell: number('cannot-tell'),
    open: number(undefined),
    precision: shareOf(right, right + wrong),
  }
}

function shareOf(right: number, of: number): Share {
  return of === 0 ? null : { value: right / of, interval: wilson(right / of, of) }
}

/** Strata without a judged item have no weight; what they would say is not known. */
function weighted(rows: readonly AuditRow[]): Share {
  const judged = rows.filter(({ right, wrong }) => right + wrong > 0)
  const total = judged.reduce((sum, { size }) => sum + size, 0)
  if (total === 0) return null
  let value = 0
  let spread = 0
  for (const { size, right, wrong } of judged) {
    const weight = size / total
    value += (weight * right) / (right + wrong)
    spread += (weight * weight) / (right + wrong)
  }
  const share = Math.min(1, value)
  return { value: share, interval: wilson(share, 1 / spread) }
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

/** Of all cells that truly are so, the share that was called so: right ones here against wrong ones on the other side. */
function recall(here: AuditRow | undefined, there: AuditRow | undefined): Share {
  if (!here?.precision || !there?.precision) return null
  const of = (found: number, lost: number): number => {
    const [hit, missed] = [here.size * found, there.size * lost]
    return hit + missed === 0 ? 0 : hit / (hit + missed)
  }
  const [found, lost] = [here.precision, there.precision]
  const bounds = (share: { readonly interval: Interval | null; readonly value: number }): Interval =>
    share.interval ?? { low: share.value, high: share.value }
  const [a, b] = [bounds(found), bounds(lost)]
  return {
    value: of(found.value, 1 - lost.value),
    interval: { low: of(a.low, 1 - b.low), high: of(a.high, 1 - b.high) },
  }
}
