/**
 * Weights of features for the three moves, in rows of three: a check of seven bits, and by how much the feature speaks for
 * either arc rather than for a shift. The commonest of the features that fall on one row owns it; the check keeps nearly
 * all others from reading it.
 */
import { square, type Scores, type Table } from './weights.js'

export type MoveWeights = {
  /** 2^bits rows. */
  readonly table: Table
  readonly bits: number
}

export const ROW = 3

/** Rows from shipped bytes: checks as they are, weights from their roots. */
export function rows(bytes: Int8Array): Int16Array {
  const table = square(bytes)
  for (let at = 0; at < table.length; at += ROW) table[at] = bytes[at] ?? 0
  return table
}

/** Sums the weights of the features that own their row. */
export function sumMoves(
  features: Int32Array,
  count: number,
  { table, bits }: MoveWeights,
  scores: Scores,
): void {
  const mask = 2 ** bits - 1
  let left = 0
  let right = 0
  for (let i = 0; i < count; i++) {
    const hash = features[i] ?? 0
    const at = (hash & mask) * ROW
    if (table[at] !== ((hash >>> bits) & 127)) continue
    left += table[at + 1] ?? 0
    right += table[at + 2] ?? 0
  }
  scores[0] = 0
  scores[1] = left
  scores[2] = right
}
