/** Given names that stand for one another, a group each: short forms and spellings. data/english/nicknames.txt. */
import { wordFile } from './word-lists.js'

export const nicknameGroups: readonly (readonly string[])[] = wordFile('nicknames.txt')
  .lines('groups')
  .map((line) => line.split(' '))
