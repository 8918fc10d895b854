/** In: an AuditResult. Out: what a person reads in the terminal. Never: a share without its interval and its cases. */
import type { AuditResult, AuditRow, Share } from '../../model/audit.js'

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

function shareText(share: Share): string {
  if (share === null) return 'not known'
  const percent = (value: number): string => `${Math.round(value * 100)}`
  const { value, interval } = share
  return interval === null
    ? `${percent(value)} %`
    : `${percent(value)} % (${percent(interval.low)} to ${percent(interval.high)})`
}
