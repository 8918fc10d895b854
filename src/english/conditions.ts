/** Words by which a statement is not told as so, and words that set one against another: data/english/conditions.txt. */
import { anyOf, wordFile } from './word-lists.js'

const file = wordFile('conditions.txt')

/** `if`, `unless`. */
export const conditions = file.words('conditions')

/** `whether`, `before`: they open a clause that is not told as so, and are no condition. */
export const pending = file.words('pending')

/** `hope`, `ask`, `doubt`, by lemma. */
export const wishes = file.words('wishes')

/** `but`, `although`. */
export const opposing = file.words('opposing')

/** "Not yet", "so far": it may still come. */
export const soFar = new RegExp(anyOf(file.lines('so-far')), 'iu')
