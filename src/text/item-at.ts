/** What stands at a place that the code itself has worked out: an impossible place is a fault, never a default. */
export function itemAt<Item>(list: ArrayLike<Item>, place: number): Item {
  const found = list[place]
  if (found === undefined) throw new RangeError(`nothing at ${place}`)
  return found
}

/** `itemAt` for tight loops, where a function that meets one kind of array alone costs less (src/README.md has figures). */
export function intAt(column: Int32Array, place: number): number {
  const found = column[place]
  if (found === undefined) throw new RangeError(`nothing at ${place}`)
  return found
}

/** As `intAt`. */
export function byteAt(column: Uint8Array, place: number): number {
  const found = column[place]
  if (found === undefined) throw new RangeError(`nothing at ${place}`)
  return found
}
