/**
 * What the rest of two articles says about a pair: whether each is the other's best match there, by how much, and
 * whether their neighbours match too.
 *
 * In: a couple; first-step scores of its pairs. Out: a row of numbers for each pair, rows end to end.
 * Never: looks beyond the two articles of the pair.
 */
import type { Couple } from './candidates.js'
import { logit } from './scorer.js'

export const rivalNames = [
  'first',
  'margin low',
  'margin high',
  'mutual best',
  'neighbours',
  'same article',
] as const

export function rivalFeatures({ a, b, x, y }: Couple, scores: Float64Array): Float64Array {
  const same = a === b
  const [rows, columns] = [a.units.length, b.units.length]
  const grid = new Float64Array(rows * columns)
  const bestA = new Best(rows)
  const bestB = same ? bestA : new Best(columns)
  for (let k = 0; k < scores.length; k++) {
    const [i, j, score] = [x[k] ?? 0, y[k] ?? 0, scores[k] ?? 0]
    grid[i * columns + j] = score
    if (same) grid[j * columns + i] = score
    bestA.note(i, score)
    bestB.note(j, score)
  }
  const values = new Float64Array(scores.length * rivalNames.length)
  for (let k = 0; k < scores.length; k++) {
    const [i, j, score] = [x[k] ?? 0, y[k] ?? 0, scores[k] ?? 0]
    const [one, two] = [bestA.margin(i, score), bestB.margin(j, score)]
    let near = 0
    for (let p = i - 1; p <= i + 1; p += 2)
      for (let q = j - 1; q <= j + 1; q += 2)
        if (p >= 0 && q >= 0 && p < rows && q < columns && !(same && (p === j || q === i)))
          near = Math.max(near, grid[p * columns + q] ?? 0)
    const low = Math.min(one, two)
    values.set(
      [logit(score), low, Math.max(one, two), low >= 0 ? 1 : 0, near, same ? 1 : 0],
      k * rivalNames.length,
    )
  }
  return values
}

/** The best and second best score of each unit. */
class Best {
  private readonly top: Float64Array
  private readonly next: Float64Array

  constructor(size: number) {
    this.top = new Float64Array(size)
    this.next = new Float64Array(size)
  }

  note(at: number, score: number): void {
    const top = this.top[at] ?? 0
    if (score > top) {
      this.next[at] = top
      this.top[at] = score
    } else this.next[at] = Math.max(this.next[at] ?? 0, score)
  }

  /** The score less the best rival's: negative for a pair that is not the best. */
  margin(at: number, score: number): number {
    const top = this.top[at] ?? 0
    return score - (score === top ? (this.next[at] ?? 0) : top)
  }
}
