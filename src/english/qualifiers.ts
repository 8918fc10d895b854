/**
 * Words before a quantity that make it rough: `nearly four hours`, `some 300`, `at least 12`.
 *
 * In: a text and where a quantity starts. Out: how rough, or null.
 * The words stand in data/english/qualifiers.txt.
 */
import { Qualifier } from '../model/annotation.js'
import { wordFile } from './word-lists.js'

const file = wordFile('qualifiers.txt')

// Longest first: `no more than` before `more than`.
const byLength = Qualifier.options
  .flatMap((qualifier) => file.lines(qualifier).map((phrase) => ({ qualifier, phrase })))
  .sort((a, b) => b.phrase.length - a.phrase.length || (a.phrase < b.phrase ? -1 : 1))

export function qualifierBefore(text: string, start: number): Qualifier | null {
  const before = text
    .slice(Math.max(0, start - 20), start)
    .replace(/(?<!\s)\s+(?:an?\s+)?$/, '')
    .toLowerCase()
  const hit = byLength.find(
    ({ phrase }) =>
      before.endsWith(phrase) && !/[\p{L}\p{N}-]/u.test(before.charAt(before.length - phrase.length - 1)),
  )
  return hit?.qualifier ?? null
}
