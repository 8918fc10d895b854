/** Milliseconds for which the main thread of a process ran, and for which it waited for a processor (Linux: /proc). */
import { readFileSync } from 'node:fs'

export function scheduled(pid) {
  const [ran, waited] = readFileSync(`/proc/${pid}/schedstat`, 'latin1').split(' ')
  return { ranMs: Number(ran) / 1e6, waitedMs: Number(waited) / 1e6 }
}
