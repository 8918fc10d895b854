/** News agencies by name, lower case, for credits that no general pattern tells ("AP", "Reuters"): data/english/agencies.txt. */
import { wordFile } from './word-lists.js'

const file = wordFile('agencies.txt')

export const AGENCIES: ReadonlySet<string> = new Set(file.lines('agencies'))

/** Agencies and broadcasters by letters: `cnn`. */
export const shortOutlets = file.words('short')
