/**
 * Stability: which findings hold when the comparison is run again with something taken away or moved.
 *
 * In:    the Context and the drafts of the full run, and the run itself as a function of a Context.
 * Out:   for each finding, in how many re-runs it came out again, of how many.
 * Never: counts a re-run that takes away what the finding is about (a side of two, the report that lacks the thing, one
 *        of two tellers): such a re-run says nothing of it.
 *
 * Re-runs: one for each other article, left out (three and more articles; at most eight, four of more than 25); all thresholds a tenth stricter; a tenth
 * looser. A finding came out again when one of its kind rests on mostly the same passages. What does not change from run
 * to run is worked out once for the event (text/once.ts).
 */
import { comparedInFull } from '../text/drawn.js'
import type { Evidence, Finding } from '../model/comparison.js'
import { rerunOf, type Context } from './context.js'
import type { Draft } from './lens.js'
import { moves } from './thresholds.js'
import { without } from './without.js'
import { addTo, countsOf } from '../text/grouped.js'

export type Held = { readonly survived: number; readonly of: number }

/** Articles left out in turn at most: a batch of a hundred reports is not run a hundred times; of many one matters less. */
const mostLeftOut = { few: 8, many: 4 } as const

type Run = (context: Context) => readonly Draft[]

export function stability(context: Context, drafts: readonly Draft[], run: Run): ReadonlyMap<string, Held> {
  const reruns = moves.map((moved) => rerun(null, run(rerunOf(context, { moved }))))
  // Without a third article nothing can be left out.
  if (context.views.length > 2) {
    const most = context.views.length - 1 > comparedInFull ? mostLeftOut.many : mostLeftOut.few
    for (const { id } of context.views.slice(0, most)) {
      const alignment = without(context.alignment, id)
      reruns.push(rerun(id, run(rerunOf(context, { alignment }))))
    }
  }
  return new Map(
    drafts.map(({ finding }) => {
      const fair = reruns.filter(
        ({ leftOut }) => leftOut === null || standsWithout(context, finding, leftOut),
      )
      const survived = fair.filter((again) => comesOut(finding, again)).length
      return [finding.id, { survived, of: fair.length }]
    }),
  )
}

/** A re-run, and which of its findings rest on a passage: their numbers by kind and passage. */
type Rerun = {
  readonly leftOut: string | null
  readonly restingOn: ReadonlyMap<string, readonly number[]>
}

function rerun(leftOut: string | null, drafts: readonly Draft[]): Rerun {
  const restingOn = new Map<string, number[]>()
  drafts.forEach(({ finding }, number) => {
    for (const passage of passages(finding, leftOut)) addTo(restingOn, passage, number)
  })
  return { leftOut, restingOn }
}

/** Whether the finding's own ground is still there when the article is left out. */
function standsWithout(context: Context, finding: Finding, leftOut: string): boolean {
  const involved = new Set([...groundOf(finding), ...finding.articles])
  if (!involved.has(leftOut)) return true
  const left = [...involved].filter((id) => id !== leftOut)
  const { positions } = finding.detail
  if (positions && positions.length > 1)
    return positions.every(({ articles }) => articles.some((id) => id !== leftOut)) && context.texts(left) > 1
  if (finding.kind === 'omitted-claim' || finding.kind === 'omitted-quote') {
    const tellers = left.filter((id) => !finding.articles.includes(id))
    return finding.articles.some((id) => id !== leftOut) && context.texts(tellers) > 1
  }
  return false
}

/** A quotation's finding rests on its own version and the fullest; the other versions stand beside it. */
function groundOf({ kind, evidence }: Finding): readonly string[] {
  const ground = kind.startsWith('quote-') ? evidence.filter(({ role }) => role === 'fuller') : []
  return (ground.length > 0 ? ground : evidence).map(({ article }) => article)
}

/** Share of the passages that are still there which a finding of the re-run must rest on, too. */
const mostly = 0.5

function comesOut(finding: Finding, { leftOut, restingOn }: Rerun): boolean {
  const rest = passages(finding, leftOut)
  const common = countsOf(rest.flatMap((passage) => restingOn.get(passage) ?? []))
  return [...common.values()].some((count) => count >= mostly * rest.length)
}

/** What one report alone tells is what the others leave out: which of the two it is hangs on who is left out. */
function sortOf(kind: Finding['kind']): string {
  return kind === 'omitted-claim' || kind === 'omitted-quote' || kind === 'only-here' ? 'left out' : kind
}

/** What a finding rests on, its kind with it. What came closest and was rejected is no ground. */
function passages(finding: Finding, leftOut: string | null): readonly string[] {
  const ground = finding.evidence.filter(({ role, article }) => role !== 'nearest' && article !== leftOut)
  return [
    ...new Set(
      ground.map(({ article, start, end }: Evidence) => `${sortOf(finding.kind)} ${article} ${start} ${end}`),
    ),
  ]
}
