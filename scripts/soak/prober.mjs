/**
 * A process of its own that asks an address again and again, so that what it measures is the server and not whoever sends
 * the work. Argument: the address. Out, when its input ends: JSON with the milliseconds of each answer, and with how late
 * this process itself was woken meanwhile, which is the machine's doing.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'

const everyMs = 50
const [, , address] = process.argv
const own = monitorEventLoopDelay({ resolution: 5 })
own.enable()
const answers = []
let over = false
process.stdin.resume().once('end', () => {
  over = true
})
while (!over) {
  own.reset()
  const started = performance.now()
  const answer = await fetch(address)
  await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`answered ${answer.status}`)
  answers.push({ ms: performance.now() - started, ownLateMs: own.count > 0 ? own.max / 1e6 : 0 })
  await new Promise((resolve) => setTimeout(resolve, everyMs))
}
process.stdout.write(JSON.stringify(answers))
