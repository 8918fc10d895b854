/** Words of wrongdoing, harm and charges, by stem: data/english/accusations.txt. */
import { stem } from '../text/stem.js'
import { wordFile } from './word-lists.js'

const file = wordFile('accusations.txt')
const stems = (section: string): ReadonlySet<string> => new Set([...file.words(section)].map(stem))

/** Wrongdoing and blame: what should not be told as fact when another report credits it to somebody. */
export const accusatory = stems('accusatory')

/** Harm and who answers for it: words that tell what happened as often as they accuse. */
export const harm = stems('harm')

/** Make a clause a charge or a claim rather than an estimate. */
export const charging = stems('charging')
