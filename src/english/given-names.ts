/** Given names borne mostly by women, and by men; names borne by both are in neither: data/english/given-names.txt. */
import { wordFile } from './word-lists.js'

const file = wordFile('given-names.txt')

export const womensNames = file.words('women')
export const mensNames = file.words('men')
