/** Words for an outcome that is reached or not, and words that say it was reached, by stem: data/english/outcomes.txt. */
import { stem } from '../text/stem.js'
import { wordFile } from './word-lists.js'

const file = wordFile('outcomes.txt')
const stems = (section: string): ReadonlySet<string> => new Set([...file.words(section)].map(stem))

export const outcomes = stems('outcomes')

export const reaching = {
  /** Announce an outcome by themselves. */
  alone: stems('alone'),
  /** Announce one when they stand before the outcome's word. */
  verbs: stems('verbs'),
} as const
