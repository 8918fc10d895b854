/**
 * What this process has under way, written down in the store, and which other processes are gone.
 *
 * Never compares clocks: a process is gone when its number has stood still long enough by this one's own watch, without a break in its looks.
 */
import { randomUUID } from 'node:crypto'
import { RunLater } from '../ports/queue.js'
import type { Run, RunHistory, Store } from '../ports/store.js'
import type { JobDeps } from './deps.js'
import { periodically } from '../text/periodic.js'

export type Presence = {
  history(run: Run): Promise<RunHistory>
  start(run: Run): Promise<void>
  /** Never rejects: what the store could not be told it is told later. */
  end(run: Run): Promise<void>
  /** The process is about to end as it should: from here on nothing is charged, however it ends. */
  leave(): Promise<void>
}

type PresenceDeps = {
  readonly store: Pick<Store, 'beat' | 'signOff' | 'countLost' | 'runHistory' | 'startRun' | 'endRun'>
  readonly limits: Pick<JobDeps['limits'], 'silenceMs' | 'alone'>
  readonly notice: JobDeps['notice']
}

/** Looks within the time after which a silent process counts as gone. */
const looks = 4

export function startPresence(
  { store, limits, notice }: PresenceDeps,
  onTrouble: (error: Error) => void,
): Presence {
  const own = randomUUID()
  let seen = new Map<string, Seen>()
  const ended = new Map<string, Run>()
  let left = false

  const keyOf = ({ stage, comparison, position }: Run): string => `${stage} ${comparison} ${position}`

  async function tell(run: Run): Promise<void> {
    await store.endRun(run, own)
    ended.delete(keyOf(run))
  }

  const signs = periodically(
    limits.silenceMs / looks,
    async () => {
      try {
        for (const run of ended.values()) await tell(run)
        const others = (await store.beat(own)).filter(({ process }) => process !== own)
        seen = new Map(others.map(({ process, beat }) => [process, seenAgain(seen.get(process), beat)]))
        for (const [process] of [...seen].filter(([, sign]) => isGone(sign, limits))) {
          await store.countLost(process)
          notice({ kind: 'process-lost', process })
        }
      } catch (error) {
        seen.clear()
        throw error
      }
    },
    onTrouble,
  )

  return {
    history: (run) => store.runHistory(run, own),
    async start(run) {
      ended.delete(keyOf(run))
      if (!left) await store.startRun(run, own)
    },
    async end(run) {
      ended.set(keyOf(run), run)
      await tell(run).catch(() => undefined)
    },
    async leave() {
      left = true
      await store.signOff(own).catch(onTrouble)
      await signs.close()
      // Once more: a sign of life may have been on its way, or the store away.
      await store.signOff(own).catch(onTrouble)
    },
  }
}

/** `since`: by this process's own watch, which is never set. */
type Seen = { readonly beat: number; readonly since: number; readonly looks: number }

function seenAgain(before: Seen | undefined, beat: number): Seen {
  if (before?.beat !== beat) return { beat, since: performance.now(), looks: 1 }
  return { ...before, looks: before.looks + 1 }
}

function isGone({ since, looks: count }: Seen, { alone, silenceMs }: PresenceDeps['limits']): boolean {
  return alone || (count >= looks && performance.now() - since >= silenceMs)
}

export const lostLimit = 3
/** How soon to look again while it is not known whether the processes that have the run under way are lost. */
const unsureMs = 1_000

type Charged = {
  readonly work: () => Promise<void>
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
