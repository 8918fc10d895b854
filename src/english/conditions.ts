/** Words that tie a statement to a condition, and words that set one against another: data/english/conditions.txt. */
import { negationsAndDenials } from './negation.js'
import { wordFile } from './word-lists.js'

const file = wordFile('conditions.txt')

/** `if`, `unless`. */
export const conditions = file.words('conditions')

/** `but`, `although`. */
export const opposing = file.words('opposing')

/** Denies what it stands with, or makes it a condition. */
export function turns(lower: string): boolean {
  return negationsAndDenials.has(lower) || conditions.has(lower)
}
