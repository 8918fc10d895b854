/** From the configuration to Deps: the only file that chooses adapters. */
import { fileFetcher } from './adapters/file-fetcher.js'
import { inlineNormalizer } from './adapters/inline-normalizer.js'
import { normalize, type Deps } from './pipeline.js'

export function wire(): Deps {
  const file = fileFetcher()
  return { fetchers: { url: file, file, stdin: file }, normalizer: inlineNormalizer(normalize) }
}
