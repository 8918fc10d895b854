/** `synoptic watch`: feeds to stories, compared as reports come. `--once` makes one round and ends. */
import { setTimeout as sleep } from 'node:timers/promises'
import path from 'node:path'
import { generatorOf } from '../../generator.js'
import { deliverWatched } from '../../jobs/deliver.js'
import type { Feed } from '../../model/watch.js'
import { readFeed, type Deps } from '../../pool/pooled.js'
import type { WatchStore } from '../../ports/watch.js'
import { count } from '../../print/words.js'
import { readServerConfig } from '../../service-config.js'
import { checkAddress, looksLikeAddress } from '../../text/web-address.js'
import { follow } from '../../watch/poll.js'
import { startWatching } from '../../watch/round.js'
import { usualPace } from '../../watch/schedule.js'
import { usualSettings, type Round, type WatchSettings } from '../../watch/watching.js'
import { openNotifier, openStore } from '../../wire.js'
import { makeFolder } from '../files.js'
import type { Run, WatchOptions, watchOptions } from '../options.js'
import { exitCodes, UsageError, type ExitCode } from '../outcome.js'
import { stopSignal, webhookSecret } from '../service-process.js'
import { configFor, withDeps } from '../sources.js'
import type { Terminal } from '../terminal.js'
import { readDecisions } from '../stories.js'
import { healthLines, storiesFolder } from '../watch-folder.js'

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000] as const
const restMs = 15_000

export const watch: Run<typeof watchOptions> = async (names, options, terminal) => {
  await makeFolder(options.out)
  return withDeps(options, async (deps) => {
    const state = path.join(options.out, '.watch')
    // The service's own, embedded.
    const kept = await openStore({ databaseUrl: null, dataFolder: state }, () => undefined)
    const store = kept.watching
    try {
      const now = (): number => (options.now === undefined ? Date.now() : Date.parse(options.now))
      await follow(await namedFeeds(names, deps), store, now(), 'given up')
      const settings = settingsOf(options)
      const folder = storiesFolder(options.out, store, deps)
      const nextRound = startWatching({
        ...deps,
        store,
        now,
        zone: options.zone,
        generator: generatorOf({ zone: options.zone, text: true }),
        settings,
        rulings: async () => (await readDecisions(path.join(options.out, 'decisions.csv'))).rulings,
        hooks: {
          progress: (line) => {
            terminal.progress(line)
          },
          ...folder,
        },
      })
      const tell = await teller(options, state, store, terminal)
      let forgotAt = -Infinity
      const one = async (): Promise<Round> => {
        const round = await nextRound()
        await folder.writeOverview(now(), settings.windowMs)
        await tell(now())
        if (options.once || now() - forgotAt >= hour) {
          forgotAt = now()
          const before = forgotAt - heldMs(options)
          await kept.expire({ ...expireNothing, contentsBefore: before, finishedBefore: before })
        }
        return round
      }
      return await rounds(one, store, options, terminal)
    } finally {
      await kept.close()
    }
  })
}

const expireNothing = { discardedBefore: null, articlesBefore: null, fetchesBefore: null }

/** What may still join a story, or is looked at again, is not forgotten. */
function heldMs({ window, keep, looks }: WatchOptions): number {
  return Math.max(window * day, keep * day, Math.max(0, ...looks) + day)
}

function settingsOf(options: WatchOptions): WatchSettings {
  return {
    ...usualSettings,
    pace: { ...usualPace, everyMs: options.every * minute, looksMs: options.looks },
    reports: options.reports,
    texts: options.texts,
    againMs: options.again * minute,
    windowMs: options.window * day,
  }
}

async function namedFeeds(
  names: readonly string[],
  deps: Deps,
): Promise<readonly Pick<Feed, 'address' | 'title'>[]> {
  const feeds: Pick<Feed, 'address' | 'title'>[] = []
  for (const name of names) {
    if (looksLikeAddress(name)) {
      const checked = checkAddress(name)
      if (!checked.ok) throw new UsageError(`${name}: ${checked.message}`)
      feeds.push({ address: checked.url.href, title: null })
      continue
    }
    const file = await deps.fetchers.file.fetch(name)
    if (file.state === 'failed') throw new UsageError(`${name}: ${file.message}`)
    const read = await readFeed({ bytes: file.bytes, url: 'file:///', charset: file.charset }, deps)
    if (read.state === 'none') throw new UsageError(`${name}: ${read.why}`)
    if (read.feeds.length === 0)
      throw new UsageError(`${name} names no feeds; give an OPML file, or the address of a feed.`)
    feeds.push(...read.feeds)
  }
  return feeds
}

