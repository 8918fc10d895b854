/**
 * Scores on a grid of one millionth. Sums of floats depend on their order in the last bits; on the grid they do not,
 * so thresholds and sorts decide alike everywhere.
 */
export function quantise(score: number): number {
  return Math.round(score * 1e6) / 1e6
}
