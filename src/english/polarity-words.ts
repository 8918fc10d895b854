/** Words that carry the direction of a clause: data/english/polarity-words.txt. */
import { stem } from '../text/stem.js'
import { wordFile } from './word-lists.js'

const file = wordFile('polarity-words.txt')
const stems = (section: string): ReadonlySet<string> => new Set([...file.words(section)].map(stem))

export const negations = file.words('negations')
export const conditions = file.words('conditions')
export const opposing = file.words('opposing')
const hedges = file.words('hedges')

/** Whether a word hedges where it stands: "May" with a capital is the month. */
export function isHedge({ norm, proper }: { readonly norm: string; readonly proper: boolean }): boolean {
  return hedges.has(norm) && !(norm === 'may' && proper)
}

/** Hedges that make a clause an allegation rather than an estimate. */
export const allegationWords = stems('allegations')

/** Words of doubt that say nothing of the matter itself. */
export const doubtWords: ReadonlySet<string> = new Set([...hedges, ...file.words('doubt')])

/** Wrongdoing and blame: what should not be told as fact when another report credits it to somebody. */
export const accusatory = stems('accusatory')

/** Harm and who answers for it: words that tell what happened as often as they accuse. */
export const harm = stems('harm')
