/** Words of raw page text: counting them, and folding text so that two renderings of it compare equal. Pure. */

/** Runs of characters that are not white space and hold a letter or digit. */
export function countWords(text: string): number {
  let count = 0
  for (const word of text.split(/\s+/u)) if (/[\p{L}\p{N}]/u.test(word)) count++
  return count
}

/** Letters and digits alone, lower case: equal for two renderings of the same words. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Folded words in order. */
export function foldedWords(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** Longest subhead, in words and characters. */
const MAX_SUBHEAD_WORDS = 12
const MAX_SUBHEAD_LENGTH = 90

/** A sentence's end, closing quotation marks and brackets after it allowed. */
const END_PUNCTUATION = /[.!?…:;,]["'”’»)\]]*$/u

/** A short line that does not end as a sentence does. */
export function isSubhead(line: string): boolean {
  return (
    line.length <= MAX_SUBHEAD_LENGTH && countWords(line) <= MAX_SUBHEAD_WORDS && !END_PUNCTUATION.test(line)
  )
}
