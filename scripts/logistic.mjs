/** Logistic regression by Newton's method on standardised columns, with a ridge penalty; and average precision. */

/** rows: [{ x: number[], y: 0|1 }]. Returns { bias, weights } for the values as given. */
export function logistic(rows, penalty) {
  const width = rows[0].x.length
  const mean = new Float64Array(width)
  const spread = new Float64Array(width)
  for (const { x } of rows) x.forEach((value, k) => (mean[k] += value / rows.length))
  for (const { x } of rows) x.forEach((value, k) => (spread[k] += (value - mean[k]) ** 2 / rows.length))
  spread.forEach((value, k) => (spread[k] = Math.sqrt(value) || 1))
  const design = rows.map(({ x }) => [...x.map((value, k) => (value - mean[k]) / spread[k]), 1])
  const beta = new Float64Array(width + 1)
  for (let turn = 0; turn < 30; turn++) {
    const gradient = new Float64Array(width + 1)
    const hessian = Array.from({ length: width + 1 }, () => new Float64Array(width + 1))
    design.forEach((z, i) => {
      const p = 1 / (1 + Math.exp(-z.reduce((sum, value, k) => sum + value * beta[k], 0)))
      const slope = Math.max(1e-6, p * (1 - p))
      z.forEach((value, k) => {
        gradient[k] += value * (rows[i].y - p)
        z.forEach((other, m) => (hessian[k][m] += slope * value * other))
      })
    })
    for (let k = 0; k < width; k++) {
      gradient[k] -= penalty * beta[k]
      hessian[k][k] += penalty
    }
    const step = solve(hessian, gradient)
    step.forEach((value, k) => (beta[k] += Math.max(-3, Math.min(3, value))))
    if (Math.max(...step.map(Math.abs)) < 1e-6) break
  }
  const weights = Array.from({ length: width }, (_, k) => beta[k] / spread[k])
  return { bias: beta[width] - weights.reduce((sum, w, k) => sum + w * mean[k], 0), weights }
}

/** Gaussian elimination with pivoting. */
function solve(matrix, right) {
  const size = right.length
  const rows = matrix.map((row, k) => [...row, right[k]])
  for (let c = 0; c < size; c++) {
    let pivot = c
    for (let r = c + 1; r < size; r++) if (Math.abs(rows[r][c]) > Math.abs(rows[pivot][c])) pivot = r
    ;[rows[c], rows[pivot]] = [rows[pivot], rows[c]]
    const head = rows[c][c] || 1e-9
    for (let r = c + 1; r < size; r++) {
      const factor = rows[r][c] / head
      if (factor !== 0) for (let m = c; m <= size; m++) rows[r][m] -= factor * rows[c][m]
    }
  }
  const out = new Array(size).fill(0)
  for (let c = size - 1; c >= 0; c--) {
    let sum = rows[c][size]
    for (let m = c + 1; m < size; m++) sum -= rows[c][m] * out[m]
    out[c] = sum / (rows[c][c] || 1e-9)
  }
  return out
}

export function averagePrecision(list) {
  let found = 0
  let sum = 0
  ;[...list]
    .sort((a, b) => b.score - a.score)
    .forEach(({ y }, i) => {
      if (y !== 1) return
      found++
      sum += found / (i + 1)
    })
  return found === 0 ? 0 : sum / found
}
