/** Joins that may be made, best first: greatest score, then lowest group numbers. */
export type Join = {
  readonly i: number
  readonly j: number
  readonly score: number
  /** Items of both groups when the join was offered. */
  readonly size: number
  /** The group whose best join it was. */
  readonly of: number
}

export class JoinHeap {
  private readonly items: Join[] = []

  push(join: Join): void {
    const items = this.items
    items.push(join)
    let at = items.length - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!before(join, items[parent])) break
      items[at] = items[parent] ?? join
      at = parent
    }
    items[at] = join
  }

  pop(): Join | undefined {
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

export function before(a: Join | undefined, b: Join | undefined): boolean {
  if (!a || !b) return false
  if (a.score !== b.score) return a.score > b.score
  return a.i !== b.i ? a.i < b.i : a.j < b.j
}
