/**
 * Words that make a name an organisation's or a place's, and well-known names without such a word:
 * data/english/organisation-words.txt.
 */
import { wordFile } from './word-lists.js'

const file = wordFile('organisation-words.txt')

/** Last (or, before `of`, first) word of an organisation's name, lower case. */
export const organisationHeads = file.words('organisation-heads')

/** Last word of a place's name, lower case. */
export const placeHeads = file.words('place-heads')

/** Well-known bodies whose name has no such word, lower case; buildings that stand for those who work there included. */
export const knownOrganisations: ReadonlySet<string> = new Set(file.lines('known-organisations'))

/** Capitals that are no names of bodies. */
export const plainAcronyms = file.words('plain-acronyms')
