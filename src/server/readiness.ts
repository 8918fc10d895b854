/**
 * Whether what the process needs answers, and whether the store takes writes: one that is full or read-only answers, too.
 * In: store and queue. Out: a state for each. Never: waits longer than a probe.
 */
import { randomUUID } from 'node:crypto'
import type { EventQueue } from '../ports/queue.js'
import type { Store } from '../ports/store.js'

type State = 'ok' | 'unavailable'

export const metricsType = 'text/plain; version=0.0.4; charset=utf-8'

/** A check that takes longer has failed: probes have time-outs of their own. */
const checkMs = 2_000

/** One look serves all who ask meanwhile: probes are under no rate limit. */
export function readiness({ store, queue }: { store: Store; queue: EventQueue }) {
  let under: ReturnType<typeof look> | null = null
  return () =>
    (under ??= look(store, queue).finally(() => {
      under = null
    }))
}

async function look(store: Store, queue: EventQueue) {
  const [ofStore, ofQueue] = await Promise.all([check(written(store)), check(queue.ping())])
  const checks = { store: ofStore, queue: ofQueue }
  const status: State = ofStore === 'ok' && ofQueue === 'ok' ? 'ok' : 'unavailable'
  return { status, checks }
}

/** A row of its own, written and taken back. */
async function written(store: Pick<Store, 'lease' | 'release'>): Promise<void> {
  const name = `ready ${randomUUID()}`
  await store.lease(name, name, 0, 0)
  await store.release(name, name)
}

async function check(ping: Promise<void>): Promise<State> {
  const late = new Promise<State>((resolve) => {
    setTimeout(resolve, checkMs, 'unavailable').unref()
  })
  const asked = ping.then(
    (): State => 'ok',
    (): State => 'unavailable',
  )
  return Promise.race([asked, late])
}
