/** Commands on saved reports and reviews: `synoptic diff`, `export` and `agreement`. They read no source again. */
import path from 'node:path'
import { diffReports } from '../../editions/diff/diff.js'
import { renderDiff } from '../../editions/diff/print.js'
import { agreementOf, agreementText } from '../../editions/review/agreement.js'
import { ReportDiff } from '../../model/diff.js'
import { Report } from '../../model/report.js'
import type { Review } from '../../model/review.js'
import { ReviewerAgreement } from '../../model/reviewer-agreement.js'
import { write } from '../../pool/pooled.js'
import { writeJson } from '../../report/json.js'
import { plainText } from '../../text/plain-text.js'
import { openSavedReport, readReviews, reviewsIn, warnWithoutSheet, writeFolder } from '../files.js'
import type { Run, agreementOptions, diffOptions, exportOptions } from '../options.js'
import { exitCodes, UsageError } from '../outcome.js'
import { withDeps } from '../sources.js'

export const diff: Run<typeof diffOptions> = async ([oldFile = '', newFile = ''], options, terminal) => {
  const old = await openSavedReport(oldFile)
  const fresh = await openSavedReport(newFile)
  const found = diffReports(old, fresh)
  const shared = fresh.articles.length > found.articles.added.length
  if (!shared)
    terminal.warn(
      'warning: no article of one report is in the other (not by content, source, address or outlet): the two may be on different events.',
    )
  await terminal.out(options.json ? `${writeJson(ReportDiff, found)}\n` : renderDiff(found, terminal.width))
  return shared ? exitCodes.complete : exitCodes.nothingComparable
}

export const exportReport: Run<typeof exportOptions> = async ([file = ''], options, terminal) => {
  const report = writeJson(Report, await openSavedReport(file))
  const reviews = await readReviews(options.review)
  const job = { as: 'files', report, reviews, forms: options.to } as const
  const written = await withDeps({ allowPrivate: false }, (deps) => write(job, deps))
  if (written.state === 'refused') throw new UsageError(written.reason)
  const { files } = written
  const folder = options.out ?? path.dirname(file)
  await writeFolder(folder, files, terminal)
  if (options.to.includes('classroom')) warnWithoutSheet(files, terminal)
  await terminal.out(files.map(({ name }) => `${plainText(path.join(folder, name))}\n`).join(''))
  return exitCodes.complete
}

export const agreement: Run<typeof agreementOptions> = async (files, options, terminal) => {
  const given = await reviewsIn(files)
  if (given.length < 2) throw new UsageError('Agreement needs the reviews of two people or more.')
  const reviews = named(given)
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
function named(given: Awaited<ReturnType<typeof reviewsIn>>): readonly Review[] {
  const reviews = given.map(({ review }) => review)
  const names = reviews.map(({ reviewer }) => reviewer)
  const unique = names.every((name) => name !== '') && new Set(names).size === names.length
  if (unique) return reviews
  return given.map(({ review, file }) => ({
    ...review,
    reviewer: `${review.reviewer} (${path.basename(file)})`.trim(),
  }))
}
