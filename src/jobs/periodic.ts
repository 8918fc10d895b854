/** A task done again and again with a pause between, until closed. Trouble is told, and the next turn comes all the same. */
export type Periodic = {
  /** Waits for a turn that is under way. */
  close(): Promise<void>
}

export function periodically(
  pauseMs: number,
  task: () => Promise<unknown>,
  onTrouble: (error: Error) => void,
): Periodic {
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const turn = async (): Promise<void> => {
    try {
      await task()
    } catch (error) {
      onTrouble(error instanceof Error ? error : new Error(String(error)))
    }
    next()
  }
  const next = (): void => {
    if (closed) return
    timer = setTimeout(() => {
      running = turn()
    }, pauseMs)
  }
  running = turn()
  return {
    async close() {
      closed = true
      clearTimeout(timer)
      await running
    },
  }
}
