/**
 * Comparisons under every disturbance at once: workers killed and told to stop at random moments, Redis restarted and
 * emptied, PostgreSQL restarted, a tenth of the sources failing in every way, submissions sent again. Each must end once, with the report of an undisturbed run byte for byte.
 */
import { listen, closing } from '../../tests/adapters/local-site.js'
import { openSystem, type System } from '../../tests/support/system.js'
import { disturb, drainSeconds, type Counts, type Disturbances } from './disturb.js'
import { failingSite } from './failing-site.js'
import { outcomesOf, untilDone, type Outcome, type Servers } from './setup.js'
import { failingSources, sentAgain, submitAgain, submitAll } from './stories.js'

export type DisturbedFigures = Disturbances & {
  readonly comparisons: number
  readonly failingSources: number
  /** Requests sent twice at once or again later; each must be answered with the first one's comparison. */
  readonly duplicates: number
  readonly secondsUndisturbed: number
  readonly states: Readonly<Record<string, number>>
  /** What must be empty: each a sentence. */
  readonly wrong: readonly string[]
}

const settings = {
  SYNOPTIC_TIMEOUT: '10',
  SYNOPTIC_TRIES: '3',
  SYNOPTIC_LOCK: '10',
  SYNOPTIC_MAX_BYTES: '200000',
  SYNOPTIC_DRAIN: String(drainSeconds),
}

export async function disturbed(
  servers: Servers,
  comparisons: number,
  plan: Counts & { readonly seed: number },
): Promise<DisturbedFigures> {
  const server = failingSite()
  const address = await listen(server)
  const ids = Array.from({ length: comparisons }, (_, number) => `soak-${number}`)
  try {
    const quiet = await openSystem(servers.redis, servers.postgres, settings)
    await submitAll(ids, address, quiet.service)
    await quiet.work()
    const secondsUndisturbed = await untilDone(quiet.service)
    const expected = await outcomesOf(ids, quiet.service)
    await quiet.close()

    const system = await openSystem(servers.redis, servers.postgres, settings)
    const wrong = await submitAll(ids, address, system.service)
    const again = async (): Promise<void> => {
      wrong.push(...(await submitAgain(ids, address, system.service)))
    }
    const { wrong: late, ...counts } = await disturb(system, servers, { ...plan, total: comparisons, again })
    const outcomes = await outcomesOf(ids, system.service)
    wrong.push(...late, ...(await endsOf(ids, system)), ...differences(ids, outcomes, expected))
    await system.close()
    const states: Record<string, number> = {}
    for (const { state } of outcomes.values()) states[state] = (states[state] ?? 0) + 1
    const [failing, duplicates] = [failingSources(comparisons), sentAgain(comparisons) * 2]
    const rest = { failingSources: failing, duplicates, secondsUndisturbed }
    return { comparisons, ...rest, ...counts, states, wrong }
  } finally {
    await closing(server)
  }
}

const finals: readonly string[] = ['complete', 'partial', 'failed']

/** From the store, which writes each change of state down in the transaction that makes it. */
async function endsOf(ids: readonly string[], { service }: System): Promise<string[]> {
  const wrong: string[] = []
  for (const id of ids) {
    const states = (await service.store.transitions(id)).map(({ state }) => state)
    const [first, second, ...more] = states
    const once = first === 'running' && second !== undefined && finals.includes(second) && more.length === 0
    if (!once) wrong.push(`${id} went through: ${states.join(', ')}`)
  }
  const { items } = await service.store.list({ limit: ids.length + 100, after: null })
  if (items.length !== ids.length) wrong.push(`${items.length} comparisons instead of ${ids.length}`)
  return wrong
}

function differences(
  ids: readonly string[],
  outcomes: ReadonlyMap<string, Outcome>,
  expected: ReadonlyMap<string, Outcome>,
): string[] {
  const wrong: string[] = []
  for (const id of ids) {
    const [was, should] = [outcomes.get(id), expected.get(id)]
    if (JSON.stringify(was) === JSON.stringify(should)) continue
    const said = (outcome: Outcome | undefined): string =>
      `${outcome?.state ?? ''} ${outcome?.reasons.join(' ') ?? ''}`
    wrong.push(`${id} ended ${said(was)}, undisturbed ${said(should)}`)
  }
  return wrong
}
