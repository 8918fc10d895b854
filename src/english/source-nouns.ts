/** Nouns by which a source is classed, lower case, singular: data/english/source-nouns.txt. */
import { anyOf, wordFile } from './word-lists.js'

const file = wordFile('source-nouns.txt')

/** What is written, printed, shown or measured. */
export const documentNouns = file.words('documents')

/** Who speaks from inside and is kept unnamed. */
export const hiddenNouns = file.words('hidden')

/** Phrases that say a source is kept unnamed, lower case. */
export const hiddenPhrases = new RegExp(anyOf(file.lines('unnamed')), 'u')

/** Bodies in lower case, beside those of organisation-words.ts. */
export const bodyNouns = file.words('bodies')

/** Many people under a singular word, and plurals without an s. */
export const crowdNouns = file.words('crowds')

/** People and crowds that a text keeps vague, singular: not the same ones from sentence to sentence. */
export const vagueNouns = file.words('vague')
