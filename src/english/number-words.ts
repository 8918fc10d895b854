/** Numbers written as words, with their values: data/english/numbers.txt. */
import { wordFile } from './word-lists.js'

const file = wordFile('numbers.txt')

/** Below twenty, from zero. */
export const units: readonly string[] = [...file.words('units')]
/** From twenty. */
export const tens: readonly string[] = [...file.words('tens')]
/** From `first`. */
export const ordinals: readonly string[] = [...file.words('ordinals')]

export const numberWords: ReadonlyMap<string, number> = new Map([
  ...units.map((word, i): [string, number] => [word, i]),
  ...tens.map((word, i): [string, number] => [word, 20 + 10 * i]),
])

/** "The first race", "the final race": words that tell one of a row from another. */
export const placesInRow: ReadonlySet<string> = new Set([...ordinals, ...file.words('in-row')])
