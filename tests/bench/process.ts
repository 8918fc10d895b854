/**
 * The built program as a user starts it: a new process each time.
 * Beside it jsdom and Readability alone on the same files, in turn.
 * In: files, and how many runs. Out: seconds and peak memory of each run, the processes of its pool counted in.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export type ColdRun = {
  readonly seconds: number
  /** Seconds of processor time, all processes: on a busy machine steadier than `seconds`. */
  readonly cpuSeconds: number
  readonly peakMb: number
  readonly exitCode: number | null
}

const program = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url))
const reader = fileURLToPath(new URL('read-alone.mjs', import.meta.url))
/**
 * Loaded before the program: writes what the process used when it ends. On Linux `maxRSS` begins with the size of the
 * process that started it, so the peak is taken from /proc, which starts afresh with the program. Processor time of the
 * processes it waited for is in its own record.
 */
const recorder = `data:text/javascript,${encodeURIComponent(
  `import { existsSync, readFileSync, writeFileSync } from 'node:fs'
   process.on('exit', () => {
     const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
     const read = (name) => (existsSync('/proc/self/' + name) ? readFileSync('/proc/self/' + name, 'utf8') : '')
     const peakKb = Number(/VmHWM:\\s*(\\d+)/.exec(read('status'))?.[1] ?? maxRSS)
     const [user = 0, system = 0] = read('stat').split(') ').at(-1).split(' ').slice(13, 15).map(Number)
     const cpu = userCPUTime + systemCPUTime + (user + system) * 10_000
     writeFileSync(process.env.SYNOPTIC_BENCH_PEAK, JSON.stringify({ cpu, peakKb }))
   })`,
)}`

export type ColdRuns = { readonly whole: readonly ColdRun[]; readonly alone: readonly ColdRun[] }

export async function coldRuns(files: readonly string[], runs: number): Promise<ColdRuns> {
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-bench-'))
  try {
    const whole: ColdRun[] = []
    const alone: ColdRun[] = []
    for (let run = 0; run < runs; run++) {
      whole.push(await coldRun([program, 'compare', ...files, '--json'], path.join(folder, 'peak')))
      alone.push(await coldRun([reader, ...files], path.join(folder, 'peak')))
    }
    return { whole, alone }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The whole program once, in a new process: what a user waits for. */
export async function programRun(files: readonly string[]): Promise<ColdRun> {
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-bench-'))
  try {
    return await coldRun([program, 'compare', ...files, '--json'], path.join(folder, 'peak'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function coldRun(args: readonly string[], peakFile: string): Promise<ColdRun> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(process.execPath, ['--import', recorder, ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, SYNOPTIC_BENCH_PEAK: peakFile },
    })
    let peakMb = 0
    const watch = setInterval(() => {
      peakMb = Math.max(peakMb, residentMb(child.pid ?? 0))
    }, 50)
    child.once('error', reject)
    child.once('close', (exitCode) => {
      clearInterval(watch)
      const seconds = (performance.now() - started) / 1_000
      const used = JSON.parse(readFileSync(peakFile, 'utf8')) as { cpu: number; peakKb: number }
      resolve({
        seconds,
        cpuSeconds: used.cpu / 1e6,
        peakMb: Math.max(peakMb, (used.peakKb * 1_024) / 1e6),
        exitCode,
      })
    })
  })
}

/** Resident memory of a process and its children; 0 where there is no /proc. */
function residentMb(pid: number): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').split(' ').filter(Boolean)
    const own = Number(/VmRSS:\s*(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0)
    return (own * 1_024) / 1e6 + children.reduce((sum, child) => sum + residentMb(Number(child)), 0)
  } catch {
    return 0
  }
}
