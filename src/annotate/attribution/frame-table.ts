/**
 * The frame model's weights.
 * In: hashed features. Out: the sum of their weights.
 */

/** Hashed weights: whole numbers (as shipped) or floats (in training), times `scale`. */
export type Table = {
  readonly weights: Float32Array | Int8Array
  readonly mask: number
  readonly scale: number
}

/** Longest segment in words, by type: a source, a content. */
export const longest = [30, 170] as const

/** Before scaling: of whole numbers the sum is exact, in whatever order they are added. */
export function weightOf({ weights, mask }: Table, features: Uint32Array, count: number): number {
  let sum = 0
  for (let n = 0; n < count; n++) sum += weights[(features[n] ?? 0) & mask] ?? 0
  return sum
}

export function sumOf(table: Table, features: Uint32Array, count: number): number {
  return weightOf(table, features, count) * table.scale
}
