/** Given and family names, cities, organisations and common words, lower case: data/english/known-words.txt. */
import { wordFile } from './word-lists.js'

const file = wordFile('known-words.txt')

export const givenNames = file.words('given-names')
export const familyNames = file.words('family-names')
export const cities: ReadonlySet<string> = new Set(file.lines('cities'))
export const organisations: ReadonlySet<string> = new Set(file.lines('organisations'))
export const commonWords = file.words('common-words')
