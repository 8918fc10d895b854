export type Labelled = { readonly x: readonly number[]; readonly y: number }
export function logistic(
  rows: readonly Labelled[],
  penalty: number,
): { readonly bias: number; readonly weights: readonly number[] }
export function averagePrecision(list: readonly { readonly score: number; readonly y: number }[]): number
