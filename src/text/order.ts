/** Order that is the same on every machine: by UTF-16 code units, never by locale. */

export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Comparator from the first of several keys that differs; numbers ascending, strings by code units. */
export function byKeys<T>(...keys: readonly ((item: T) => number | string)[]): (a: T, b: T) => number {
  return (a, b) => {
    for (const key of keys) {
      const x = key(a)
      const y = key(b)
      if (x < y) return -1
      if (x > y) return 1
    }
    return 0
  }
}

type Key = number | string

/** A new list in the order of the keys, which are made once for each thing: as `byKeys`, by the first that differs. */
export function sortedBy<T>(things: Iterable<T>, keysOf: (thing: T) => Key | readonly Key[]): T[] {
  return Array.from(things, (thing) => ({ thing, keys: [keysOf(thing)].flat() }))
    .sort((a, b) => compareKeys(a.keys, b.keys))
    .map(({ thing }) => thing)
}

/** What stands first in that order. */
export function firstBy<T>(things: Iterable<T>, keysOf: (thing: T) => Key | readonly Key[]): T | undefined {
  return sortedBy(things, keysOf)[0]
}

function compareKeys(a: readonly Key[], b: readonly Key[]): number {
  for (const [at, x] of a.entries()) {
    const y = b[at] ?? x
    if (x < y) return -1
    if (x > y) return 1
  }
  return 0
}
