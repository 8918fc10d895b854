/**
 * In:    candidates found in held-back articles, and their gold.
 * Out:   weights of the confidence (logistic regression), the lowest threshold with about the best content F1 (exact and by
 *        character, summed), and a reliability table.
 * Never: sees an article the finders were trained on.
 */
import {
  type Candidate,
  confidenceOf,
  evidenceOf,
  select,
} from '../../src/annotate/attribution/learned/learned.js'
import type { Calibration } from '../../src/annotate/attribution/learned/model.js'
import { logistic } from '../logistic.mjs'
import { evaluate, pairUp } from './evaluate.js'
import type { GoldReading } from './gold.js'

export function calibrate(
  articles: readonly GoldReading[],
  found: readonly (readonly Candidate[])[],
): Calibration {
  const rows = evidenceRows(articles, found)
  // The first of the evidence is 1 throughout.
  const { bias, weights: others } = logistic(
    rows.map(({ evidence, right }) => ({ x: evidence.slice(1), y: right ? 1 : 0 })),
    1,
  )
  const weights = [bias, ...others].map((weight) => Math.round(weight * 1e4) / 1e4)
  const tried = Array.from({ length: 25 }, (_, n) => {
    const calibration = { weights, threshold: Math.round(20 + 2 * n) / 100 }
    const kept = articles.map((article, k) => select(article.reading, found[k] ?? [], calibration))
    const { exact, byCharacter } = evaluate(articles, kept)
    return { calibration, score: exact + byCharacter }
  })
  const top = Math.max(...tried.map(({ score }) => score)) - negligible
  return tried.find(({ score }) => score >= top)?.calibration ?? { weights, threshold: 0.5 }
}

/** Of thresholds that differ by less the lowest is taken: it finds more. */
const negligible = 0.003

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
