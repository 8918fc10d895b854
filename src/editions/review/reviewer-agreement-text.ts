/** In: a ReviewerAgreement and a width. Out: what a person reads in the terminal. Never: a figure without its number of cases. */
import type { ReviewerAgreement, ReviewerAgreementRow } from '../../model/reviewer-agreement.js'
import { shorten, visibleLine } from '../../print/safe-text.js'
import { count } from '../../print/words.js'
import { printer } from '../../print/wrap.js'

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
