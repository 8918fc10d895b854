/**
 * Wilson's interval for a share (Wilson 1927): keeps to 0..1 and holds for small samples and for shares of 0 and 1.
 *
 * In: how many of how many, as whole numbers or effective sizes. Out: bounds in 0..1. Never: an interval of no cases.
 */
export type Interval = { readonly low: number; readonly high: number }

/** Two-sided 95 %. */
const z = 1.959963984540054

export function wilson(share: number, of: number): Interval | null {
  if (of <= 0) return null
  const centre = (share + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  return {
    low: share === 0 ? 0 : Math.max(0, centre - half),
    high: share === 1 ? 1 : Math.min(1, centre + half),
  }
}
