/**
 * What a second reader says of pairs of passages, put into the scored pairs of claims: between two passages that tell the
 * same the claims that are most alike are linked; between two that do not none is. What only comes near is left to the
 * matcher.
 */
import type { ArticleSpan } from '../model/alignment.js'
import { coverOf } from '../likeness/weighted-words.js'
import { byKeys } from '../text/order.js'
import { overlap, spanLength } from '../text/spans.js'
import type { Event } from './event.js'
import type { Pair } from './matcher.js'
import type { Item } from './mention.js'
import type { UnitOf } from './unit.js'

type Claimed = Item & UnitOf

/**
 * How alike a second pair of claims of two linked passages must be, by the matcher's probability and their common words: on 32 real
 * events .8 and .6 link the same, .4 costs rows.
 */
const leastOfSecond = 0.6

export function withVerdicts(
  pairs: readonly Pair[],
  items: readonly Claimed[],
  { verdicts, lexicon }: Pick<Event, 'verdicts' | 'lexicon'>,
): readonly Pair[] {
  if (verdicts.length === 0) return pairs
  const scores = new Map(pairs.map(({ i, j, score }) => [`${i} ${j}`, score]))
  const likeness = (i: number, j: number): number => {
    const [a, b] = [items[i], items[j]]
    if (!a || !b) return 0
    const { ab, ba } = coverOf(a.unit.passage.plain, b.unit.passage.plain, lexicon)
    return (scores.get(`${i} ${j}`) ?? 0) + Math.max(ab, ba)
  }
  const couples = verdicts.flatMap(({ a, b, verdict }) => {
    const all = claimsIn(items, a).flatMap((x) =>
      claimsIn(items, b).map((y) => ({ i: Math.min(x, y), j: Math.max(x, y) })),
    )
    return verdict === 'near' ? [] : [{ all, isSame: verdict === 'same' }]
  })
  const links = couples.flatMap(({ all, isSame }) => (isSame ? best(all, likeness) : []))
  const settled = new Map<string, Pair>()
  for (const { all, isSame } of couples)
    if (!isSame) for (const { i, j } of all) settled.set(`${i} ${j}`, { i, j, score: 0 })
  for (const { i, j } of links) settled.set(`${i} ${j}`, { i, j, score: 1 })
  return [...pairs.filter(({ i, j }) => !settled.has(`${i} ${j}`)), ...settled.values()]
}

type Couple = { readonly i: number; readonly j: number }

function best(all: readonly Couple[], likeness: (i: number, j: number) => number): readonly Couple[] {
  const taken = new Set<number>()
  return all
    .map(({ i, j }) => ({ i, j, like: likeness(i, j) }))
    .sort(
      byKeys(
        ({ like }) => -like,
        ({ i }) => i,
        ({ j }) => j,
      ),
    )
    .filter(({ i, j, like }, at) => {
      if (taken.has(i) || taken.has(j) || (at > 0 && like < leastOfSecond)) return false
      taken.add(i).add(j)
      return true
    })
}

/** The numbers of the claims that stand mostly in a passage. */
function claimsIn(items: readonly Claimed[], { article, ...span }: ArticleSpan): readonly number[] {
  return [...items.keys()].filter((index) => {
    const item = items[index]
    return item?.article.id === article && 2 * overlap(item.mention, span) > spanLength(item.mention)
  })
}
