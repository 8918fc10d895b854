/** Words whose tone goes beyond what they name: data/english/loaded-words.txt, made by scripts/build-loaded-words.mjs. */
import { wordFile } from './word-lists.js'

let words: ReadonlySet<string> | undefined

/** In: a word as tokens.ts normalizes it. */
export function isLoaded(norm: string): boolean {
  words ??= new Set(
    wordFile('loaded-words.txt')
      .lines('words')
      .flatMap((line) => line.split(' ')[0] ?? []),
  )
  return words.has(norm)
}
