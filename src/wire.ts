/** From the configuration to Deps: the only file that chooses adapters. */
import { localDisk } from './adapters/disk.js'
import { fileFetcher, streamFetcher } from './adapters/file-fetcher.js'
import { inlineNormalizer } from './adapters/inline-normalizer.js'
import { normalize, type Deps } from './pipeline.js'

export function wire(): Deps {
  const limits = { maxBytes: 10_000_000 }
  const file = fileFetcher(limits)
  return {
    disk: localDisk(),
    fetchers: { url: file, file, stdin: streamFetcher(process.stdin, limits) },
    normalizer: inlineNormalizer(normalize),
  }
}
