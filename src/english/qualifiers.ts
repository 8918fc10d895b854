/**
 * Words before a quantity that make it rough: `nearly four hours`, `some 300`, `at least 12`.
 *
 * In: a text and where a quantity starts. Out: how rough, or null.
 * Source: own list after Hyland (1998), approximators.
 */
import type { Qualifier } from '../model/annotation.js'

const phrases: Readonly<Record<Qualifier, readonly string[]>> = {
  about: [
    'about',
    'around',
    'some',
    'roughly',
    'approximately',
    'approx.',
    'circa',
    'an estimated',
    'estimated',
  ],
  nearly: [
    'nearly',
    'almost',
    'close to',
    'just under',
    'just short of',
    'approaching',
    'shy of',
    'not quite',
  ],
  'less-than': ['less than', 'fewer than', 'under', 'below'],
  'at-most': [
    'up to',
    'at most',
    'no more than',
    'as many as',
    'as much as',
    'a maximum of',
    'not more than',
  ],
  'more-than': [
    'more than',
    'over',
    'above',
    'just over',
    'upwards of',
    'upward of',
    'well over',
    'in excess of',
  ],
  'at-least': ['at least', 'no fewer than', 'no less than', 'a minimum of', 'not less than'],
}

// Longest first: `no more than` before `more than`.
const byLength = (Object.entries(phrases) as [Qualifier, readonly string[]][])
  .flatMap(([qualifier, list]) => list.map((phrase) => ({ qualifier, phrase })))
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
