/**
 * Offsets as other programs count them: Unicode code points instead of UTF-16 code units.
 *
 * In: a text. Out: a function from code-unit offsets (0 to length) to code-point offsets. Never: splits a pair; an
 * offset inside one counts as the pair's start.
 */
export function codePointOffsets(text: string): (offset: number) => number {
  // Code-unit offsets of the second halves of surrogate pairs, ascending: one less code point for each before.
  const seconds: number[] = []
  for (let at = 0; at < text.length; at++) {
    if ((text.codePointAt(at) ?? 0) > 0xffff) seconds.push(++at)
  }
  return (offset) => offset - countBelow(seconds, offset)
}

/** How many of the ascending numbers are at most `limit`: halving. An offset that is a second half counts itself. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low
}
