/** Numbers 0..count-1 in groups that join (union-find); a group is named by its lowest number. */
import { addTo } from './grouped.js'
export class Roots {
  private readonly parent: Int32Array

  constructor(count: number) {
    this.parent = Int32Array.from({ length: count }, (_, i) => i)
  }

  rootOf(i: number): number {
    let at = i
    for (let up = this.parent[at] ?? at; up !== at; up = this.parent[at] ?? at) {
      const over = this.parent[up] ?? up
      this.parent[at] = over
      at = over
    }
    return at
  }

  join(a: number, b: number): void {
    const [x, y] = [this.rootOf(a), this.rootOf(b)]
    this.parent[Math.max(x, y)] = Math.min(x, y)
  }

  /** Each group ascending, ordered by their first. */
  groups(): number[][] {
    const groups = new Map<number, number[]>()
    for (let i = 0; i < this.parent.length; i++) addTo(groups, this.rootOf(i), i)
    return [...groups.values()]
  }
}

/** Connected groups under links, in the same order. */
export function groupsOf(count: number, links: readonly (readonly [number, number])[]): number[][] {
  const roots = new Roots(count)
  for (const [a, b] of links) roots.join(a, b)
  return roots.groups()
}
