/** Names of the months (`data/pages/months.txt`), as dates in news pages write them, to numbers from 1. */
import { listFile } from '../../english/word-lists.js'

const LANGUAGES = listFile('pages/months.txt')
  .lines('months')
  .map((names) => names.split(' '))

export const MONTHS: ReadonlyMap<string, number> = new Map(
  LANGUAGES.flatMap((names) => names.map((name, at) => [name, at + 1] as const)),
)

const [ENGLISH = []] = LANGUAGES

/** 1 to 12 for a name in full, or for an English one of which the first three letters or more are given; 0 for anything else. */
export function monthNumber(name: string): number {
  const word = name.toLowerCase().replace(/\.$/u, '')
  return MONTHS.get(word) ?? (word.length < 3 ? 0 : ENGLISH.findIndex((month) => month.startsWith(word)) + 1)
}
