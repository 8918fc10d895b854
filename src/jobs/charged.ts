/**
 * Work that may take its process down is charged for it: whatever was under way when a process was lost has lost one
 * process more, and with three it is set aside. Nothing else counts: no restart, no emptied queue, no time that passed.
 *
 * What stands beside the culprit is lost with it and is innocent. So the third try runs with nothing beside it in its
 * process: what is set aside has taken down a process on its own.
 */
import { RunLater } from '../ports/queue.js'
import type { Run } from '../ports/store.js'
import type { Presence } from './presence.js'

/** Processes that a run may take with it. */
export const lostLimit = 3
/** How soon to look again while it is not known whether the processes that have the run under way are lost. */
const unsureMs = 1_000

type Charged = {
  readonly work: () => Promise<void>
  /** Writes down that it will not be tried again. */
  readonly setAside: () => Promise<void>
}

export function charging(presence: Presence): (run: Run, charged: Charged) => Promise<void> {
  const room = new Room()
  return async (run, { work, setAside }) => {
    const { lost, open } = await presence.history(run)
    if (lost >= lostLimit) return setAside()
    if (lost + open >= lostLimit) throw new RunLater(unsureMs)
    const leave = await room.enter(lost + open === lostLimit - 1)
    try {
      await presence.start(run)
      await work()
    } finally {
      await presence.end(run)
      leave()
    }
  }
}

/** Where any number work side by side, or one alone; in the order of their coming, so that nobody waits for ever. */
class Room {
  #inside = 0
  #alone = false
  readonly #waiting: { readonly alone: boolean; readonly enter: () => void }[] = []

  /** The way out. */
  async enter(alone: boolean): Promise<() => void> {
    await new Promise<void>((enter) => {
      this.#waiting.push({ alone, enter })
      this.#admit()
    })
    return () => {
      this.#inside--
      this.#alone = false
      this.#admit()
    }
  }

  #admit(): void {
    for (;;) {
      const [next] = this.#waiting
      if (!next || this.#alone || (next.alone && this.#inside > 0)) return
      this.#waiting.shift()
      this.#inside++
      this.#alone = next.alone
      next.enter()
    }
  }
}
