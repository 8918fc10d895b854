/**
 * A second reader’s verdicts put into the scored pairs of claims: passages that tell the same are linked, others not; two answers to
 * one question where the matcher finds it possible.
 */
import type { ArticleSpan, PairVerdict } from '../model/alignment.js'
import { coverOf } from '../likeness/weighted-words.js'
import { addOnce } from '../text/grouped.js'
import { sortedBy } from '../text/order.js'
import { overlap, spanLength } from '../text/spans.js'
import type { Event } from './event.js'
import type { Pair } from './matcher.js'
import type { Item } from './mention.js'
import type { UnitOf } from './unit.js'

type Claimed = Item & UnitOf

/** How alike a second pair of claims of two linked passages must be, by the matcher’s probability and their common words. */
const leastOfSecond = 0.6
/** Two answers: the probability from which a value, name or quotation is one matter; of other questions with the common words. */
const leastOfAnswers = { value: 0.05, matter: 0.8 } as const
/** What is linked is linked before all that the matcher links, in this order. */
const linked = { same: 1, throughSame: 0.99, answers: 0.98 } as const
/** So many pairs in a row that tell the same lead from one claim to another that does. */
const steps = 3

type Couple = { readonly i: number; readonly j: number }
type Likeness = (couple: Couple) => number

const keyOf = ({ i, j }: Couple): string => `${i} ${j}`

export function withVerdicts(
  pairs: readonly Pair[],
  items: readonly Claimed[],
  { verdicts, lexicon }: Pick<Event, 'verdicts' | 'lexicon'>,
): readonly Pair[] {
  if (verdicts.length === 0) return pairs
  const scores = new Map(pairs.map((pair) => [keyOf(pair), pair.score]))
  const probability: Likeness = (couple) => scores.get(keyOf(couple)) ?? 0
  const likeness: Likeness = (couple) => {
    const [a, b] = [items[couple.i], items[couple.j]]
    if (!a || !b) return 0
    const { ab, ba } = coverOf(a.unit.passage.plain, b.unit.passage.plain, lexicon)
    return probability(couple) + Math.max(ab, ba)
  }
  const couples = (wanted: PairVerdict['verdict']): readonly (readonly Couple[])[] =>
    verdicts.filter(({ verdict }) => verdict === wanted).map((verdict) => couplesOf(items, verdict))
  const answers = (wanted: 'value' | 'matter', like: Likeness): readonly Couple[] =>
    couples(wanted).flatMap((all) =>
      best(all, like)
        .slice(0, 1)
        .filter((couple) => like(couple) >= leastOfAnswers[wanted]),
    )
  const same = couples('same').flatMap((all) => best(all, likeness))
  const settled = new Map<string, Pair>()
  for (const couple of [...answers('value', probability), ...answers('matter', likeness)])
    settled.set(keyOf(couple), { ...couple, score: Math.max(linked.answers, probability(couple)) })
  for (const couple of throughSame(same))
    if (scores.has(keyOf(couple))) settled.set(keyOf(couple), { ...couple, score: linked.throughSame })
  for (const couple of couples('different').flat()) settled.set(keyOf(couple), { ...couple, score: 0 })
  for (const couple of same) settled.set(keyOf(couple), { ...couple, score: linked.same })
  const isOneReport = ({ i, j }: Couple): boolean => items[i]?.number === items[j]?.number
  return [
    ...pairs.filter((pair) => !settled.has(keyOf(pair))),
    ...[...settled.values()].filter((pair) => !isOneReport(pair)),
  ]
}

/** What a few pairs in a row lead to. */
function throughSame(same: readonly Couple[]): readonly Couple[] {
  const next = new Map<number, Set<number>>()
  for (const { i, j } of same) {
    addOnce(next, i, j)
    addOnce(next, j, i)
  }
  return [...next.keys()].flatMap((i) => {
    const reached = new Set([i])
    for (let step = 0; step < steps; step++)
      for (const item of [...reached]) for (const other of next.get(item) ?? []) reached.add(other)
    return [...reached].flatMap((j) => (j > i ? [{ i, j }] : []))
  })
}

function best(all: readonly Couple[], like: Likeness): readonly Couple[] {
  const taken = new Set<number>()
  return sortedBy(
    all.map((couple) => ({ ...couple, like: like(couple) })),
    ({ like, i, j }) => [-like, i, j],
  )
    .filter(({ i, j, like }, at) => {
      if (taken.has(i) || taken.has(j) || (at > 0 && like < leastOfSecond)) return false
      taken.add(i).add(j)
      return true
    })
    .map(({ i, j }) => ({ i, j }))
}

function couplesOf(items: readonly Claimed[], { a, b }: PairVerdict): readonly Couple[] {
  return claimsIn(items, a).flatMap((x) =>
    claimsIn(items, b).map((y) => ({ i: Math.min(x, y), j: Math.max(x, y) })),
  )
}

/** The numbers of the claims that stand mostly in a passage, else of the one in which it stands. */
function claimsIn(items: readonly Claimed[], { article, ...span }: ArticleSpan): readonly number[] {
  const near = [...items.keys()].flatMap((index) => {
    const item = items[index]
    const common = item?.article.id === article ? overlap(item.mention, span) : 0
    return item && common > 0 ? [{ index, common, isIn: 2 * common > spanLength(item.mention) }] : []
  })
  const inside = near.filter(({ isIn }) => isIn)
  const around = sortedBy(
    near.filter(({ common }) => 2 * common > spanLength(span)),
    ({ common, index }) => [-common, index],
  )
  return (inside.length > 0 ? inside : around.slice(0, 1)).map(({ index }) => index)
}
