/** What the parts of the soak run share: the service under test, seeded chance, waiting, and pages to compare. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { submit } from '../../src/jobs/submit.js'
import type { Source } from '../../src/model/source.js'
import { isFinal, type ComparisonState } from '../../src/model/submission.js'
import type { Service } from '../../src/open-service.js'
import type { Created, Idempotency } from '../../src/ports/store.js'
import { sha256 } from '../../src/text/hash.js'
import { root } from '../../tests/support/event.js'
import type { Server } from '../../tests/support/services.js'

export type Servers = { readonly redis: Server; readonly postgres: Server }
export type Content = { readonly sha256: string; readonly bytes: Buffer; readonly mediaType: string }

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Numbers 0..1 that are the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function contentOf(text: string, mediaType: string): Content {
  const bytes = Buffer.from(text)
  return { sha256: sha256(bytes), bytes, mediaType }
}

export function storedSource(name: string, content: Content): Source {
  return { name, kind: 'stored', location: content.sha256, outlet: null }
}

export async function submitSources(
  id: string,
  sources: readonly Source[],
  contents: readonly Content[],
  service: Service,
  idempotency: Idempotency | null = null,
): Promise<Created> {
  const options = { zone: 'UTC', deadlineSeconds: 86_400 }
  const rest = { callbackUrl: null, batch: null, idempotency }
  return submit({ id, title: 'Event', sources, contents, options, ...rest }, service)
}

/** Saved pages of a sample event. */
export function savedPages(): { readonly name: string; readonly html: string }[] {
  const folder = path.join(root, 'samples/moscow-talks/pages')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .sort()
    .slice(0, 5)
    .map((name) => ({ name, html: readFileSync(path.join(folder, name), 'utf8') }))
}

/** Seconds until every submission is final, or the limit is over; looks often and waits out an outage on the way. */
export async function untilDone(
  service: Service,
  onLook?: (left: number) => Promise<void>,
  limitSeconds = Infinity,
): Promise<number> {
  const started = performance.now()
  for (;;) {
    const left = await service.store.unfinished(5_000).then(
      (items) => items.length,
      () => null,
    )
    const seconds = (performance.now() - started) / 1_000
    if (left === 0 || seconds > limitSeconds) return seconds
    if (left !== null) await onLook?.(left)
    await pause(50)
  }
}

export type Outcome = {
  readonly state: ComparisonState
  readonly reasons: readonly string[]
  readonly report: string | null
}

/** When a page was fetched is the one thing in which two runs differ by right. */
const fetchedAt = /"fetchedAt":"[^"]+"/gu

export async function outcomesOf(ids: readonly string[], service: Service): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>()
  for (const id of ids) {
    const found = await service.store.find(id)
    if (!found || !isFinal(found.state)) throw new Error(`${id} has not ended`)
    const report = (await service.store.report(id))?.replace(fetchedAt, '"fetchedAt":"…"') ?? null
    outcomes.set(id, { state: found.state, reasons: found.reasons, report })
  }
  return outcomes
}

/** Processor seconds that a process has used, and its resident memory in megabytes, now and at most (Linux: /proc). */
export function usageOf(pid: number | undefined): {
  readonly cpuSeconds: number
  readonly megabytes: number
  readonly peakMegabytes: number
} {
  const status = readFileSync(`/proc/${pid ?? ''}/status`, 'utf8')
  const megabytesOf = (name: string): number =>
    Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`, 'u').exec(status)?.[1]) / 1024)
  // Fields 14 and 15 of `stat`, in hundredths of a second; the name before them may hold blanks.
  const fields =
    readFileSync(`/proc/${pid ?? ''}/stat`, 'utf8')
      .split(') ')
      .at(-1)
      ?.split(' ') ?? []
  const cpuSeconds = (Number(fields[11]) + Number(fields[12])) / 100
  return { cpuSeconds, megabytes: megabytesOf('VmRSS'), peakMegabytes: megabytesOf('VmHWM') }
}
