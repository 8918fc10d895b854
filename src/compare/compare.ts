/**
 * Compare: from an aligned event to the list of what the reports tell differently.
 *
 * In:    the annotated articles and their Alignment.
 * Out:   a Comparison; each finding names the spans that show it, gravest first.
 * Never: ranks outlets, or says an article lacks what we could not read.
 */
import type { Alignment } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Comparison, Evidence } from '../model/comparison.js'
import { byKeys } from '../text/order.js'
import { overlap } from '../text/spans.js'
import { actorsOf } from './actors/actors.js'
import { createContext, type Context } from './context.js'
import { eventIssues } from './event-issues.js'
import { factGroups, factTable } from './facts/fact-table.js'
import { opposedIn } from './lenses/polarity.js'
import { linkedFigures } from './facts/groups.js'
import type { Draft } from './lens.js'
import { lenses } from './lens-list.js'
import { profileOf } from './profiles.js'
import { gated, rank } from './rank.js'
import { positionTable } from './stances/position-table.js'

/** All lenses over one context, what is sure enough to be shown. */
function found(context: Context): readonly Draft[] {
  return withoutDisputed(gated(lenses.flatMap((lens) => lens.find(context))))
}

/** What reports tell in two ways is left out by none: the difference speaks for it. */
function withoutDisputed(drafts: readonly Draft[]): readonly Draft[] {
  const disputed = drafts
    .filter(({ finding: { kind } }) => kind === 'conflict' || kind === 'quote-altered')
    .flatMap(({ finding }) => finding.evidence)
  const isDisputed = (one: Evidence): boolean =>
    one.role === 'asserts' &&
    disputed.some(
      (other) => other.article === one.article && overlap(one, other) * 2 > other.end - other.start,
    )
  return drafts.filter(
    ({ finding: { kind, evidence } }) =>
      !(kind === 'omitted-claim' || kind === 'only-here') || !evidence.some(isDisputed),
  )
}

/** `reference`: the text that quotations are checked against; it is held in the quote columns, and is no report. */
export function compare(
  articles: readonly AnnotatedArticle[],
  alignment: Alignment,
  reference: AnnotatedArticle | null = null,
): Comparison {
  const context = createContext(articles, alignment, reference)
  const parts = [linkedFigures(context), opposedIn(context)].flatMap(({ passedOver }) => [...passedOver])
  const passedOver = new Set(parts.map(({ id }) => id))
  return {
    findings: rank(found(context)),
    facts: factTable(context, factGroups(context)),
    positions: positionTable(context),
    actors: actorsOf(context),
    profiles: [...articles].sort(byKeys((article) => article.id)).map(profileOf),
    issues: eventIssues(articles, alignment, passedOver),
  }
}
