import type { Statement } from '../model/alignment.js'
import { trimmedOf } from './trimmed.js'

/** With what stands before it to make it understood in square brackets, too. */
export function inOneText({ words, added: [first] }: Statement): string {
  if (first?.start !== 0 || !/^\p{L}/u.test(words)) return words
  const before = trimmedOf(words.slice(0, first.end), '', ' “‘"')
  return `[${before}] ${words.slice(before.length).trim()}`
}
