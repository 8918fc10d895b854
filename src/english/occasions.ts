/**
 * Words for the occasion on which something was said: data/english/occasions.txt. Occasions on different lines exclude each
 * other.
 */
import { wordFile } from './word-lists.js'

export type Occasion = { readonly name: string; readonly pattern: RegExp }

export const occasions: readonly Occasion[] = wordFile('occasions.txt')
  .lines('occasions')
  .map((line) => {
    const [name = '', phrases = ''] = line.split(': ')
    return { name, pattern: new RegExp(`\\b(?:${phrases.split(' | ').join('|')})\\b`, 'u') }
  })