async function teller(
  { webhook, allowPrivate }: WatchOptions,
  state: string,
  store: WatchStore,
  terminal: Terminal,
): Promise<(now: number) => Promise<void>> {
  if (webhook === undefined) return () => Promise.resolve()
  const checked = checkAddress(webhook)
  if (!checked.ok) throw new UsageError(`--webhook ${webhook}: ${checked.message}`)
  const notifier = await openNotifier(configFor({ allowPrivate }))
  const secret = await webhookSecret(
    readServerConfig(process.env),
    { databaseUrl: null, dataFolder: state },
    { secret: () => Promise.resolve('watch') },
  )
  return async (now) => {
    const told = { watching: store, notifier, secret, now: () => now }
    for (const trouble of await deliverWatched(checked.url.href, told)) terminal.warn(`warning: ${trouble}`)
  }
}

/** One round, or rounds until it is told to stop. A round that is under way is left where it is: the next start goes on from there. */
async function rounds(
  one: () => Promise<Round>,
  store: WatchStore,
  { once, json, quiet }: WatchOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const stop = once ? new Promise<never>(() => undefined) : stopSignal().then(() => null)
  let before: readonly string[] = []
  for (;;) {
    const round = await Promise.race([one(), stop])
    if (round === null) return exitCodes.complete
    const feeds = await store.feeds()
    const failing = feeds.flatMap(({ address, failing: of }) => (of ? [`${address}: ${of.why}`] : []))
    if (json) await terminal.out(jsonOf(round, feeds))
    else if (once) await terminal.out(`${[...healthLines(feeds), roundLine(round)].join('\n')}\n`)
    else if (round.kept + round.versions + round.compared.length > 0)
      await terminal.out(`${roundLine(round)}\n`)
    // The lines on feeds tell those of one round.
    const troubles = once ? troublesOf(round) : [...failing, ...troublesOf(round)]
    if (!quiet)
      for (const line of troubles.filter((trouble) => !before.includes(trouble)))
        terminal.warn(`warning: ${line}`)
    before = troubles
    if (once) return exitCodeOf(feeds, troubles)
    // The one thing that keeps the process alive between two rounds.
    const woken = new AbortController()
    const rested = sleep(restMs, true, { signal: woken.signal }).catch(() => true)
    const isStopped = (await Promise.race([rested, stop])) === null
    woken.abort()
    if (isStopped) return exitCodes.complete
  }
}

function exitCodeOf(feeds: readonly Feed[], troubles: readonly string[]): ExitCode {
  const asked = feeds.filter(({ dueAt }) => dueAt !== null)
  if (asked.every(({ wellAt }) => wellAt === null)) return exitCodes.nothingComparable
  const isWell = troubles.length === 0 && asked.every(({ failing }) => failing === null)
  return isWell ? exitCodes.complete : exitCodes.partial
}

function troublesOf({ lost, unmade }: Round): readonly string[] {
  return [
    ...lost.map(({ address, why }) => `${address}: ${why}`),
    ...unmade.map(({ story, why }) => `${story} could not be compared: ${why}`),
  ]
}

function roundLine({ asked, kept, lost, versions, compared, unmade, waiting, storiesWait }: Round): string {
  const parts = [
    count(asked, 'feed asked', 'feeds asked'),
    count(kept, 'new article'),
    ...(lost.length > 0 ? [`${lost.length} not read`] : []),
    ...(waiting > 0 || storiesWait ? ['more wait for the next round'] : []),
    count(versions, 'newer version'),
    count(compared.length, 'comparison'),
    ...(unmade.length > 0 ? [`${unmade.length} not made`] : []),
  ]
  return [`${parts.join(', ')}.`, ...compared.map(({ story, title }) => `${story}  ${title}`)].join('\n')
}

function jsonOf(round: Round, feeds: readonly Feed[]): string {
  return `${JSON.stringify({ schema: 'synoptic/watch@1', round, feeds })}\n`
}
