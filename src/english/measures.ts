/**
 * Units of measure that stand for one another, miles and kilometres, acres and hectares: data/english/measures.txt.
 *
 * In:    the unit of a quantity, singular, as annotate gives it.
 * Out:   the dimension it measures and how many of the dimension's base it is; null for what is counted.
 * Never: converts money: a rate has a day.
 */
import { wordFile } from './word-lists.js'

type Measure = { readonly dimension: string; readonly size: number }

const file = wordFile('measures.txt')

const measures: ReadonlyMap<string, Measure> = new Map(
  file.sections.flatMap((dimension) =>
    file.lines(dimension).map((line): [string, Measure] => {
      const [unit = '', size = ''] = line.split(' ')
      return [unit, { dimension, size: Number(size) }]
    }),
  ),
)

export function measureOf(unit: string | null): Measure | null {
  return unit === null ? null : (measures.get(unit.toLowerCase()) ?? null)
}
