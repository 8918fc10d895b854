/** Porter stems (Porter 1980, An algorithm for suffix stripping), from `natural`'s stemmer, cached by word. */
import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js'

const cache = new Map<string, string>()
const cacheLimit = 200_000

/** Stem of a normalized word (see tokens.ts). Words with digits are their own stem. */
export function stem(norm: string): string {
  const known = cache.get(norm)
  if (known !== undefined) return known
  const stemmed = /\p{N}/u.test(norm) ? norm : PorterStemmer.stem(norm)
  if (cache.size >= cacheLimit) cache.clear()
  cache.set(norm, stemmed)
  return stemmed
}
