/**
 * What the words beside a name say of its bearer: by how he or she is addressed, and whether somebody else of the family is
 * the one that the report is about.
 *
 * In: a candidate with the words around it. Out: a Bearing. Never: guesses by the name itself.
 */
import { addressOfMen, addressOfWomen, relativeWords } from '../../english/titles.js'
import type { TaggedWord } from '../../english/parse/tree.js'
import type { Candidate } from './runs.js'

export type Bearing = {
  readonly address: 'he' | 'she' | null
  /** "his wife, Ann Lowe", "first lady Ann Lowe": the family name alone is somebody else's. */
  readonly isRelative: boolean
  /** "the Lowe daughters": the name only says whose. */
  readonly isModifier: boolean
}

export function bearingOf({ before, after }: Pick<Candidate, 'before' | 'after'>): Bearing {
  const last = before.filter(({ lower }) => lower !== '.').at(-1)
  const address = last === undefined ? '' : last.lower.replace(/\.$/u, '')
  return {
    address: addressOfMen.has(address)
      ? 'he'
      : addressOfWomen.has(address) && !isFirstLady(before)
        ? 'she'
        : null,
    isModifier: /^(?:NOUN|PROPN)$/u.test(after[0]?.pos ?? ''),
    isRelative: hasRelative(before.slice(-2)) || (after[0]?.lower === ',' && hasRelative(after.slice(1, 4))),
  }
}

function hasRelative(words: readonly TaggedWord[]): boolean {
  return isFirstLady(words) || words.some(({ lower }) => relativeWords.has(lower))
}

function isFirstLady(words: readonly TaggedWord[]): boolean {
  return words.some(({ lower }, i) => lower === 'first' && words[i + 1]?.lower === 'lady')
}
