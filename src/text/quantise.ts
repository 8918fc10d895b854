/** Scores on a grid of one millionth, where the order of a sum of floats does not show: thresholds and sorts decide alike everywhere. */
export function quantise(score: number): number {
  return Math.round(score * 1e6) / 1e6
}
