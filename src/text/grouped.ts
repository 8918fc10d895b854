/** In: things, and the keys of each. Out: the things by key, in their order; one with several keys stands in each. */
export function grouped<Thing, Key>(
  things: Iterable<Thing>,
  keysOf: (thing: Thing) => Iterable<Key>,
): ReadonlyMap<Key, readonly Thing[]> {
  const groups = new Map<Key, Thing[]>()
  for (const thing of things)
    for (const key of keysOf(thing)) {
      const known = groups.get(key)
      if (known) known.push(thing)
      else groups.set(key, [thing])
    }
  return groups
}
