/** Logistic regression over named features, as the models in `data/` keep it: a constant and a weight a feature. */
import { z } from 'zod'
import { itemAt } from './item-at.js'
import { quantise } from './quantise.js'

export type Logistic<Name extends string> = {
  readonly bias: number
  readonly weights: Readonly<Record<Name, number>>
}

export const logisticOf = <Name extends string>(names: readonly [Name, ...Name[]]) =>
  z.strictObject({ bias: z.number(), weights: z.record(z.enum(names), z.number()) })

/** The probability by the features' values, in the order of `names`; on the grid. */
export function likelihood<Name extends string>(
  { bias, weights }: Logistic<Name>,
  names: readonly Name[],
  values: readonly number[],
): number {
  return quantise(chance(names.reduce((sum, name, k) => sum + weights[name] * itemAt(values, k), bias)))
}

/** Of log odds. */
export function chance(odds: number): number {
  return 1 / (1 + Math.exp(-odds))
}

/** The log odds of a probability; nearer than `end` to 0 and 1 it says no more. */
export function logit(p: number, end: number): number {
  const bounded = Math.min(1 - end, Math.max(end, p))
  return Math.log(bounded / (1 - bounded))
}
