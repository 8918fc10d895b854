/** Words of news English that stand for one another (data/english/concepts.txt), for looking; never to say that wordings are the same. */
import { stem } from '../text/stem.js'
import { stopwords } from './function-words.js'
import { wordFile } from './word-lists.js'

/** Stem → concept name. */
const conceptOf: ReadonlyMap<string, string> = (() => {
  const map = new Map<string, string>()
  for (const [name, words] of wordFile('concepts.txt').groups('concepts')) {
    for (const word of words) if (!map.has(stem(word))) map.set(stem(word), `#${name}`)
  }
  return map
})()

/** The key of a word in a text: '' for function words, which say nothing. */
export function contentKey(norm: string): string {
  return stopwords.has(norm) ? '' : keyOf(norm)
}

/** The key a word is looked up by: its concept where it has one, else its stem. */
export function keyOf(norm: string): string {
  const stemmed = stem(norm)
  return conceptOf.get(stemmed) ?? stemmed
}
