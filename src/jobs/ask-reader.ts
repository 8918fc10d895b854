/**
 * The reader's job: the operator's second reader reads an event that was compared, and the report is replaced by one with its notes.
 *
 * Tokens are set aside before they are spent: a process that is killed, however often, costs no more than the day's.
 */
import type { CompareJob } from '../model/job.js'
import { isAwaited, type Submission } from '../model/submission.js'
import { write } from '../pool/pooled.js'
import { RunLater } from '../ports/queue.js'
import type { Reading, ReadingOutcome } from '../ports/reader.js'
import { compared } from './compare-event.js'
import type { JobDeps, SecondReader } from './deps.js'

/** The server of the model is away or busy; its message is the reason. */
export class ReaderAway extends Error {
  override readonly name = 'ReaderAway'
}

export async function askReader(
  { comparison }: CompareJob,
  deps: JobDeps,
  signal: AbortSignal,
): Promise<void> {
  const { store, reading } = deps
  const submission = await store.submission(comparison)
  if (!submission || !reading || !isAwaited(submission)) return
  if (submission.notes === 'awaited') {
    const made = await asked(submission, reading, deps, signal)
    await store.keepNotes(comparison, made)
    if ('reason' in made) return
  }
  const { summary, json } = await compared(submission, await store.notes(comparison), deps)
  if (summary.errors.length > (submission.summary?.errors.length ?? 0)) {
    await store.keepNotes(comparison, { reason: 'testing its notes took too long.' })
    return
  }
  await store.replaceReport(comparison, { report: json, summary }, deps.now())
}

/** Below it an event is not begun. */
const fewestTokens = 1_000

async function asked(
  { id }: Submission,
  second: SecondReader,
  deps: JobDeps,
  signal: AbortSignal,
): Promise<{ readonly text: string } | { readonly reason: string }> {
  const report = await deps.store.report(id)
  if (report === null) return { reason: 'its report is gone.' }
  const shown = await write({ as: 'reading', report }, deps)
  if (shown.state === 'refused') return { reason: shown.reason }
  const content = JSON.parse(shown.printed) as Reading
  const outcome = await readInTurn(content, id, second, deps, signal)
  if (outcome.state === 'read') return { text: `${JSON.stringify(outcome.notes, null, 1)}\n` }
  if (outcome.transient) throw new ReaderAway(outcome.reason)
  return { reason: outcome.reason }
}

/** Has the reader read something of a comparison when it is its turn (`RunLater` before), within the day's tokens. */
export async function readInTurn(
  content: Reading,
  comparison: string,
  { reader, test, tokensOfEvent, tokensOfDay, gapMs }: SecondReader,
  { store, now, notice }: Pick<JobDeps, 'store' | 'now' | 'notice'>,
  signal: AbortSignal,
): Promise<ReadingOutcome> {
  const wait = await store.takeTurn('the second reader', gapMs, now())
  if (wait > 0) throw new RunLater(wait)
  const at = new Date(now()).toISOString()
  const day = at.slice(0, 10)
  const tokens = await store.takeTokens(day, tokensOfEvent, tokensOfDay)
  if (tokens < fewestTokens) {
    await store.returnTokens(day, tokens)
    const usage = { requests: 0, tokensIn: 0, tokensOut: 0, cost: null, seconds: 0 }
    const reason = 'the tokens that it may spend in a day are spent.'
    return { state: 'failed', reason, transient: false, usage }
  }
  const outcome = await reader.read(content, { at, tokens, signal, ...(test === undefined ? {} : { test }) })
  const { requests, tokensIn, tokensOut } = outcome.usage
  await store.returnTokens(day, tokens - tokensIn - tokensOut)
  const reason = outcome.state === 'failed' ? outcome.reason : null
  notice({ kind: 'asked', comparison, requests, tokensIn, tokensOut, reason })
  return outcome
}
