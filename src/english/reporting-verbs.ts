/** Verbs whose commonest sense is one of communication, cognition or emotion: data/english/reporting-verbs.txt. */
import { wordFile } from './word-lists.js'

const file = wordFile('reporting-verbs.txt')

export const communicationVerbs = file.words('communication')
export const cognitionVerbs = file.words('cognition')
export const emotionVerbs = file.words('emotion')
