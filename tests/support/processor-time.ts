/**
 * Processor time of this process, against that of a yardstick measured in the same run: neither a slow machine nor what
 * runs beside a test decides it.
 */
import { existsSync, readFileSync } from 'node:fs'

export function processorMs(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Processor time of `yardstick` on the machine that the budget is meant for, with nothing beside it. */
const yardstickMs = 10

/** How much longer work takes now than on that machine: beside other programs memory and caches are shared. */
export function slowness(): number {
  return Math.max(1, processorMs(yardstick) / yardstickMs)
}

/** Words counted in a map, as the stages do all the time. */
function yardstick(): void {
  const counts = new Map<string, number>()
  for (let at = 0; at < 60_000; at++) {
    const word = `word ${(at * 7919) % 20_011}`.toLowerCase()
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
}

/** What `during` gives, and the longest work of this thread between two turns, in milliseconds as on that machine. */
export async function longestTurn<T>(during: () => Promise<T>, everyMs = 10): Promise<readonly [T, number]> {
  // The first is dearer than the rest by being compiled.
  const now = (): number => Math.min(slowness(), slowness(), slowness())
  const before = now()
  let longest = 0
  let last = mainThreadMs()
  const timer = setInterval(() => {
    longest = Math.max(longest, mainThreadMs() - last)
    last = mainThreadMs()
  }, everyMs)
  try {
    const value = await during()
    return [value, longest / Math.max(before, now())]
  } finally {
    clearInterval(timer)
  }
}

/** Of a process as a whole Linux tells here what its first thread has used, in nanoseconds. */
const ofThread = '/proc/self/schedstat'

/** Other threads, of the garbage collector say, hold up nobody. */
function mainThreadMs(): number {
  if (existsSync(ofThread)) return Number(readFileSync(ofThread, 'latin1').split(' ')[0]) / 1e6
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
