/**
 * From the configuration to Deps: the only file that chooses adapters.
 * In: Config and the clock. Out: Deps, which the caller closes (`deps.normalizer.close()`) when done.
 */
import { localDisk } from './adapters/disk.js'
import { fileFetcher, streamFetcher } from './adapters/file-fetcher.js'
import { threadNormalizer } from './adapters/thread-normalizer.js'
import { readConfig, type Config } from './config.js'
import { lostArticle, unreadableArticle, type Deps } from './pipeline.js'
import type { Fetcher } from './ports/fetcher.js'
import { version } from './version.js'

export function wire(config: Config = readConfig(process.env), now: () => Date = () => new Date()): Deps {
  const { contact, ...limits } = config.fetch
  return {
    disk: localDisk(),
    fetchers: {
      url: onFirstUse(async () => {
        const { httpFetcher } = await import('./adapters/http/http-fetcher.js')
        return httpFetcher({ ...limits, userAgent: userAgent(contact) }, now)
      }),
      file: fileFetcher(limits),
      stdin: streamFetcher(process.stdin, limits),
    },
    normalizer: threadNormalizer({
      ...config.normalize,
      entry: threadEntry(),
      lost: lostArticle,
      unreadable: unreadableArticle,
    }),
  }
}

/** Loads an adapter when it is needed: the HTTP client costs 0.1 s and 20 MB that saved pages need not pay. */
function onFirstUse(load: () => Promise<Fetcher>): Fetcher {
  let loaded: Promise<Fetcher> | null = null
  return { fetch: async (location) => (await (loaded ??= load())).fetch(location) }
}

/** Says openly what asks; sites that want to refuse it can. */
function userAgent(contact: string | null): string {
  return `synoptic/${version} (compares news reports of one event${contact === null ? '' : `; ${contact}`})`
}

/** The built entry of the normalizing thread, also when this file runs uncompiled: threads need JavaScript. */
function threadEntry(): URL {
  const folder = import.meta.url.endsWith('.ts') ? '../dist/src/' : './'
  return new URL(`${folder}normalize/thread.js`, import.meta.url)
}
