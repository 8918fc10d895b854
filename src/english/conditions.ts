/** Words that tie a statement to a condition, and words that set one against another: data/english/conditions.txt. */
import { wordFile } from './word-lists.js'

const file = wordFile('conditions.txt')

/** `if`, `unless`. */
export const conditions = file.words('conditions')

/** `but`, `although`. */
export const opposing = file.words('opposing')
