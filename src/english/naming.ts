/** Words by which a run of capitals is told to be a name, and whose: data/english/naming.txt. Lower case. */
import { wordFile } from './word-lists.js'

const file = wordFile('naming.txt')

/** Base forms of verbs whose subject is a person (or a body that other words have named). */
export const personVerbs = file.words('person-verbs')

/** Whose: nouns behind a person's name and its possessive ending. */
export const belongings = file.words('belonging')

/** Nouns that take a place after `of`. */
export const beforeOfPlace = file.words('of-place')

/** Parties and faiths: like a people's name, an adjective in the singular, a group in the plural. */
export const groupWords = file.words('groups')

/** Capitalised words that are no names wherever they stand. */
export const noNames = file.words('never')

/** Adjectives that open a sentence before a name: `Top Senate Democrats`, `Former President`. */
export const openers = file.words('openers')

/** Common first words (`National`, `First`) never come alone as a name of that body. */
export const commonFirstWords = file.words('common-first')

/** Words with which a place's or a ship's name begins. */
export const opensPlace = file.words('opens-place')

/** Small words inside a name: `von der`. */
export const particles = file.words('particles')
