/** Words that say that something is at stake: data/english/stakes.txt; and denials. */
import { stem } from '../text/stem.js'
import { negations } from './negation.js'
import { wordFile } from './word-lists.js'

const file = wordFile('stakes.txt')
const stems: ReadonlySet<string> = new Set(
  ['harm', 'law', 'office', 'dispute'].flatMap((section) => [...file.words(section)].map(stem)),
)

/** Whether one of these words, lower case, says that people are harmed, that law or office is touched, or that somebody objects. */
export function tellsStake(norms: readonly string[]): boolean {
  return norms.some((norm) => negations.has(norm)) || tellsHarm(norms)
}

/** The same without denials, which stand in every third sentence. */
export function tellsHarm(norms: readonly string[]): boolean {
  return norms.some((norm) => stems.has(stem(norm)))
}
