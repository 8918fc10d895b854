/** Words before a name that are not part of it: data/english/titles.txt. */
import { wordFile } from './word-lists.js'

const file = wordFile('titles.txt')

/** Written with a capital right before a name; a full stop may follow. One word each. */
export const titleWords = file.words('words')

/** Titles of several words, lower case; matched before single words. */
export const titlePhrases = file.lines('phrases')

/** Forms of address that say whether a man or a woman is meant. */
export const addressOfMen = file.words('men')
export const addressOfWomen = file.words('women')

/** What somebody is called beside the person by whom he or she is introduced; "first lady" is two words. */
export const relativeWords = file.words('relatives')

/** Capitalised words of a credit that tell nobody apart: titles, and parts of titles. */
export const noNameWords = file.words('no-name')

/** `mr` for `mr.`, as the lists have it. */
export function undotted(lower: string): string {
  return lower.endsWith('.') ? lower.slice(0, -1) : lower
}
