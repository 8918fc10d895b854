/** How a process that serves until it is told to stop is told, and how it ends in time. */
import { within } from '../jobs/within.js'

/**
 * Gives back what is open, for so long and no longer: a server that is away may never say goodbye, and what was confirmed
 * is safe without it.
 */
export async function closeInTime(closing: Promise<void>): Promise<void> {
  await within(closingMs, closing)
  // Ends by itself where nothing is open any more.
  setTimeout(() => process.exit(), exitMs).unref()
}

const closingMs = 3_000
const exitMs = 1_000

/** The signal that asks the process to stop; a second one ends it at once. */
export function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => {
        process.once(signal, () => process.exit(1))
        resolve(signal)
      })
  })
}
