/** Given and family names, cities, organisations and common words, lower case: data/english/known-words.txt. */
import { wordFile } from './word-lists.js'

const knownWordsFile = wordFile('known-words.txt')

export const givenNames = knownWordsFile.words('given-names')
export const familyNames = knownWordsFile.words('family-names')
export const cities: ReadonlySet<string> = new Set(knownWordsFile.lines('cities'))
export const organisations: ReadonlySet<string> = new Set(knownWordsFile.lines('organisations'))
export const commonWords = knownWordsFile.words('common-words')

const namingFile = wordFile('naming.txt')

/** Base forms of verbs whose subject is a person (or a body that other words have named). */
export const personVerbs = namingFile.words('person-verbs')

/** Whose: nouns behind a person's name and its possessive ending. */
export const belongings = namingFile.words('belonging')

/** Nouns that take a place after `of`. */
export const beforeOfPlace = namingFile.words('of-place')

/** Parties and faiths: like a people's name, an adjective in the singular, a group in the plural. */
export const groupWords = namingFile.words('groups')

/** Capitalised words that are no names wherever they stand. */
export const noNames = namingFile.words('never')

/** Adjectives that open a sentence before a name: `Top Senate Democrats`, `Former President`. */
export const openers = namingFile.words('openers')

/** Common first words (`National`, `First`) never come alone as a name of that body. */
export const commonFirstWords = namingFile.words('common-first')

/** Words with which a place's or a ship's name begins. */
export const opensPlace = namingFile.words('opens-place')

/** Small words inside a name: `von der`. */
export const particles = namingFile.words('particles')

export const nicknameGroups: readonly (readonly string[])[] = wordFile('nicknames.txt')
  .lines('groups')
  .map((line) => line.split(' '))

const givenNamesFile = wordFile('given-names.txt')

const womensNames = givenNamesFile.words('women')
const mensNames = givenNamesFile.words('men')

/** By a given name, lower case; null where both bear it or none is known. */
export function genderOfName(given: string): 'he' | 'she' | null {
  return womensNames.has(given) ? 'she' : mensNames.has(given) ? 'he' : null
}
