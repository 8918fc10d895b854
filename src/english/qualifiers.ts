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
  return phraseBefore(text, start)?.qualifier ?? null
}

/** Where such words begin that stand before a place, all of them: "just over about 40"; the place itself where there are none. */
export function startOfQualifiers(text: string, start: number): number {
  const phrase = phraseBefore(text, start)?.phrase
  if (phrase === undefined) return start
  const from = Math.max(0, start - furthest)
  const at = text.slice(from, start).toLowerCase().lastIndexOf(phrase)
  return at < 0 ? start : startOfQualifiers(text, from + at)
}

const furthest = 30

function phraseBefore(text: string, start: number): (typeof byLength)[number] | undefined {
  const before = text
    .slice(Math.max(0, start - furthest), start)
    .replace(/(?<!\s)\s+(?:an?\s+)?$/, '')
    .toLowerCase()
  return byLength.find(
    ({ phrase }) =>
      before.endsWith(phrase) && !/[\p{L}\p{N}-]/u.test(before.charAt(before.length - phrase.length - 1)),
  )
}
