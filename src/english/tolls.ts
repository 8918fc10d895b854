/** What befell people who are counted, by base form or as printed: data/english/tolls.txt. */
import { wordFile } from './word-lists.js'

export const tolls = ['killed', 'injured', 'missing', 'arrested', 'displaced', 'rescued'] as const
export type Toll = (typeof tolls)[number]

const file = wordFile('tolls.txt')
const byWord = new Map(tolls.flatMap((toll) => [...file.words(toll)].map((word) => [word, toll] as const)))

/** Forms that count people without a noun: `12 were killed`. */
export const fates = file.words('told')

/** Null for a word that tells of none. Lower case. */
export function tollOf(...forms: readonly string[]): Toll | null {
  for (const form of forms) {
    const toll = byWord.get(form)
    if (toll !== undefined) return toll
  }
  return null
}
