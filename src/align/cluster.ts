/**
 * Groups by average link: two groups join while the mean of all scores between them stays at or above a threshold; a
 * pair without a score counts as 0 (UPGMA, Sokal and Michener 1958, on a sparse graph).
 *
 * In:    number of items; scored pairs (0..1); the threshold; how many pairs were compared. Out: groups of item numbers,
 *        ascending, ordered by first.
 * Never: depends on the order of the pairs; ties go to the lowest item numbers.
 *
 * A group keeps a list of its neighbours with the sums of scores. When two join, their lists are added up; other groups'
 * lists go on naming the old ones and are read through `rootOf`, so that a join costs no more than its own two lists.
 * Each group has its best join on the heap. A join never brings a group nearer to a third than the nearer part was, so an
 * entry that has gone out of date stands too high, never too low: it is looked up again when it comes to the top.
 */
import { quantise } from '../text/quantise.js'
import { allCompared, type Compared } from './compared.js'
import { before, JoinHeap, type Join } from './join-heap.js'
import type { Pairs } from './pairs.js'
import { Roots } from '../text/roots.js'

export type Links = Pick<Pairs, 'count' | 'i' | 'j' | 'score'>

/** Sums of scores between a group and others, and how many of the pairs count by themselves (see compared.ts). */
type Neighbours = { readonly ids: Int32Array; readonly sums: Float64Array; readonly alone: Int32Array }

export function averageLink(
  count: number,
  links: Links,
  threshold: number,
  looked: Compared = allCompared(count),
): number[][] {
  const lists = neighbourLists(count, links, threshold, looked)
  const roots = new Roots(count)
  const sizes = new Int32Array(count).fill(1)
  const sums = new Float64Array(count)
  const alone = new Int32Array(count)
  const heap = new JoinHeap()
  for (let i = 0; i < count; i++) offerBest(i)
  for (let top = heap.pop(); top !== undefined; top = heap.pop()) {
    const { i, j, of } = top
    if (roots.rootOf(of) !== of) continue
    if (roots.rootOf(i) === i && roots.rootOf(j) === j && sizeOf(i) + sizeOf(j) === top.size) {
      roots.join(i, j)
      looked.join(i, j)
      sizes[i] = sizeOf(i) + sizeOf(j)
      lists[i] = addedUp([lists[i], lists[j]], i)
      lists[j] = undefined
      offerBest(i)
    } else {
      lists[of] = addedUp([lists[of]], of)
      offerBest(of)
    }
  }
  return roots.groups()

  function sizeOf(group: number): number {
    return sizes[group] ?? 1
  }

  function offerBest(of: number): void {
    const list = lists[of]
    let best: Join | undefined
    for (let at = 0; list && at < list.ids.length; at++) {
      const k = list.ids[at] ?? 0
      const score = quantise((list.sums[at] ?? 0) / (looked.inFull(of, k) + (list.alone[at] ?? 0)))
      if (score < threshold || (best && score < best.score)) continue
      const join = { i: Math.min(of, k), j: Math.max(of, k), score, size: sizeOf(of) + sizeOf(k), of }
      if (!best || before(join, best)) best = join
    }
    if (best) heap.push(best)
  }

  /** The neighbours of a new group, by their present names. */
  function addedUp(parts: readonly (Neighbours | undefined)[], self: number): Neighbours {
    const found: number[] = []
    for (const part of parts)
      for (let at = 0; part && at < part.ids.length; at++) {
        const k = roots.rootOf(part.ids[at] ?? 0)
        if (k === self) continue
        if (sums[k] === 0) found.push(k)
        sums[k] = (sums[k] ?? 0) + (part.sums[at] ?? 0)
        alone[k] = (alone[k] ?? 0) + (part.alone[at] ?? 0)
      }
    const list = {
      ids: Int32Array.from(found),
      sums: Float64Array.from(found, (k) => sums[k] ?? 0),
      alone: Int32Array.from(found, (k) => alone[k] ?? 0),
    }
    for (const k of found) sums[k] = alone[k] = 0
    return list
  }
}

/** Pairs that no chain of scores above the threshold connects can never meet in one group: they are left out. */
function neighbourLists(
  count: number,
  links: Links,
  threshold: number,
  looked: Compared,
): (Neighbours | undefined)[] {
  const reach = new Roots(count)
  for (let k = 0; k < links.count; k++)
    if ((links.score[k] ?? 0) >= threshold) reach.join(links.i[k] ?? 0, links.j[k] ?? 0)
  const degree = new Int32Array(count)
  eachKept((i, j) => {
    degree[i] = (degree[i] ?? 0) + 1
    degree[j] = (degree[j] ?? 0) + 1
  })
  const lists = Array.from(degree, (size) => ({
    ids: new Int32Array(size),
    sums: new Float64Array(size),
    alone: new Int32Array(size),
  }))
  const filled = new Int32Array(count)
  eachKept((i, j, score) => {
    put(i, j, score)
    put(j, i, score)
  })
  return lists

  function eachKept(visit: (i: number, j: number, score: number) => void): void {
    for (let k = 0; k < links.count; k++) {
      const [i, j, score] = [links.i[k] ?? 0, links.j[k] ?? 0, links.score[k] ?? 0]
      if (score > 0 && reach.rootOf(i) === reach.rootOf(j)) visit(i, j, score)
    }
  }

  function put(from: number, to: number, score: number): void {
    const at = filled[from] ?? 0
    const list = lists[from]
    if (!list) return
    list.ids[at] = to
    list.sums[at] = score
    list.alone[at] = looked.countsAlone(from, to) ? 1 : 0
    filled[from] = at + 1
  }
}
