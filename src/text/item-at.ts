/** In: a list and a place that the code itself has worked out. Out: what stands there. Throws where nothing does. */
export function itemAt<Thing>(list: ArrayLike<Thing>, place: number): Thing {
  const found = list[place]
  if (found === undefined) throw new RangeError(`nothing at ${place}`)
  return found
}
