/**
 * Rate limit: a bucket of tokens a caller, filled at a steady rate, in memory of this process.
 * In: a caller's name. Out: 0, or the seconds to wait. Never: more than `most` buckets; the longest unused goes first.
 */
import type { Rate } from './deps.js'

export type TokenBuckets = {
  /** Takes a token; 0 when there was one, else the whole seconds until there is. */
  take(caller: string): number
}

const most = 10_000

export function tokenBuckets({ perMinute, burst }: Rate, now: () => number): TokenBuckets {
  const buckets = new Map<string, { tokens: number; at: number }>()
  const perMs = perMinute / 60_000

  function filled(caller: string): { tokens: number; at: number } {
    const time = now()
    const known = buckets.get(caller)
    const tokens = known ? Math.min(burst, known.tokens + Math.max(0, time - known.at) * perMs) : burst
    return { tokens, at: time }
  }
  const wait = (tokens: number): number => (tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perMs / 1_000))

  return {
    take(caller) {
      const bucket = filled(caller)
      const seconds = wait(bucket.tokens)
      if (seconds === 0) bucket.tokens -= 1
      buckets.delete(caller)
      buckets.set(caller, bucket)
      if (buckets.size > most) {
        const [oldest] = buckets.keys()
        if (oldest !== undefined) buckets.delete(oldest)
      }
      return seconds
    },
  }
}
