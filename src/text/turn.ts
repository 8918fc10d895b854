/**
 * Long work in slices: lets timers, sockets and other requests have their turn, once so much time has passed since they last
 * had it. Called between two pieces of work that each take little.
 */
const sliceMs = 10

let since = 0

export async function turn(): Promise<void> {
  if (performance.now() - since < sliceMs) return
  await new Promise((resolve) => setImmediate(resolve))
  since = performance.now()
}
