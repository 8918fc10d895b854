/**
 * Answers that go on: how many at once, and when they end.
 * In: a context. Out: a place, to be given back, and a pause that ends early with the client or the server.
 */
import { setTimeout } from 'node:timers/promises'
import type { ServerDeps } from './deps.js'
import { HttpProblem } from './problems.js'

export type Streams = {
  /** A place, or the problem `busy`. Call the answer when the stream ends. */
  enter(): () => void
}

export function streams({ settings }: ServerDeps): Streams {
  let open = 0
  return {
    enter() {
      if (open >= settings.maxStreams)
        throw new HttpProblem('busy', 'Too many streams are open. Ask for the state now and then instead.', {
          headers: { 'retry-after': '10' },
        })
      open++
      let left = false
      return () => {
        if (!left) open--
        left = true
      }
    },
  }
}

/** False when the server stops meanwhile. */
export function pause(milliseconds: number, stopping: AbortSignal): Promise<boolean> {
  return setTimeout(milliseconds, true, { signal: stopping }).catch(() => false)
}
