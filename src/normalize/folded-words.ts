/** Words of raw page text: counting them, and folding text so that two renderings of it compare equal. Pure. */

/** Runs without white space that hold a letter or digit; where no spaces part words, two characters count as one. */
export function countWords(text: string): number {
  const spaced = !UNSPACED.test(text)
  let count = 0
  for (const run of text.split(/\s+/u))
    if (/[\p{L}\p{N}]/u.test(run)) count += spaced ? 1 : wordsInUnspaced(run)
  return count
}

/** Scripts without spaces between words (Han, kana, Thai, Lao, Khmer, Myanmar), as ranges, which the engine finds faster. */
const UNSPACED =
  /[\u0E01-\u0E3A\u0E40-\u0EFF\u1000-\u109F\u1780-\u17FF\u3041-\u30FF\u3400-\u9FFF\uF900-\uFAFF]/u
const EACH_UNSPACED = new RegExp(UNSPACED, 'gu')
const CHARACTERS_A_WORD = 2

function wordsInUnspaced(run: string): number {
  const characters = run.match(EACH_UNSPACED)?.length ?? 0
  return Math.max(1, Math.ceil(characters / CHARACTERS_A_WORD))
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
      .replaceAll('\u00AD', '')
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** Longest subhead, in words and characters. */
const MAX_SUBHEAD_WORDS = 12
const MAX_SUBHEAD_LENGTH = 90

/** A sentence's end, closing quotation marks and brackets after it allowed. */
const END_PUNCTUATION = /[.!?…:;,。！？：；؟۔।]["'”’»)\]」』]*$/u

/** A short line that does not end as a sentence does. */
export function isSubhead(line: string): boolean {
  return (
    line.length <= MAX_SUBHEAD_LENGTH && countWords(line) <= MAX_SUBHEAD_WORDS && !END_PUNCTUATION.test(line)
  )
}
