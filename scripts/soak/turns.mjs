/**
 * Loaded into a server before it starts (`node --import`): how long its event loop was held between two turns, by the clock
 * and in processor time of the process, as JSON in the file that SOAK_TURNS names when the process ends. SIGUSR2 begins the
 * measurement anew: what a start costs holds no request.
 */
import { writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'

const lookMs = 5
const delay = monitorEventLoopDelay({ resolution: lookMs })
delay.enable()
let work = 0
let last = process.cpuUsage()
setInterval(() => {
  const { user, system } = process.cpuUsage(last)
  work = Math.max(work, (user + system) / 1_000)
  last = process.cpuUsage()
}, lookMs).unref()
process.on('SIGUSR2', () => {
  delay.reset()
  work = 0
  last = process.cpuUsage()
})
const rounded = (milliseconds) => Math.round(milliseconds * 10) / 10
process.once('exit', () => {
  const [lateMs, lateP99Ms] = [delay.max / 1e6, delay.percentile(99) / 1e6].map(rounded)
  writeFileSync(
    process.env['SOAK_TURNS'] ?? 'turns.json',
    JSON.stringify({ lateMs, lateP99Ms, workMs: rounded(work) }),
  )
})
