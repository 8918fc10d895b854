/**
 * Offsets as other programs count them: Unicode code points instead of UTF-16 code units.
 *
 * In: a text. Out: a function from code-unit offsets (0 to length) to code-point offsets. Never: splits a pair; an
 * offset inside one counts as the pair's start.
 */
import { firstThat } from '../text/first-that.js'
import { itemAt } from '../text/item-at.js'

export function codePointOffsets(text: string): (offset: number) => number {
  // Code-unit offsets of the second halves of surrogate pairs, ascending: one less code point for each before.
  const seconds: number[] = []
  for (let index = 0; index < text.length; index++) {
    if ((text.codePointAt(index) ?? 0) > 0xffff) seconds.push(++index)
  }
  // An offset that is a second half counts itself.
  return (offset) => offset - firstThat(seconds.length, (index) => itemAt(seconds, index) > offset)
}
