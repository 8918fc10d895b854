/** How far two or more reviewers of one report agree. */
import type { ReviewerAgreement, ReviewerAgreementRow } from '../../model/reviewer-agreement.js'
import type { Report } from '../../model/report.js'
import type { Review, ReviewTarget, Verdict } from '../../model/review.js'
import { shorten, visibleLine } from '../../print/safe-text.js'
import { count } from '../../print/words.js'
import { printer } from '../../print/wrap.js'
import { grouped } from '../../text/grouped.js'
import { itemAt } from '../../text/item-at.js'
import { sortedBy, compareCodeUnits } from '../../text/order.js'
import { agreementOn } from '../statistics.js'

type Ruled = {
  readonly finding: string
  readonly target: ReviewTarget
  readonly sentence: string
  readonly given: readonly { readonly reviewer: string; readonly verdict: Verdict }[]
}

export function agreementOf(reviews: readonly Review[], report: Report | null): ReviewerAgreement {
  const ruled = targetsOf(reviews)
  const kindOf = ({ finding }: Ruled): string =>
    report?.findings.find(({ id }) => id === finding)?.kind ?? 'not in this report'
  const byKind = report === null ? [] : [...grouped(ruled, (one) => [kindOf(one)])]
  return {
    schema: 'synoptic/agreement@1',
    reviewers: reviews.map(({ reviewer }) => reviewer),
    rows: [row('all', ruled), ...sortedBy(byKind, ([kind]) => kind).map(([kind, same]) => row(kind, same))],
    combinations: combinations(ruled),
    disagreements: ruled
      .filter(({ given }) => new Set(given.map(({ verdict }) => verdict)).size > 1)
      .map(({ target, sentence, given }) => ({ target, sentence, verdicts: given })),
  }
}

function targetsOf(reviews: readonly Review[]): readonly Ruled[] {
  const rulings = reviews.flatMap(({ reviewer, rulings: given }) =>
    given.map((one) => ({ ...one, reviewer })),
  )
  return sortedBy(
    [...grouped(rulings, ({ target }) => [target.finding])].map(([finding, given]) => {
      const { target, sentence } = itemAt(given, 0)
      return {
        finding,
        target,
        sentence,
        given: given.map(({ reviewer, verdict }) => ({ reviewer, verdict })),
      }
    }),
    ({ finding }) => finding,
  )
}

function row(kind: string, ruled: readonly Ruled[]): ReviewerAgreementRow {
  const units = ruled.map(({ given }) => given.map(({ verdict }) => verdict))
  const { shared, ...figures } = agreementOn(units)
  return { kind, shared, single: units.length - shared, ...figures }
}

function combinations(ruled: readonly Ruled[]): ReviewerAgreement['combinations'] {
  const shared = ruled.filter(({ given }) => given.length > 1)
  const verdictsOf = ({ given }: Ruled): Verdict[] =>
    given.map(({ verdict }) => verdict).sort(compareCodeUnits)
  return sortedBy(
    grouped(shared, (one) => [verdictsOf(one).join(' ')]),
    ([verdicts]) => verdicts,
  ).map(([, same]) => ({ verdicts: verdictsOf(itemAt(same, 0)), targets: same.length }))
}

export function agreementText(found: ReviewerAgreement, width: number): string {
  const print = printer(width)
  const [all] = found.rows
  return [
    print(`Reviewers: ${found.reviewers.join(', ')}`),
    ...found.rows.map((row) => print(rowText(row), '    ', row.kind === 'all' ? '' : '  ')),
    ...(all?.alpha === null && all.shared > 0
      ? [
          print(
            'Alpha is not defined where all rulings are alike: there is nothing to agree on but one verdict.',
          ),
        ]
      : []),
    ...found.combinations.map(({ verdicts, targets }) =>
      print(`${verdicts.join(' + ')}: ${targets}`, '    ', '  '),
    ),
    ...(found.disagreements.length === 0 ? [] : ['', print('They disagree on:')]),
    ...found.disagreements.map(({ sentence, verdicts }) =>
      print(
        `${shorten(visibleLine(sentence), 160)} (${verdicts.map(({ reviewer, verdict }) => `${reviewer}: ${verdict}`).join(', ')})`,
        '    ',
        '  - ',
      ),
    ),
    '',
  ].join('\n')
}

function rowText({ kind, shared, single, equal, alpha, interval }: ReviewerAgreementRow): string {
  const name = kind === 'all' ? 'All' : kind
  if (shared === 0)
    return `${name}: nothing that two of them ruled on (${count(single, 'ruling')} by one alone)`
  const figures = [
    equal === null ? '' : `${Math.round(equal * 100)} % of pairs alike`,
    alpha === null ? 'alpha not defined' : `Krippendorff's alpha ${alpha.toFixed(2)}`,
  ].filter((figure) => figure !== '')
  const bounds =
    interval === null || alpha === null
      ? ''
      : ` (95 %: ${interval.low.toFixed(2)} to ${interval.high.toFixed(2)})`
  return `${name}: ${count(shared, 'target')} ruled on by two or more, ${single} by one alone; ${figures.join(', ')}${bounds}`
}
