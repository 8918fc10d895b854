/**
 * Contractions and numbers written out, for comparing alone: "don't" and "do not", "two-in-three" and "2 in 3".
 *
 * In: words in lower case with straight apostrophes. Out: whether they stand for the same words. Never: decides between
 * "had" and "would" ("'d"), or "is" and "has" ("'s"): either of them will do.
 */
import { numberWords } from './number-words.js'

const endings: readonly (readonly [ending: string, ...words: string[]])[] = [
  ["n't", 'not'],
  ["'ve", 'have'],
  ["'re", 'are'],
  ["'ll", 'will'],
  ["'m", 'am'],
  ["'d", 'would', 'had'],
  ["'s", 'is', 'has'],
]
/** Whose own letters change when they are contracted. */
const stems: ReadonlyMap<string, string> = new Map([
  ['ca', 'can'],
  ['wo', 'will'],
  ['sha', 'shall'],
])

const digits = new Map([...numberWords].map(([word, value]) => [word, [String(value)]]))

export function sameWrittenOut(a: readonly string[], b: readonly string[]): boolean {
  const [from, to] = [a, b].map((words) => words.flatMap(writtenOut))
  if (from?.length !== to?.length) return false
  return from?.every((words, index) => words.some((word) => to?.[index]?.includes(word))) ?? true
}

/** One word after the other, each as what it may be. */
function writtenOut(word: string): readonly (readonly string[])[] {
  if (word === 'cannot') return [['can'], ['not']]
  const found = endings.find(([ending]) => word.endsWith(ending) && word.length > ending.length)
  if (!found) return word.split('-').map((part) => [part, ...(digits.get(part) ?? [])])
  const [ending, ...full] = found
  const stem = word.slice(0, -ending.length)
  return [[stems.get(stem) ?? stem], full]
}
