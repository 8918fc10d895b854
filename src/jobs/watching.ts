/** Watching in the service: a round now and then, by one process at a time: the queue has one begun, and a lease holds where a queue forgets. */
import { randomUUID } from 'node:crypto'
import type { KeptArticle } from '../model/watch.js'
import { nothingGiven } from '../model/source.js'
import { startWatching } from '../watch/round.js'
import { type Round, usualSettings } from '../watch/watching.js'
import { StoreAway } from '../ports/store.js'
import type { JobDeps } from './deps.js'
import { withoutQuoted } from './handlers.js'
import { periodically } from '../text/periodic.js'

const [leaseName, lastName] = ['a round of watching', 'the last round of watching'] as const
/** Reports of a story that are shown with it. */
const mostReports = 500

export function watchRounds(deps: JobDeps): () => Promise<void> {
  const { store, now, limits } = deps
  const leaseMs = limits.silenceMs
  // One process alone has nobody to wait for.
  const holder = limits.alone ? 'alone' : randomUUID()
  const hold = (): Promise<boolean> => store.lease(leaseName, holder, now(), now() + leaseMs)
  /** What is known of the stories since the round before is true if that was made here: a lease that lasts until another makes one. */
  const madeLast = async (): Promise<boolean> => {
    const isOwn = await store.lease(lastName, holder, 0, 0)
    if (!isOwn) await store.lease(lastName, holder, 1, 0)
    return isOwn
  }
  let round: (() => Promise<Round>) | null = null
  return async () => {
    if (!(await hold())) return
    let unmade: Round['unmade'] = []
    // A sign that fails is given again; where the store is away, the round itself tells it.
    const signs = periodically(leaseMs / 4, hold, () => undefined)
    try {
      if (!(await madeLast())) round = null
      round ??= roundsOf(deps)
      unmade = (await round()).unmade
    } catch (error) {
      round = null
      throw error instanceof StoreAway ? error : new Error(withoutQuoted(messageOf(error)))
    } finally {
      await signs.close()
      await store.release(leaseName, holder)
    }
    // The round is done; what was not made of it is told.
    const [first, ...more] = unmade
    if (!first) return
    const others = more.length === 0 ? '' : ` (and ${more.length} more)`
    throw new Error(withoutQuoted(`story ${first.story} could not be compared: ${first.why}`) + others)
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function roundsOf(deps: JobDeps): () => Promise<Round> {
  const { store, now, pace, zone } = deps
  return startWatching({
    ...deps,
    store: store.watching,
    generator: deps.generatorFor({ zone, deadlineSeconds: 1 }),
    settings: { ...usualSettings, pace },
    rulings: () => store.rulings(),
    hooks: {
      progress: () => undefined,
      grouped: (story, members) => collect(story, members, deps),
      merged: async (story, into) => {
        const all = (await store.storyReports(story)).map(({ address }) => address)
        await store.moveReports(story, all, into, { now: now(), ruled: false })
      },
      changed: async ({ address, versions }, found) => {
        const [old, fresh] = versions.slice(-2)
        if (!old || !fresh) return
        const change = { address, old: old.text, new: fresh.text, found: JSON.stringify(found), at: now() }
        await store.keepChange(change)
      },
      compared: () => Promise.resolve(),
    },
  })
}

/** The story as the pages have it; where a person put its first report elsewhere, there. */
async function collect(
  story: string,
  members: readonly KeptArticle[],
  { store, now }: JobDeps,
): Promise<void> {
  const places = await store.storiesOf(members.map(({ address }) => address))
  const fresh = members.filter(({ address }) => !places.has(address))
  if (fresh.length === 0) return
  const first = members.map(({ address }) => places.get(address)).find((place) => place !== undefined)
  const title = members[0]?.versions.at(-1)?.headline ?? null
  const reports = fresh.map(({ address, outlet, publishedAt }) => ({
    address,
    source: { name: address, kind: 'url', location: address, ...nothingGiven, outlet, publishedAt } as const,
  }))
  await store.addToStory({ id: first ?? story, title }, reports, [], { most: mostReports, now: now() })
}
