/**
 * A fixed stream of draws from [0, 1): the same for the same seed on every machine (mulberry32, seeded by a hash).
 *
 * In: a seed. Out: a function that gives the next draw. Never: the machine's own randomness.
 */
import { sha256 } from '../../text/hash.js'

export function draws(seed: string): () => number {
  let state = Number.parseInt(sha256(seed).slice(0, 8), 16)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
