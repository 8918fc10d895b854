/** Between rows and model values: JSON columns are parsed with the model's schemas, for a database is an edge too. */
import { ReportSummary } from '../../model/pool-job.js'
import { z } from 'zod'
import { Issue } from '../../model/issue.js'
import { Source } from '../../model/source.js'
import { ComparisonState, SourceProgress, Submission, SubmissionOptions } from '../../model/submission.js'
import type { Selectable } from 'kysely'
import type { Tables } from './tables.js'

const Reasons = z.array(z.string())
const SourceState = SourceProgress.unwrap().shape.state

export function submissionOf(row: Selectable<Tables['comparisons']>): Submission {
  return {
    id: row.id,
    title: row.title,
    options: SubmissionOptions.parse(JSON.parse(row.options)),
    callbackUrl: row.callbackUrl,
    batch: row.batch,
    state: ComparisonState.parse(row.state),
    reasons: Reasons.parse(JSON.parse(row.reasons)),
    round: row.round,
    createdAt: row.createdAt,
    deadlineAt: row.deadlineAt,
    finishedAt: row.finishedAt,
    summary: row.summary === null ? null : ReportSummary.parse(JSON.parse(row.summary)),
  }
}

export function progressOf(row: Selectable<Tables['comparisonSources']>): SourceProgress {
  return {
    position: row.position,
    source: Source.parse(JSON.parse(row.source)),
    state: SourceState.parse(row.state),
    issue: row.issue === null ? null : Issue.parse(JSON.parse(row.issue)),
  }
}
