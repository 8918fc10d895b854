/**
 * A side: all units of one article, numbered, with the words by which another article's units find them.
 *
 * In:    units in order of article and place. Out: one Side an article, in that order.
 * Never: knows another article.
 */
import type { Passage } from './passage.js'
import type { WeightedWords } from '../likeness/weighted-words.js'
import type { Unit, UnitOf } from './unit.js'
import { kept, addTo } from '../text/grouped.js'

type Posting = { readonly at: number; readonly weight: number }
/** By word number: the passages that have it. */
export type Postings = ReadonlyMap<number, readonly Posting[]>

export type Side = {
  readonly article: number
  /** Number of its first unit among those of all articles. */
  readonly first: number
  readonly units: readonly Unit[]
  /** For each unit the number of its sentence within the article. */
  readonly sentenceOf: Int32Array
  /** For each sentence a unit that stands in it. */
  readonly sentences: readonly Unit[]
  readonly ownWords: Postings
  readonly sentenceWords: Postings
}

export function sidesOf(units: readonly UnitOf[]): Side[] {
  const sides: Side[] = []
  for (let first = 0; first < units.length;) {
    const article = units[first]?.number ?? 0
    let end = first
    while (end < units.length && units[end]?.number === article) end++
    sides.push(
      sideOf(
        article,
        first,
        units.slice(first, end).map(({ unit }) => unit),
      ),
    )
    first = end
  }
  return sides
}

function sideOf(article: number, first: number, units: readonly Unit[]): Side {
  const numbers = new Map<Passage, number>()
  const sentences: Unit[] = []
  const sentenceOf = Int32Array.from(units, (unit) =>
    kept(numbers, unit.sentence, () => sentences.push(unit) - 1),
  )
  return {
    article,
    first,
    units,
    sentenceOf,
    sentences,
    ownWords: postings(units.map((unit) => unit.passage.own)),
    sentenceWords: postings(sentences.map((unit) => unit.sentence.own)),
  }
}

function postings(bags: readonly WeightedWords[]): Postings {
  const found = new Map<number, Posting[]>()
  bags.forEach((bag, at) => {
    bag.words.forEach((id, k) => {
      addTo(found, id, { at, weight: bag.weights[k] ?? 0 })
    })
  })
  return found
}
