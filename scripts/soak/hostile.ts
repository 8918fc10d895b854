/**
 * Honest comparisons with hostile ones submitted among them, on one embedded server as a user starts it: how long each
 * honest one takes, against a run of the same without the hostile ones just before, and how long `/healthz` takes
 * meanwhile, asked by a process of its own.
 */
import { finished, heldUp, quantile, rounded, submit, watched, type Watched } from './embedded.js'
import { hostileRequests, type HostileRequest } from './hostile-texts.js'
import { pause, savedPages } from './setup.js'

/** Honest comparisons at once: the next is sent when one has ended, so that a busy machine has no more to do than an idle one. */
const atOnce = 4
const pagesEach = 3
/** Hostile comparisons that have not ended so long after the honest ones are told as running. */
const patienceMs = 60_000
const timesLimit = 2

type Run = Watched & {
  /** From the first submission to the end of the last honest comparison. */
  readonly seconds: number
}

export type HostileFigures = {
  readonly honest: number
  readonly hostile: number
  readonly undisturbed: Run
  readonly disturbed: Run
  /** Within what time half, nine in ten, and all of the honest comparisons were done, over the same undisturbed. */
  readonly times: { readonly half: number; readonly nineInTen: number; readonly all: number }
  /** Of an honest comparison, seconds. */
  readonly secondsEach: { readonly undisturbed: readonly number[]; readonly disturbed: readonly number[] }
  /** How each hostile request ended. */
  readonly ends: Readonly<Record<string, string>>
  readonly wrong: readonly string[]
}

export async function hostile(honest: number, seed: number): Promise<HostileFigures> {
  const requests = hostileRequests(seed)
  const undisturbed = await run(honest, [])
  const disturbed = await run(honest, requests)
  const [quiet, busy] = [undisturbed, disturbed].map((one) => one.honest.map(({ seconds }) => seconds))
  const over = (part: number): number => rounded(quantile(busy ?? [], part) / quantile(quiet ?? [], part))
  const times = { half: over(0.5), nineInTen: over(0.9), all: over(1) }
  const whole = rounded(disturbed.figures.seconds / undisturbed.figures.seconds)
  const wrong = heldUp(disturbed.figures)
  if (whole > timesLimit) wrong.push(`all honest comparisons together took ${whole} times as long`)
  for (const [at, seconds] of (busy ?? []).entries()) {
    const ratio = rounded(seconds / (quiet?.[at] ?? 0))
    if (ratio > timesLimit) wrong.push(`honest comparison ${at} took ${ratio} times as long: ${seconds} s`)
  }
  for (const [at, { report }] of disturbed.honest.entries())
    if (report !== undisturbed.honest[at]?.report) wrong.push(`honest comparison ${at} has another outcome`)
  return {
    honest,
    hostile: requests.length,
    undisturbed: undisturbed.figures,
    disturbed: disturbed.figures,
    times,
    secondsEach: { undisturbed: quiet ?? [], disturbed: busy ?? [] },
    ends: disturbed.ends,
    wrong,
  }
}

type Ended = { readonly seconds: number; readonly report: string }

async function run(
  honest: number,
  requests: readonly HostileRequest[],
): Promise<{
  readonly honest: readonly Ended[]
  readonly ends: Readonly<Record<string, string>>
  readonly figures: Run
}> {
  const server = await watched(async (url) => {
    const started = performance.now()
    const bad = new Map<string, Promise<string>>()
    const done: Ended[] = []
    let next = 0
    const client = async (): Promise<void> => {
      while (next < honest) {
        const number = next++
        for (const request of requests.slice(
          due(number, honest, requests),
          due(number + 1, honest, requests),
        ))
          bad.set(request.name, submitHostile(url, request))
        done[number] = await honestComparison(url, number)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, client))
    const seconds = rounded((performance.now() - started) / 1_000)
    const ends: Record<string, string> = {}
    const late = pause(patienceMs).then(() => 'still running')
    for (const [name, end] of bad) ends[name] = await Promise.race([end, late])
    return { honest: done, ends, seconds }
  })
  const { honest: ended, ends, seconds } = server.done
  return { honest: ended, ends, figures: { ...server.watched, seconds } }
}

/** How many hostile requests are sent before the `number`-th honest one: evenly over the first half of the run. */
function due(number: number, honest: number, requests: readonly unknown[]): number {
  return Math.min(requests.length, Math.ceil((number / honest) * 2 * requests.length))
}

/** Saved pages that no other comparison shares. */
async function honestComparison(url: string, number: number): Promise<Ended> {
  const sources = savedPages()
    .slice(0, pagesEach)
    .map(({ name, html }) => ({ name, html: html.replace('</p>', ` Edition ${number}.</p>`) }))
  const id = await submit(url, JSON.stringify({ title: `Honest ${number}`, sources }))
  if (!('id' in id)) throw new Error(`an honest comparison was refused: ${id.status}`)
  const { seconds } = await finished(url, id.id)
  const report = await (await fetch(`${url}/api/comparisons/${id.id}/report.json`)).text()
  return { seconds, report }
}

/** Never rejects: the server may be told to stop before it has ended. */
async function submitHostile(url: string, request: HostileRequest): Promise<string> {
  return hostileComparison(url, request).catch((error: unknown) => String(error))
}

async function hostileComparison(url: string, { body }: HostileRequest): Promise<string> {
  const started = performance.now()
  const id = await submit(url, body)
  if (!('id' in id)) return `refused with ${id.status} after ${Math.round(performance.now() - started)} ms`
  const { seconds, state, reasons } = await finished(url, id.id)
  return `${state} after ${seconds} s${reasons.length > 0 ? `: ${reasons.join(' ')}` : ''}`
}
