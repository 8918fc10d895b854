/**
 * How many independent texts tell a column: articles of one group count once, and so do articles whose mentions stand
 * inside one shared passage.
 *
 * In: spans of the mentions by article, what the articles share. Out: 0 for none, never more than there are groups.
 */
import type { Independence } from '../model/alignment.js'
import type { Span } from '../model/span.js'
import { overlap, spanLength } from '../text/spans.js'
import { groupsOf } from '../text/roots.js'

export function independentTexts(
  mentions: readonly (readonly [article: string, spans: readonly Span[]])[],
  { groups, shared }: Independence,
): number {
  const links: [number, number][] = []
  const join = (members: readonly number[]): void => {
    for (const i of members.slice(1)) links.push([members[0] ?? i, i])
  }
  for (const group of groups)
    join(mentions.flatMap(([article, spans], i) => (spans.length > 0 && group.includes(article) ? [i] : [])))
  for (const passage of shared) {
    const inside = mentions.flatMap(([article, spans], i) => {
      const copy = passage.spans.filter((span) => span.article === article)
      return spans.length > 0 && spans.every((span) => within(span, copy)) ? [i] : []
    })
    join(inside)
  }
  return groupsOf(mentions.length, links).length
}

/** Most of the span stands in the shared copy. */
function within(span: Span, copy: readonly Span[]): boolean {
  const common = copy.reduce((sum, piece) => sum + overlap(span, piece), 0)
  return common >= 0.8 * spanLength(span)
}
