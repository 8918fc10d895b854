/**
 * Contractions written out, for comparing alone: "don't" and "do not", "they've" and "they have".
 *
 * In: words in lower case with straight apostrophes. Out: the words they stand for. Never: decides between "had" and "would"
 * ("'d"), or "is" and "has" ("'s"): these stay as they are.
 */
const endings: readonly (readonly [ending: string, word: string])[] = [
  ["n't", 'not'],
  ["'ve", 'have'],
  ["'re", 'are'],
  ["'ll", 'will'],
  ["'m", 'am'],
]
/** Whose own letters change when they are contracted. */
const stems: ReadonlyMap<string, string> = new Map([
  ['ca', 'can'],
  ['wo', 'will'],
  ['sha', 'shall'],
])

export function writtenOut(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => {
    if (word === 'cannot') return ['can', 'not']
    const found = endings.find(([ending]) => word.endsWith(ending) && word.length > ending.length)
    if (!found) return [word]
    const [ending, full] = found
    const stem = word.slice(0, -ending.length)
    return [stems.get(stem) ?? stem, full]
  })
}
