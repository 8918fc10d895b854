/**
 * In:    attributions in any order.
 * Out:   the same in text order, each that stands inside another's content with the number of that one as parent.
 * Never: adds or drops one.
 */
import type { Found, WordRange } from './found.js'

type Part = Pick<Found, 'content' | 'cue'>

export function inOrder(found: readonly Found[]): Found[] {
  const ordered = [...found].sort((a, b) => firstWord(a) - firstWord(b) || cueStart(a) - cueStart(b))
  return ordered.map((item) => withParent(item, ordered))
}

function cueStart({ cue }: Found): number {
  return cue?.from ?? Infinity
}

function firstWord(item: Found): number {
  return Math.min(cueStart(item), item.source?.from ?? Infinity, ...item.content.map((piece) => piece.from))
}

/** Whether cue and content of one stand in the content of the other. */
export function isInside(candidate: Part, other: Part): boolean {
  const { cue } = candidate
  if (!cue) return false
  const within = (part: WordRange): boolean =>
    other.content.some((outer) => outer.from <= part.from && part.to <= outer.to)
  return within(cue) && candidate.content.every(within)
}

/** The innermost one that holds it. */
function withParent({ content, cue, source, confidence, verbatim }: Found, all: readonly Found[]): Found {
  const item = { content, cue, source, confidence, ...(verbatim ? { verbatim } : {}) }
  let parent = -1
  all.forEach((other, n) => {
    if (other.cue === cue || !isInside(item, other)) return
    if (parent < 0 || size(other) < size(all[parent])) parent = n
  })
  return parent >= 0 ? { ...item, parent } : item
}

function size(item: Found | undefined): number {
  return (item?.content ?? []).reduce((sum, { from, to }) => sum + to - from, 0)
}
