/**
 * In:    words and entities of an article.
 * Out:   for each person the words by which the article describes what he or she is: "Kremlin aide", "the president",
 *        "Ms.", read from titles and appositions beside the name.
 * Never: brings knowledge from outside the article: "the president" is whom this article calls so.
 */
import type { Entity } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import { mensNames, womensNames } from '../data/given-name-gender.js'
import { roles } from '../data/roles.js'
import type { Word } from './words.js'

export type Person = {
  readonly entity: Entity
  /** Lower-case words of titles and appositions. */
  readonly described: ReadonlySet<string>
  readonly gender: 'she' | 'he' | null
}

const femaleTitles = new Set([
  'ms',
  'ms.',
  'mrs',
  'mrs.',
  'miss',
  'madam',
  'lady',
  'dame',
  'queen',
  'princess',
])
const maleTitles = new Set(['mr', 'mr.', 'sir', 'lord', 'king', 'prince'])
const femaleRoles = /(?:woman|women|girl|actress|duchess|mother|sister|daughter|wife|widow)$/u
const maleRoles = /(?:[^o]man|boy|father|brother|son|husband)$/u
const mostDescribing = 8

export function personsOf(words: readonly Word[], entities: readonly Entity[]): readonly Person[] {
  return entities
    .filter((entity) => entity.kind === 'person')
    .map((entity) => {
      const described = new Set<string>()
      for (const mention of entity.mentions)
        for (const word of descriptions(words, mention)) described.add(word)
      return { entity, described, gender: genderOf(entity, described) }
    })
}

function genderOf(entity: Entity, described: ReadonlySet<string>): Person['gender'] {
  for (const word of described) {
    if (femaleTitles.has(word) || femaleRoles.test(word)) return 'she'
    if (maleTitles.has(word) || maleRoles.test(word)) return 'he'
  }
  const names = entity.name.split(' ')
  const given = names.length > 1 ? (names[0] ?? '').toLowerCase() : ''
  return womensNames.has(given) ? 'she' : mensNames.has(given) ? 'he' : null
}

/** Nouns and titles right before a name, and those of an apposition behind it. */
function descriptions(words: readonly Word[], mention: Span): string[] {
  const first = lowerBound(words, mention.start)
  const last = lowerBound(words, mention.end)
  const found: string[] = []
  for (let i = first - 1; i >= 0 && i >= first - mostDescribing; i--) {
    const word = words[i]
    if (!word) break
    if (word.sentence !== words[first]?.sentence) break
    if (!describes(word) && !(word.lower === ',' && i === first - 1)) break
    found.push(word.lower)
  }
  const follows = words[last]
  if (follows?.lower === ',' && follows.sentence === words[last - 1]?.sentence)
    for (let i = last + 1; i < words.length && i <= last + mostDescribing; i++) {
      const word = words[i]
      if (word?.sentence !== follows.sentence || word.lower === ',') break
      if (!describes(word) && !/^(?:a|an|the|of|for|to|at|his|her|'s)$/u.test(word.lower)) break
      found.push(word.lower)
    }
  return found.some((word) => roles.has(word) || femaleTitles.has(word) || maleTitles.has(word))
    ? found
    : found.filter((word) => roles.has(word))
}

function describes({ pos, lower }: Word): boolean {
  return /^(?:NOUN|PROPN|ADJ)$/u.test(pos) || lower === "'s" || lower === '-'
}

/** Number of the first word that ends after `place`. */
export function lowerBound(words: readonly Word[], place: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.end ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low
}
