/** Classes of words by their vectors (k-means on the unit vectors of data/vectors.bin), commonest words as first centres. */
import { background, DIMENSIONS } from '../../src/text/background.js'

/** One class number a row, from 1; 0 for rows without a vector. */
export function wordClasses(rows: number, classes: number, rounds: number): Uint8Array {
  const table = background()
  const points = new Float64Array(rows * DIMENSIONS)
  const used: number[] = []
  for (let row = 0; row < rows; row++) {
    if (!table.hasVector(row)) continue
    used.push(row)
    table.addVector(row, 1, points.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS))
  }
  const centres = new Float64Array(classes * DIMENSIONS)
  used.slice(0, classes).forEach((row, k) => {
    centres.set(points.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS), k * DIMENSIONS)
  })
  const out = new Uint8Array(rows)
  for (let round = 0; round < rounds; round++) {
    const sums = new Float64Array(centres.length)
    for (const row of used) {
      const winner = nearest(points, row * DIMENSIONS, centres, classes)
      out[row] = winner + 1
      for (let d = 0; d < DIMENSIONS; d++)
        sums[winner * DIMENSIONS + d] =
          (sums[winner * DIMENSIONS + d] ?? 0) + (points[row * DIMENSIONS + d] ?? 0)
    }
    for (let k = 0; k < classes; k++) {
      const sum = sums.subarray(k * DIMENSIONS, (k + 1) * DIMENSIONS)
      const norm = Math.sqrt(sum.reduce((total, x) => total + x * x, 0)) || 1
      centres.set(
        sum.map((x) => x / norm),
        k * DIMENSIONS,
      )
    }
  }
  return out
}

function nearest(points: Float64Array, at: number, centres: Float64Array, classes: number): number {
  let winner = 0
  let top = -Infinity
  for (let k = 0; k < classes; k++) {
    let dot = 0
    for (let d = 0; d < DIMENSIONS; d++) dot += (centres[k * DIMENSIONS + d] ?? 0) * (points[at + d] ?? 0)
    if (dot <= top) continue
    top = dot
    winner = k
  }
  return winner
}
