/**
 * English words that carry grammar, not matter: left out when passages are compared. Closed classes only; negations are read
 * elsewhere. data/english/function-words.txt.
 */
import { wordFile } from './word-lists.js'

export const functionWords = wordFile('function-words.txt').words('function-words')
