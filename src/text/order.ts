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
