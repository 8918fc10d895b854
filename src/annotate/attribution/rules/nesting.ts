/**
 * In:    attributions in any order.
 * Out:   the same in text order, each that stands inside another's content with the number of that one as parent.
 * Never: adds or drops one.
 */
import type { Found, WordRange } from '../reading.js'

type Part = Pick<Found, 'content' | 'cue'>

export function inOrder(found: readonly Found[]): Found[] {
  const ordered = [...found].sort((a, b) => firstWord(a) - firstWord(b) || cueStart(a) - cueStart(b))
  const parents = parentsOf(ordered)
  return ordered.map(({ content, cue, source, confidence, verbatim }, n) => {
    const item = { content, cue, source, confidence, ...(verbatim ? { verbatim } : {}) }
    const parent = parents.get(n)
    return parent === undefined ? item : { ...item, parent }
  })
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

/**
 * Of each that is held by another, the place of the innermost one that holds it. One pass over the words: only contents
 * that are open where a cue begins can hold it.
 */
function parentsOf(all: readonly Found[]): ReadonlyMap<number, number> {
  const pieces = all
    .flatMap(({ content }, n) => content.map(({ from, to }) => ({ from, to, n })))
    .sort((a, b) => a.from - b.from || a.n - b.n)
  const inner = [...all.entries()].filter(([, { cue }]) => cue !== null)
  inner.sort(([, a], [, b]) => cueStart(a) - cueStart(b))
  const parents = new Map<number, number>()
  let open: typeof pieces = []
  let next = 0
  for (const [n, item] of inner) {
    const at = cueStart(item)
    for (let piece = pieces[next]; piece && piece.from <= at; piece = pieces[++next]) open.push(piece)
    open = open.filter(({ to }) => to > at)
    const holding = open.flatMap(({ n: other }) => {
      const outer = all[other]
      return outer && outer.cue !== item.cue && isInside(item, outer) ? [other] : []
    })
    holding.sort((a, b) => size(all[a]) - size(all[b]) || a - b)
    const [innermost] = holding
    if (innermost !== undefined) parents.set(n, innermost)
  }
  return parents
}

function size(item: Found | undefined): number {
  return (item?.content ?? []).reduce((sum, { from, to }) => sum + to - from, 0)
}
