/** `synoptic agreement`: how far reviewers of one report agree. Exit code 1 where they ruled on nothing in common. */
import path from 'node:path'
import { ReviewerAgreement } from '../../model/reviewer-agreement.js'
import type { Review } from '../../model/review.js'
import { writeJson } from '../../report/json.js'
import { agreementOf } from '../../editions/review/reviewer-agreement.js'
import { agreementText } from '../../editions/review/reviewer-agreement-text.js'
import { exitCodes, type ExitCode } from '../exit-codes.js'
import { readReviews } from '../read-json.js'
import { openSavedReport } from '../saved-report.js'
import type { Terminal } from '../terminal.js'
import type { AgreementOptions } from '../typed.js'
import { UsageError } from '../usage-error.js'
import { itemAt } from '../../text/item-at.js'

export async function agreement(
  files: readonly string[],
  options: AgreementOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (files.length < 2) throw new UsageError('Agreement needs the reviews of two people or more.')
  const reviews = named(await readReviews(files), files)
  const report = options.report === undefined ? null : await openSavedReport(options.report)
  const [first, ...others] = reviews
  if (others.some((one) => one.report.sources.join() !== first?.report.sources.join()))
    terminal.warn('The reviews are of reports on different sources; rulings on the same ids are compared.')
  const found = agreementOf(reviews, report)
  await terminal.out(
    options.json ? `${writeJson(ReviewerAgreement, found)}\n` : agreementText(found, terminal.width),
  )
  return (found.rows[0]?.shared ?? 0) > 0 ? exitCodes.complete : exitCodes.nothingComparable
}

/** Reviewers without a name, or with the same, are told apart by their files. */
function named(reviews: readonly Review[], files: readonly string[]): readonly Review[] {
  const names = reviews.map(({ reviewer }) => reviewer)
  const unique = names.every((name) => name !== '') && new Set(names).size === names.length
  if (unique) return reviews
  return reviews.map((review, index) => ({
    ...review,
    reviewer: `${review.reviewer} (${path.basename(itemAt(files, index))})`.trim(),
  }))
}
