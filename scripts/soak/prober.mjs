/**
 * A process of its own that asks an address again and again, so that what it measures is the server and not whoever sends
 * the work. Arguments: the address, and the server's process id. Out, when its input ends: JSON with the milliseconds of each
 * answer, and with those for which the server or this process waited for a processor meanwhile, which is the machine's doing.
 */
import { scheduled } from './scheduled.mjs'

const everyMs = 50
const [, , address, pid] = process.argv
const answers = []
let over = false
process.stdin.resume().once('end', () => {
  over = true
})
const waited = () => scheduled('self').waitedMs + scheduled(pid).waitedMs
// The first costs what this process itself has to load for it; a line says that it is done.
await ask()
process.stdout.write('\n')
while (!over) {
  const before = waited()
  const started = performance.now()
  await ask()
  answers.push({ ms: performance.now() - started, waitedMs: waited() - before })
  await new Promise((resolve) => setTimeout(resolve, everyMs))
}
process.stdout.write(JSON.stringify(answers))

async function ask() {
  const answer = await fetch(address)
  await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`answered ${answer.status}`)
}
