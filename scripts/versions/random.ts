/** Numbers that are the same on every run: mulberry32, seeded by a string. */
import { createHash } from 'node:crypto'

export type Random = {
  /** A whole number from 0, below `n`. */
  below(n: number): number
  one<T>(list: readonly T[]): T
}

export function randomOf(seed: string): Random {
  let state = createHash('sha256').update(seed).digest().readUInt32LE()
  const below = (n: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * n)
  }
  return {
    below,
    one(list) {
      const found = list[below(list.length)]
      if (found === undefined) throw new Error('nothing to choose from')
      return found
    },
  }
}
