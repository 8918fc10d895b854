/**
 * Thinning: in an event of many reports each is compared in full with a fixed number of others, by the hash of the two ids, and with
 * the rest by rare words alone: the cost grows with the number of articles and not with its square.
 */
import { inCommon, type ArticleBag } from './kinship.js'
import { comparedInFull, drawn } from '../text/drawn.js'
import type { Lexicon } from '../likeness/lexicon.js'
import { Roots } from '../text/roots.js'
import { countsOf } from '../text/grouped.js'

/** Two articles are related when this share of the lighter one's words, by weight, stands in the other. */
const RELATED = 0.15

/** Words to look for in two articles, by their numbers; null: compare them in full. */
export type Thinning = (a: number, b: number) => ReadonlySet<number> | null

export const noThinning: Thinning = () => null

export function thinning(
  ids: readonly string[],
  bags: readonly ArticleBag[],
  lexicon: Lexicon,
  full = comparedInFull,
): Thinning {
  if (bags.length <= full + 1) return noThinning
  const plans = new Map<number, { rare: ReadonlySet<number>; share: number }>()
  for (const group of relatedGroups(bags, lexicon)) {
    if (group.length <= full + 1) continue
    const rare = rareWords(
      group.flatMap((i) => bags[i]?.words ?? []),
      full,
    )
    const plan = { rare, share: full / (group.length - 1) }
    for (const i of group) plans.set(i, plan)
  }
  return (a, b) => {
    const plan = plans.get(a)
    if (!plan || a === b || plan !== plans.get(b)) return null
    const chance = drawn(ids[Math.min(a, b)] ?? '', ids[Math.max(a, b)] ?? '')
    return chance < plan.share ? null : plan.rare
  }
}

/** Articles that a chain of related ones connects. */
function relatedGroups(bags: readonly ArticleBag[], lexicon: Lexicon): number[][] {
  const roots = new Roots(bags.length)
  for (const [j, b] of bags.entries())
    for (const [i, a] of bags.slice(0, j).entries()) {
      if (roots.rootOf(i) === roots.rootOf(j)) continue
      const { weight } = inCommon(a, b, lexicon)
      if (weight > 0 && weight >= RELATED * Math.min(a.total, b.total)) roots.join(i, j)
    }
  return roots.groups()
}

function rareWords(articles: readonly ReadonlySet<number>[], most: number): ReadonlySet<number> {
  const counts = countsOf(articles.flatMap((words) => [...words]))
  return new Set([...counts].filter(([, count]) => count <= most).map(([id]) => id))
}
