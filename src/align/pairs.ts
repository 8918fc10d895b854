/**
 * Scored pairs of many units, as columns of numbers: an event of 50 reports has a million of them.
 *
 * In: pairs one by one. Out: Pairs; the pairs of each unit.
 */
export type Pairs = {
  readonly count: number
  /** i < j: numbers of units. */
  readonly i: Int32Array
  readonly j: Int32Array
  /** How sure a cell is that the pair holds in its row. */
  readonly score: Float64Array
  /** The probability that both tell the same: what decides about joining. */
  readonly joining: Float64Array
  /** Numbers of articles some of whose units were not compared, since there are too many. */
  readonly passedOver: ReadonlySet<number>
}

export class PairTable implements Pairs {
  count = 0
  i = new Int32Array(1024)
  j = new Int32Array(1024)
  score = new Float64Array(1024)
  joining = new Float64Array(1024)
  readonly passedOver = new Set<number>()

  add(i: number, j: number, score: number, joining: number): void {
    if (this.count === this.i.length) this.grow()
    const at = this.count++
    this.i[at] = i
    this.j[at] = j
    this.score[at] = score
    this.joining[at] = joining
  }

  private grow(): void {
    const size = 2 * this.count
    const [i, j] = [new Int32Array(size), new Int32Array(size)]
    const [score, joining] = [new Float64Array(size), new Float64Array(size)]
    i.set(this.i)
    j.set(this.j)
    score.set(this.score)
    joining.set(this.joining)
    Object.assign(this, { i, j, score, joining })
  }
}

/** For each unit the places of its pairs: those of unit `u` stand from `first[u]` to before `first[u + 1]`. */
export type PairsOfUnits = { readonly first: Int32Array; readonly places: Int32Array }

export function pairsOfUnits(units: number, { count, i, j }: Pairs): PairsOfUnits {
  const first = new Int32Array(units + 1)
  for (let k = 0; k < count; k++)
    for (const unit of [i[k] ?? 0, j[k] ?? 0]) first[unit + 1] = (first[unit + 1] ?? 0) + 1
  for (let unit = 0; unit < units; unit++) first[unit + 1] = (first[unit + 1] ?? 0) + (first[unit] ?? 0)
  const next = first.slice()
  const places = new Int32Array(2 * count)
  for (let k = 0; k < count; k++)
    for (const unit of [i[k] ?? 0, j[k] ?? 0]) {
      const at = next[unit] ?? 0
      places[at] = k
      next[unit] = at + 1
    }
  return { first, places }
}
