/**
 * Units of measure that stand for one another: miles and kilometres, acres and hectares.
 *
 * In:    the unit of a quantity, singular, as annotate gives it.
 * Out:   the dimension it measures and how many of the dimension's base it is; null for what is counted.
 * Never: converts money: a rate has a day.
 */
export type Measure = { readonly dimension: string; readonly size: number }

const units: Readonly<Record<string, readonly (readonly [unit: string, size: number])[]>> = {
  length: [
    ['kilometer', 1],
    ['kilometre', 1],
    ['mile', 1.609344],
    ['meter', 0.001],
    ['metre', 0.001],
    ['yard', 0.0009144],
    ['foot', 0.0003048],
    ['feet', 0.0003048],
  ],
  weight: [
    ['kilogram', 1],
    ['kilo', 1],
    ['pound', 0.45359237],
    ['ton', 1000],
    ['tonne', 1000],
  ],
  area: [
    ['hectare', 1],
    ['acre', 0.40468564],
  ],
  volume: [
    ['liter', 1],
    ['litre', 1],
    ['gallon', 3.785411784],
    ['barrel', 158.987294928],
  ],
}

const measures: ReadonlyMap<string, Measure> = new Map(
  Object.entries(units).flatMap(([dimension, list]) =>
    list.map(([unit, size]): [string, Measure] => [unit, { dimension, size }]),
  ),
)

export function measureOf(unit: string | null): Measure | null {
  return unit === null ? null : (measures.get(unit.toLowerCase()) ?? null)
}
