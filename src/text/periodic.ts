import { setTimeout as sleep } from 'node:timers/promises'

/** A task done again and again with a pause between, until closed. Trouble is told, and the next turn comes all the same. */
export type Periodic = {
  /** Tells a turn that is under way to stop, and waits for it. */
  close(): Promise<void>
}

export function periodically(
  pauseMs: number,
  task: (closing: AbortSignal) => Promise<unknown>,
  onTrouble: (error: Error) => void,
): Periodic {
  const closing = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const turn = async (): Promise<void> => {
    try {
      await task(closing.signal)
    } catch (error) {
      onTrouble(error instanceof Error ? error : new Error(String(error)))
    }
    next()
  }
  const next = (): void => {
    if (closing.signal.aborted) return
    timer = setTimeout(() => {
      running = turn()
    }, pauseMs)
  }
  running = turn()
  return {
    async close() {
      closing.abort()
      clearTimeout(timer)
      await running
    },
  }
}

/** Waits for something, for so long and no longer; what is late goes on unheard. True when it ended in time. */
export async function within(milliseconds: number, task: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, milliseconds, false)
  })
  try {
    return await Promise.race([task.then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}

/** False when it was ended early. */
export function pause(milliseconds: number, end: AbortSignal): Promise<boolean> {
  return sleep(milliseconds, true, { signal: end }).catch(() => false)
}
