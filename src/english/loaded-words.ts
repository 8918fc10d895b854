/**
 * Words whose tone goes beyond what they name: data/loaded-words.txt, made by scripts/build-loaded-words.mjs from the
 * VADER list (Hutto and Gilbert 2014, MIT; as shipped in npm's vader-sentiment 1.1.3, Apache-2.0), filtered by WordNet.
 */
import { readFileSync } from 'node:fs'
import { dataFile } from '../text/data-file.js'

/** How the report names the list. */
export const loadedList = 'VADER (Hutto and Gilbert 2014), filtered'

let words: ReadonlySet<string> | undefined

/** In: a word as tokens.ts normalizes it. */
export function isLoaded(norm: string): boolean {
  words ??= new Set(
    readFileSync(dataFile('loaded-words.txt'), 'utf8')
      .split('\n')
      .flatMap((line) => line.split(' ')[0] ?? [])
      .filter((word) => word !== ''),
  )
  return words.has(norm)
}
