/**
 * The built program as a user starts it: a new process each time.
 * In: files, and how many runs. Out: seconds and peak memory (resident set, all threads) of each run.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export type ColdRun = {
  readonly seconds: number
  /** Seconds of processor time, all threads: on a busy machine steadier than `seconds`. */
  readonly cpuSeconds: number
  readonly peakMb: number
  readonly exitCode: number | null
}

const program = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url))
/**
 * Loaded before the program: writes what the process used when it ends. On Linux `maxRSS` begins with the size of the
 * process that started it, so the peak is taken from /proc, which starts afresh with the program.
 */
const recorder = `data:text/javascript,${encodeURIComponent(
  `import { isMainThread } from 'node:worker_threads'
   import { existsSync, readFileSync, writeFileSync } from 'node:fs'
   if (isMainThread) process.on('exit', () => {
     const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
     const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
     const peakKb = Number(/VmHWM:\\s*(\\d+)/.exec(status)?.[1] ?? maxRSS)
     writeFileSync(process.env.SYNOPTIC_BENCH_PEAK, JSON.stringify({ cpu: userCPUTime + systemCPUTime, peakKb }))
   })`,
)}`

export async function coldRuns(files: readonly string[], runs: number): Promise<readonly ColdRun[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-bench-'))
  try {
    const results: ColdRun[] = []
    for (let run = 0; run < runs; run++) results.push(await coldRun(files, path.join(folder, 'peak')))
    return results
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function coldRun(files: readonly string[], peakFile: string): Promise<ColdRun> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(process.execPath, ['--import', recorder, program, 'compare', ...files, '--json'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, SYNOPTIC_BENCH_PEAK: peakFile },
    })
    child.once('error', reject)
    child.once('close', (exitCode) => {
      const seconds = (performance.now() - started) / 1_000
      const used = JSON.parse(readFileSync(peakFile, 'utf8')) as { cpu: number; peakKb: number }
      resolve({ seconds, cpuSeconds: used.cpu / 1e6, peakMb: (used.peakKb * 1_024) / 1e6, exitCode })
    })
  })
}
