/**
 * What a process has used so far.
 *
 * In:  its id. Out: processor time of all its threads and resident memory, from /proc; null where there is no /proc
 *      (macOS, Windows), or no such process any more.
 */
import { readFileSync } from 'node:fs'

export type Usage = {
  /** Milliseconds of processor time. */
  readonly cpuMs: number
  readonly residentMb: number
}

/** Linux counts in hundredths of a second on every platform that Node runs on (USER_HZ), and memory in pages. */
const tickMs = 10
const pageBytes = 4096

export function usageOf(pid: number): Usage | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The second field is the program's name in brackets, which may hold blanks; utime, stime and rss are 14, 15 and 24.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [user, system, pages] = [fields[11], fields[12], fields[21]].map(Number)
    if (user === undefined || system === undefined || pages === undefined) return null
    return { cpuMs: (user + system) * tickMs, residentMb: (pages * pageBytes) / 1e6 }
  } catch {
    return null
  }
}
