/** Maps filled step by step: things in groups, counts, answers kept by key. */

/** The things by key, in their order; one with several keys stands in each. */
export function grouped<Thing, Key>(
  things: Iterable<Thing>,
  keysOf: (thing: Thing) => Iterable<Key>,
): ReadonlyMap<Key, readonly Thing[]> {
  const groups = new Map<Key, Thing[]>()
  for (const thing of things) for (const key of keysOf(thing)) addTo(groups, key, thing)
  return groups
}

export function addTo<Key, Thing>(groups: Map<Key, Thing[]>, key: Key, thing: Thing): void {
  const group = groups.get(key)
  if (group) group.push(thing)
  else groups.set(key, [thing])
}

/** The same where a thing counts once. */
export function addOnce<Key, Thing>(groups: Map<Key, Set<Thing>>, key: Key, thing: Thing): void {
  kept(groups, key, () => new Set<Thing>()).add(thing)
}

/** How often each comes. */
export function countsOf<Thing>(things: Iterable<Thing>): Map<Thing, number> {
  const counts = new Map<Thing, number>()
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1)
  return counts
}

/**
 * What is kept under a key, made where nothing is; with `most` the map starts anew when it is full. Not for what is asked
 * millions of times: making the function costs more than the look-up (likeness/terms.ts, text/stem.ts).
 */
export function kept<Key, Value>(
  known: Map<Key, Value>,
  key: Key,
  make: () => Value,
  most = Infinity,
): Value {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = make()
  if (known.size >= most) known.clear()
  known.set(key, made)
  return made
}
