/**
 * Loaded into a server before it starts (`node --import`): how long its event loop was held between two turns, by the clock,
 * by the clock without what its main thread waited for a processor, and in processor time of that thread; as JSON in the file
 * that SOAK_TURNS names when the process ends. SIGUSR2 begins the measurement anew: what a start costs holds no request.
 */
import { writeFileSync } from 'node:fs'
import { scheduled } from './scheduled.mjs'

const lookMs = 5
let most = { clockMs: 0, heldMs: 0, workMs: 0 }
let last = now()
function now() {
  return { at: performance.now(), ...scheduled('self') }
}
setInterval(() => {
  const next = now()
  const clockMs = next.at - last.at - lookMs
  most = {
    clockMs: Math.max(most.clockMs, clockMs),
    heldMs: Math.max(most.heldMs, clockMs - (next.waitedMs - last.waitedMs)),
    workMs: Math.max(most.workMs, next.ranMs - last.ranMs),
  }
  last = now()
}, lookMs).unref()
process.on('SIGUSR2', () => {
  most = { clockMs: 0, heldMs: 0, workMs: 0 }
  last = now()
})
process.once('exit', () => {
  const rounded = Object.entries(most).map(([name, milliseconds]) => [name, Math.round(milliseconds)])
  writeFileSync(process.env['SOAK_TURNS'] ?? 'turns.json', JSON.stringify(Object.fromEntries(rounded)))
})
