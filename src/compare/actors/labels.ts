/** Labels counted: words as reports print them, brought together where only capitals differ. */
import { byKeys } from '../../text/order.js'

/** Of "Asylum seekers" and "asylum seekers" the one in small letters stands for both. */
export function commonestFirst(
  all: readonly string[],
): readonly { readonly words: string; readonly count: number }[] {
  const found = new Map<string, { words: string; count: number }>()
  for (const words of all) {
    const known = found.get(words.toLowerCase())
    if (!known) found.set(words.toLowerCase(), { words, count: 1 })
    else {
      known.count++
      // Small letters come behind capitals.
      if (words > known.words) known.words = words
    }
  }
  return [...found.values()].sort(
    byKeys(
      ({ count }) => -count,
      ({ words }) => words,
    ),
  )
}
