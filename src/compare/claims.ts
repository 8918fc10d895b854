/** Claims by place. */
import type { Claim } from '../model/annotation.js'
import type { Span } from '../model/span.js'
import { overlap } from '../text/spans.js'
import type { ArticleView } from '../likeness/view.js'

/** The claim that holds most of a span; the shortest of several. */
export function claimAt(view: ArticleView, span: Span): Claim | undefined {
  let best: Claim | undefined
  let most = 0
  for (const claim of view.article.claims) {
    const shared = overlap(claim, span)
    const shorter = best && claim.end - claim.start < best.end - best.start
    if (shared > most || (shared > 0 && shared === most && shorter)) {
      best = claim
      most = shared
    }
  }
  return best
}
