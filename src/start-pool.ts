/** Where a process of the pool starts: from its bundle. What it does stands in pool-entry.ts. */
import { setFlagsFromString } from 'node:v8'
import { startBundle } from './start/bundle.js'

/**
 * Four times the usual before V8 optimises a function: a few pages are done before that pays (tests/bench/README.md). Set before the bundle,
 * whose kept code is bound to V8's flags.
 */
setFlagsFromString('--interrupt-budget=500000')

const started = startBundle('pool')
if (started) keepCodeBeforeAnswers(started.keepCode)
else await import('./pool/pool-entry.js')

/** Once: at the end of the first job that writes, when all stages have run. The process is killed when it is no longer needed. */
function keepCodeBeforeAnswers(keepCode: () => void): void {
  const send = process.send?.bind(process)
  if (!send) return
  let writes = false
  process.on('message', ({ kind }: { readonly kind: string }) => {
    writes = kind === 'write'
  })
  process.send = (message: unknown) => {
    if (writes && typeof message === 'object' && message !== null && 'answer' in message) {
      keepCode()
      process.send = send
    }
    return send(message)
  }
}
