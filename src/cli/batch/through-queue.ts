/** Runs items through the service's queue; ids follow from batch and entry, so that a batch begun again finds what it has submitted. */
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Issue } from '../../model/issue.js'
import type { Source } from '../../model/source.js'
import { isSettled } from '../../model/submission.js'
import type { Service } from '../../open-service.js'
import { StoreAway, type UploadedContent } from '../../ports/store.js'
import { expandSources } from '../../pool/pooled.js'
import { isForReader, submit } from '../../jobs/submit.js'
import { contentId, sha256 } from '../../text/hash.js'
import type { BatchItem } from '../../batch-manifest.js'
import { readNotes } from '../files.js'
import { UsageError } from '../outcome.js'
import { expandItem, failed, keepReport } from './event.js'
import type { BatchResult } from '../../model/batch-result.js'

export type QueueOptions = {
  readonly out: string
  readonly folder: string
  readonly zone: string
  readonly deadlineSeconds: number
  readonly pollMs: number
}

/** Submissions under way at once: the queue holds the rest back from one batch alone. */
const atOnce = 200

export async function throughQueue(
  items: readonly BatchItem[],
  service: Service,
  options: QueueOptions,
  onResult: (result: BatchResult) => Promise<void>,
): Promise<void> {
  const waiting = [...items]
  const running = new Map<BatchItem, Submitted>()
  // One after another: reports may be large, and what cannot be kept ends all of it.
  while (waiting.length > 0 || running.size > 0) {
    while (running.size < atOnce) {
      const item = waiting.shift()
      if (!item) break
      const submitted = await patiently(() => submitItem(item, service, options), options)
      if ('state' in submitted) await onResult(submitted)
      else running.set(item, submitted)
    }
    for (const [item, submitted] of running) {
      const result = await patiently(() => resultOf(item, submitted, service, options.out), options)
      if (!result) continue
      running.delete(item)
      await onResult(result)
    }
    if (running.size > 0) await sleep(options.pollMs)
  }
}

/** An outage of the store is waited out: it is no reason to give up what is under way. */
async function patiently<T>(ask: () => Promise<T>, { pollMs }: QueueOptions): Promise<T> {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof StoreAway)) throw error
      await sleep(pollMs)
    }
  }
}

/** Remarks on the files here, which workers elsewhere cannot make: they go before those of the report. */
type Submitted = { readonly id: string; readonly issues: readonly Issue[] }

/** What cannot be submitted has failed. */
async function submitItem(
  item: BatchItem,
  service: Service,
  options: QueueOptions,
): Promise<Submitted | BatchResult> {
  const list = await expandItem(item, options.folder, (names) => expandSources(names, service))
  let notes: string | null = null
  try {
    if (list.notes) notes = (await readNotes(list.notes, service)).text
  } catch (error) {
    if (error instanceof UsageError) return failed(item, error.message)
    throw error
  }
  const stored: Source[] = []
  const contents: UploadedContent[] = []
  for (const source of list.sources) stored.push(await storedSource(source, service, contents))
  const of = [path.resolve(options.out), item.id, JSON.stringify(stored), options.zone]
  const id = contentId('cmp', ...of, ...(notes === null ? [] : [notes]))
  await submit(
    {
      id,
      title: item.title ?? list.title,
      sources: stored,
      contents,
      notes,
      reader: notes === null && isForReader(stored, service.reading),
      options: { zone: options.zone, deadlineSeconds: options.deadlineSeconds },
      callbackUrl: null,
      batch: null,
      idempotency: null,
    },
    service,
  )
  return { id, issues: list.issues }
}

/** A file's bytes go into the store with the submission, for workers elsewhere cannot open it; one that is lost stays as it is. */
async function storedSource(source: Source, service: Service, contents: UploadedContent[]): Promise<Source> {
  if (source.kind !== 'file' || source.problem !== undefined) return source
  const outcome = await service.fetchers.file.fetch(source.location)
  if (outcome.state === 'failed') {
    const { code, message } = outcome
    return { ...source, problem: { code, message } }
  }
  const hash = sha256(outcome.bytes)
  contents.push({ sha256: hash, bytes: outcome.bytes, mediaType: outcome.mediaType })
  return { ...source, kind: 'stored', location: hash, mediaType: outcome.mediaType }
}

async function resultOf(
  item: BatchItem,
  { id, issues }: Submitted,
  service: Service,
  out: string,
): Promise<BatchResult | null> {
  const submission = await service.store.find(id)
  if (!submission) return failed(item, 'It was deleted while it ran.')
  if (!isSettled(submission)) return null
  const stored = await service.store.report(id)
  if (stored === null) return failed(item, submission.reasons.join(' ') || 'No report was made.')
  const notesFile = submission.notes === 'printed' ? await service.store.notes(id) : null
  const seconds = ((submission.finishedAt ?? submission.createdAt) - submission.createdAt) / 1000
  return keepReport(item, { json: stored, issues, notesFile, seconds }, out, service)
}
