/**
 * Long work in slices: timers, sockets and other requests have their turn once so much time has passed; of many that wait here one goes
 * on between two turns of the others.
 */
const sliceMs = 10

let since = 0
const waiting: (() => void)[] = []

export async function turn(): Promise<void> {
  if (performance.now() - since < sliceMs) return
  await new Promise<void>((goOn) => {
    if (waiting.push(goOn) === 1) setImmediate(next)
  })
}

function next(): void {
  since = performance.now()
  waiting.shift()?.()
  if (waiting.length > 0) setImmediate(next)
}
