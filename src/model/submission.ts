/**
 * A submission: what somebody asked to be compared, and how far it has come. Made by the server, the CLI and batches;
 * read by jobs, through the store.
 */
import { z } from 'zod'
import { fixed, listOf } from './fixed.js'
import { Issue } from './issue.js'
import { ReportSummary } from './pool-job.js'
import { Source } from './source.js'

/** An IANA zone that this machine knows. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

export const SubmissionOptions = fixed({
  /** IANA zone for dates in articles that state none. */
  zone: z.string(),
  /** Seconds from submission after which the comparison is made from what has arrived. */
  deadlineSeconds: z.int().positive(),
})
export type SubmissionOptions = z.infer<typeof SubmissionOptions>

/** `complete`, `partial` and `failed` are final. `partial`: a report was made, and some source gave no article. */
export const ComparisonState = z.enum(['queued', 'running', 'complete', 'partial', 'failed'])
export type ComparisonState = z.infer<typeof ComparisonState>

/**
 * A second reader's notes: `given` with the submission; or `awaited` of the operator's reader, `made` by it, and `printed` once the
 * report is replaced; or `failed`, and the report stands without.
 */
export const NotesState = z.enum(['given', 'awaited', 'made', 'printed', 'failed'])

export const Submission = fixed({
  id: z.string(),
  title: z.string().nullable(),
  options: SubmissionOptions,
  /** Where to send the outcome, or null. */
  callbackUrl: z.string().nullable(),
  /** Batch it belongs to, or null. */
  batch: z.string().nullable(),
  state: ComparisonState,
  /** Why it failed or is partial: sentences for people; empty while unfinished or complete. */
  reasons: listOf(z.string()),
  /** How often it was queued; raised when a lost queue is filled again. */
  round: z.int().nonnegative(),
  /** Milliseconds since the epoch. */
  createdAt: z.int(),
  deadlineAt: z.int(),
  finishedAt: z.int().nullable(),
  notes: NotesState.nullable(),
  /** Why the reader gave none, in a sentence. */
  notesReason: z.string().nullable(),
  /** The story whose reports it compares, or null. */
  story: z.string().nullable(),
  /** What its report comes to; null without a report. */
  summary: ReportSummary.nullable(),
})
export type Submission = z.infer<typeof Submission>

/** What was read of a source, in short. */
export const ReadAbout = fixed({
  outlet: z.string(),
  headline: z.string().nullable(),
  publishedAt: z.string().nullable(),
  words: z.int().nonnegative(),
})
export type ReadAbout = z.infer<typeof ReadAbout>

/** How far one source of a submission has come. */
export const SourceProgress = fixed({
  position: z.int().nonnegative(),
  source: Source,
  state: z.enum(['waiting', 'fetched', 'read', 'lost']),
  /** Why it was lost. */
  issue: Issue.nullable(),
  /** Of the page that was read, and the hash of its text: which version of it the comparison rests on. */
  address: z.string().nullable(),
  text: z.string().nullable(),
  /** Null before it was read. */
  read: ReadAbout.nullable(),
})
export type SourceProgress = z.infer<typeof SourceProgress>

/** Its report will be replaced once the reader's notes are there. */
export function isAwaited({ state, notes }: Pick<Submission, 'state' | 'notes'>): boolean {
  return (state === 'complete' || state === 'partial') && (notes === 'awaited' || notes === 'made')
}

/** Final, and nothing more will come. */
export function isSettled(submission: Pick<Submission, 'state' | 'notes'>): boolean {
  return isFinal(submission.state) && !isAwaited(submission)
}

export function isFinal(state: ComparisonState): boolean {
  return state === 'complete' || state === 'partial' || state === 'failed'
}
