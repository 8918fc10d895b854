/** Hashed weight tables: the weights of a feature for all classes stand side by side. Features overlap; training has learned around it. */
import { itemAt } from '../../text/item-at.js'

export type Weights = {
  /** One bit for each feature that training met often enough (a Bloom filter): others are not looked up. */
  readonly known: Uint8Array
  /** 2^bits places, and as many again as there are classes. */
  readonly table: Table
  readonly mask: number
}

/** As shipped and read, or in training. */
export type Table = Int16Array | Float32Array

/** Whole numbers as shipped, fractions in training. */
export type Scores = Int32Array | Float64Array

/** Weights ship as signed square roots of one byte: fine steps for the many small ones, the few large ones whole. */
export function square(bytes: Int8Array): Int16Array {
  const weights = new Int16Array(bytes.length)
  for (let i = 0; i < bytes.length; i++) {
    const root = bytes[i] ?? 0
    weights[i] = root * Math.abs(root)
  }
  return weights
}

/** Bits of the filter. */
export const KNOWN_BITS = 21

/** The bit of a hash; from its upper part, since its lower part is the place in the table. */
export function bitOf(hash: number): number {
  return hash >>> (32 - KNOWN_BITS)
}

/** Sums every class's weights over the known features. */
export function sum(
  features: Int32Array,
  count: number,
  { table, mask, known }: Weights,
  scores: Scores,
): void {
  scores.fill(0)
  const classes = scores.length
  for (let i = 0; i < count; i++) {
    const hash = features[i] ?? 0
    const bit = hash >>> (32 - KNOWN_BITS)
    if (((known[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0) continue
    const at = hash & mask
    for (let k = 0; k < classes; k++) scores[k] = (scores[k] ?? 0) + (table[at + k] ?? 0)
  }
}

/** The class with the highest score; the first of equal ones. */
export function best(scores: Scores): number {
  let winner = 0
  for (let k = 1; k < scores.length; k++) if ((scores[k] ?? 0) > (scores[winner] ?? 0)) winner = k
  return winner
}

/** The best-scored of some classes. */
export function bestOf(scores: Scores, classes: readonly number[]): number {
  return classes.reduce((winner, k) => (itemAt(scores, k) > itemAt(scores, winner) ? k : winner))
}

/** Mixes a template number and its values; any 32-bit integers. */
export function mixFour(template: number, a: number, b: number, c: number, d: number): number {
  let hash = Math.imul(((template + 1) * 0x9e3779b1) ^ a, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 13) ^ c, 0x27d4eb2f)
  hash = Math.imul(hash ^ (hash >>> 16) ^ d, 0x165667b1)
  return hash ^ (hash >>> 15)
}

/**
 * One hash a template over its columns, into `out`; how many. Templates of three columns have `last` for a fourth.
 */
export function mixTemplates(
  templates: Uint8Array,
  columns: Int32Array,
  out: Int32Array,
  last?: number,
): number {
  const width = last === undefined ? 4 : 3
  const count = templates.length / width
  const column = (at: number): number => columns[templates[at] ?? 0] ?? 0
  for (let n = 0, at = 0; n < count; n++, at += width)
    out[n] = mixFour(n, column(at), column(at + 1), column(at + 2), last ?? column(at + 3))
  return count
}

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
