/** News agencies by name, lower case, for credits that no general pattern tells ("AP", "Reuters"): data/english/agencies.txt. */
import { wordFile } from './word-lists.js'

export const AGENCIES: ReadonlySet<string> = new Set(wordFile('agencies.txt').lines('agencies'))
