/** Politeness: at most one request at a time to a host, with a pause between two. */
import { setTimeout as pause } from 'node:timers/promises'

export type HostQueue = <T>(host: string, task: () => Promise<T>) => Promise<T>

/** `delayMs`: milliseconds between the end of one task and the start of the next for the same host. */
export function hostQueue(delayMs: number): HostQueue {
  const tails = new Map<string, Promise<number>>()
  return (host, task) => {
    const before = tails.get(host)
    const result = startAfter(before, delayMs, task)
    const tail = result.then(monotonic, monotonic)
    tails.set(host, tail)
    void tail.then(() => {
      // Forget hosts that nobody asks for any more; the timer must not keep the process alive.
      setTimeout(() => {
        if (tails.get(host) === tail) tails.delete(host)
      }, delayMs).unref()
    })
    return result
  }
}

async function startAfter<T>(
  before: Promise<number> | undefined,
  delayMs: number,
  task: () => Promise<T>,
): Promise<T> {
  if (before !== undefined) {
    const wait = (await before) + delayMs - monotonic()
    if (wait > 0) await pause(wait)
  }
  return task()
}

/** Milliseconds on a clock that only measures distances: no result depends on it. */
function monotonic(): number {
  return performance.now()
}
