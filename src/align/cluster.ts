/**
 * Groups by average link: two groups join while the mean of all scores between them stays at or above a threshold; a
 * pair without a score counts as 0 (UPGMA, Sokal and Michener 1958, on a sparse graph).
 *
 * In:    number of items; scored pairs (0..1); the threshold. Out: groups of item numbers, ascending, ordered by first.
 * Never: depends on the order of the pairs; ties go to the lowest item numbers.
 */
import { quantise } from '../text/quantise.js'

export type ScoredPair = { readonly i: number; readonly j: number; readonly score: number }

export function averageLink(
  count: number,
  pairs: readonly ScoredPair[],
  threshold: number,
  mayJoin: (a: readonly number[], b: readonly number[]) => boolean = () => true,
): number[][] {
  const members = new Map<number, number[]>()
  const sums = new Map<number, Map<number, number>>()
  for (let i = 0; i < count; i++) {
    members.set(i, [i])
    sums.set(i, new Map())
  }
  for (const { i, j, score } of pairs) {
    sums.get(i)?.set(j, score)
    sums.get(j)?.set(i, score)
  }
  const heap = new PairHeap()
  for (const { i, j, score } of pairs)
    if (score >= threshold) heap.push({ i: Math.min(i, j), j: Math.max(i, j), score: quantise(score) })
  for (let top = heap.pop(); top !== undefined; top = heap.pop()) {
    const a = members.get(top.i)
    const b = members.get(top.j)
    if (!a || !b || quantise(mean(top.i, top.j)) !== top.score || !mayJoin(a, b)) continue
    merge(top.i, top.j)
  }
  return [...members.values()]
    .map((list) => list.sort((a, b) => a - b))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))

  function mean(i: number, j: number): number {
    const total = sums.get(i)?.get(j) ?? 0
    return total / ((members.get(i)?.length ?? 1) * (members.get(j)?.length ?? 1))
  }

  /** Group j goes into group i (i < j); entries of the heap that name old sizes fall out by their score. */
  function merge(i: number, j: number): void {
    const into = sums.get(i) ?? new Map<number, number>()
    for (const [k, sum] of sums.get(j) ?? []) {
      if (k === i) continue
      into.set(k, (into.get(k) ?? 0) + sum)
      const other = sums.get(k)
      other?.delete(j)
      other?.set(i, into.get(k) ?? 0)
    }
    into.delete(j)
    members.set(i, [...(members.get(i) ?? []), ...(members.get(j) ?? [])])
    members.delete(j)
    sums.delete(j)
    for (const k of into.keys()) {
      const score = quantise(mean(i, k))
      if (score >= threshold) heap.push({ i: Math.min(i, k), j: Math.max(i, k), score })
    }
  }
}

/** Greatest score first, then lowest item numbers. */
class PairHeap {
  private readonly items: ScoredPair[] = []

  push(pair: ScoredPair): void {
    const items = this.items
    items.push(pair)
    let at = items.length - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!before(pair, items[parent])) break
      items[at] = items[parent] ?? pair
      at = parent
    }
    items[at] = pair
  }

  pop(): ScoredPair | undefined {
    const items = this.items
    const top = items[0]
    const last = items.pop()
    if (last === undefined || items.length === 0) return top
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= items.length) break
      if (child + 1 < items.length && before(items[child + 1], items[child])) child++
      if (!before(items[child], last)) break
      items[at] = items[child] ?? last
      at = child
    }
    items[at] = last
    return top
  }
}

function before(a: ScoredPair | undefined, b: ScoredPair | undefined): boolean {
  if (!a || !b) return false
  if (a.score !== b.score) return a.score > b.score
  return a.i !== b.i ? a.i < b.i : a.j < b.j
}
