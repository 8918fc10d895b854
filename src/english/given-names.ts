/** Given names borne mostly by women, and by men; names borne by both are in neither: data/english/given-names.txt. */
import { wordFile } from './word-lists.js'

const file = wordFile('given-names.txt')

const womensNames = file.words('women')
const mensNames = file.words('men')

/** By a given name, lower case; null where both bear it or none is known. */
export function genderOfName(given: string): 'he' | 'she' | null {
  return womensNames.has(given) ? 'she' : mensNames.has(given) ? 'he' : null
}
