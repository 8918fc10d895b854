/**
 * In:    candidates found in held-back articles, and their gold.
 * Out:   weights of the confidence (logistic regression by Newton's method), the threshold with the best content F1
 *        (exact and by character, averaged), and a reliability table.
 * Never: sees an article the finders were trained on.
 */
import {
  type Candidate,
  confidenceOf,
  evidenceCount,
  evidenceOf,
} from '../../src/annotate/attribution/learned/confidence.js'
import { select } from '../../src/annotate/attribution/learned/learned.js'
import type { Calibration } from '../../src/annotate/attribution/learned/model.js'
import { evaluate, pairUp } from './evaluate.js'
import type { GoldReading } from './gold.js'

export function calibrate(
  articles: readonly GoldReading[],
  found: readonly (readonly Candidate[])[],
): Calibration {
  const rows = evidenceRows(articles, found)
  const weights = logistic(rows)
  let best: Calibration = { weights, threshold: 0.5 }
  let top = -1
  for (let threshold = 0.2; threshold < 0.7; threshold += 0.02) {
    const calibration = { weights, threshold: Math.round(threshold * 100) / 100 }
    const kept = articles.map((article, n) => select(article.reading, found[n] ?? [], calibration))
    const figures = evaluate(articles, kept)
    const score = figures.exact + figures.byCharacter
    if (score > top) {
      top = score
      best = calibration
    }
  }
  return best
}

type Row = { readonly evidence: readonly number[]; readonly right: boolean }

function evidenceRows(articles: readonly GoldReading[], found: readonly (readonly Candidate[])[]): Row[] {
  return articles.flatMap((article, n) => {
    const own = found[n] ?? []
    const right = new Set(pairUp(article.attributions, own).map(([, candidate]) => candidate))
    return own.map((candidate) => ({
      evidence: evidenceOf(article.reading, candidate),
      right: right.has(candidate),
    }))
  })
}

/** Ridge-regularised logistic regression, ten Newton steps. */
function logistic(rows: readonly Row[]): number[] {
  let weights = new Array<number>(evidenceCount).fill(0)
  for (let round = 0; round < 10; round++) {
    const hessian = weights.map((_, a): number[] => weights.map((__, b) => (a === b ? 1 : 0)))
    const gradient = weights.map((weight) => weight)
    for (const { evidence, right } of rows) {
      const p = confidenceOf(evidence, { weights, threshold: 0 })
      evidence.forEach((x, a) => {
        gradient[a] = (gradient[a] ?? 0) + (p - (right ? 1 : 0)) * x
        const row = hessian[a]
        if (row) evidence.forEach((y, b) => (row[b] = (row[b] ?? 0) + p * (1 - p) * x * y))
      })
    }
    const step = solve(hessian, gradient)
    weights = weights.map((weight, a) => weight - (step[a] ?? 0))
  }
  return weights.map((weight) => Math.round(weight * 1e4) / 1e4)
}

/** Gauss elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const n = right.length
  const rows = matrix.map((row, a) => [...row, right[a] ?? 0])
  for (let a = 0; a < n; a++) {
    let pivot = a
    for (let b = a + 1; b < n; b++)
      if (Math.abs(rows[b]?.[a] ?? 0) > Math.abs(rows[pivot]?.[a] ?? 0)) pivot = b
    const top = rows[pivot] ?? []
    rows[pivot] = rows[a] ?? []
    rows[a] = top
    for (let b = 0; b < n; b++) {
      const row = rows[b]
      if (b === a || !row) continue
      const factor = (row[a] ?? 0) / (top[a] ?? 1)
      for (let c = a; c <= n; c++) row[c] = (row[c] ?? 0) - factor * (top[c] ?? 0)
    }
  }
  return rows.map((row, a) => (row[n] ?? 0) / (row[a] ?? 1))
}

/** How often attributions of each tenth of confidence were right. */
export function reliability(
  articles: readonly GoldReading[],
  found: readonly (readonly Candidate[])[],
  calibration: Calibration,
): string[] {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, right: 0, sum: 0 }))
  for (const { evidence, right } of evidenceRows(articles, found)) {
    const confidence = confidenceOf(evidence, calibration)
    const bin = bins[Math.min(9, Math.floor(confidence * 10))]
    if (!bin) continue
    bin.count++
    bin.sum += confidence
    if (right) bin.right++
  }
  return bins.map(
    ({ count, right, sum }, n) =>
      `${(n / 10).toFixed(1)}-${((n + 1) / 10).toFixed(1)}: ${count}, said ${(sum / (count || 1)).toFixed(2)}, right ${(right / (count || 1)).toFixed(2)}`,
  )
}
