/**
 * How many independent texts tell a column: articles whose mentions stand inside one shared passage count once.
 *
 * In: spans of the mentions by article, the shared passages. Out: 0 for none.
 */
import type { Independence } from '../model/alignment.js'
import type { Span } from '../model/span.js'
import { overlap, spanLength } from '../text/spans.js'
import { groupsOf } from './groups.js'

export function independentTexts(
  mentions: readonly (readonly [article: string, spans: readonly Span[]])[],
  shared: Independence['shared'],
): number {
  const links: [number, number][] = []
  for (const passage of shared) {
    const inside = mentions.flatMap(([article, spans], i) => {
      const copy = passage.spans.filter((span) => span.article === article)
      return spans.length > 0 && spans.every((span) => within(span, copy)) ? [i] : []
    })
    for (const i of inside.slice(1)) links.push([inside[0] ?? i, i])
  }
  return groupsOf(mentions.length, links).length
}

/** Most of the span stands in the shared copy. */
function within(span: Span, copy: readonly Span[]): boolean {
  const common = copy.reduce((sum, piece) => sum + overlap(span, piece), 0)
  return common >= 0.8 * spanLength(span)
}
