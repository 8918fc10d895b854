/**
 * Stability: which findings hold when the comparison is run again with something taken away or moved.
 *
 * In:    articles, alignment, the drafts of the full run, and the run itself as a function of a Context.
 * Out:   for each finding, in how many re-runs it came out again, of how many.
 * Never: counts a re-run that takes away what the finding is about (a side of two, the report that lacks the thing, one
 *        of two tellers): such a re-run says nothing of it.
 *
 * Re-runs: one for each other article, left out (three and more articles); all thresholds a tenth stricter; a tenth
 * looser. A finding came out again when one of its kind rests on mostly the same passages. Views and figures of
 * articles are shared between the runs.
 */
import type { Alignment } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Evidence, Finding } from '../model/comparison.js'
import { createContext, type Context } from './context.js'
import type { Draft } from './lens.js'
import { without } from './without.js'

export type Held = { readonly survived: number; readonly of: number }

/** All thresholds are moved by a tenth, both ways. */
const moves = [0.9, 1.1] as const
/** Articles left out in turn at most: a batch of a hundred reports is not run a hundred times. */
const mostLeftOut = 8

type Run = (context: Context) => readonly Draft[]

export function stability(
  articles: readonly AnnotatedArticle[],
  alignment: Alignment,
  context: Context,
  drafts: readonly Draft[],
  run: Run,
): ReadonlyMap<string, Held> {
  const reference = context.reference?.article ?? null
  const reruns: {
    readonly leftOut: string | null
    readonly found: ReadonlyMap<string, readonly Finding[]>
  }[] = moves.map((moved) => ({
    leftOut: null,
    found: byKind(run(createContext(articles, alignment, { moved, reference }))),
  }))
  // Without a third article nothing can be left out.
  if (context.views.length > 2) {
    for (const { id } of context.views.slice(0, mostLeftOut)) {
      const rest = articles.filter((article) => article.id !== id)
      reruns.push({
        leftOut: id,
        found: byKind(run(createContext(rest, without(alignment, id), { reference }))),
      })
    }
  }
  return new Map(
    drafts.map(({ finding }) => {
      const fair = reruns.filter(
        ({ leftOut }) => leftOut === null || standsWithout(context, finding, leftOut),
      )
      const survived = fair.filter(({ leftOut, found }) => comesOut(finding, leftOut, found)).length
      return [finding.id, { survived, of: fair.length }]
    }),
  )
}

function byKind(drafts: readonly Draft[]): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>()
  for (const { finding } of drafts) found.set(finding.kind, [...(found.get(finding.kind) ?? []), finding])
  return found
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

function comesOut(
  finding: Finding,
  leftOut: string | null,
  found: ReadonlyMap<string, readonly Finding[]>,
): boolean {
  const rest = passages(finding, leftOut)
  return (found.get(finding.kind) ?? []).some((other) => {
    const theirs = new Set(passages(other, leftOut))
    const common = rest.filter((item) => theirs.has(item)).length
    return common > 0 && common >= mostly * rest.length
  })
}

/** What came closest and was rejected is no ground of a finding. */
function passages(finding: Finding, leftOut: string | null): readonly string[] {
  const ground = finding.evidence.filter(({ role, article }) => role !== 'nearest' && article !== leftOut)
  return [...new Set(ground.map(({ article, start, end }: Evidence) => `${article} ${start} ${end}`))]
}
