/**
 * From the configuration to Deps: the only file that chooses adapters.
 * In: Config and the clock. Out: Deps, which the caller closes (`deps.normalizer.close()`) when done.
 */
import { localDisk } from './adapters/disk.js'
import { fileFetcher, streamFetcher } from './adapters/file-fetcher.js'
import { httpFetcher } from './adapters/http/http-fetcher.js'
import { threadNormalizer } from './adapters/thread-normalizer.js'
import { readConfig, type Config } from './config.js'
import { lostArticle, unreadableArticle, type Deps } from './pipeline.js'
import { version } from './version.js'

export function wire(config: Config = readConfig(process.env), now: () => Date = () => new Date()): Deps {
  const { contact, ...limits } = config.fetch
  return {
    disk: localDisk(),
    fetchers: {
      url: httpFetcher({ ...limits, userAgent: userAgent(contact) }, now),
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

/** Says openly what asks; sites that want to refuse it can. */
function userAgent(contact: string | null): string {
  return `synoptic/${version} (compares news reports of one event${contact === null ? '' : `; ${contact}`})`
}

/** The built entry of the normalizing thread, also when this file runs uncompiled: threads need JavaScript. */
function threadEntry(): URL {
  const folder = import.meta.url.endsWith('.ts') ? '../dist/src/' : './'
  return new URL(`${folder}normalize/thread.js`, import.meta.url)
}
