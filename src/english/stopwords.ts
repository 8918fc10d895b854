/** English function words and the emptiest verbs: they say nothing about what a sentence is about. data/english/stopwords.txt. */
import { wordFile } from './word-lists.js'

export const stopwords = wordFile('stopwords.txt').words('stopwords')
