/**
 * Thinning: in an event of many reports each article is compared in full with a fixed number of others, chosen by the
 * hash of the two ids, and with the rest by rare words alone, so that the cost grows with the number of articles and not
 * with its square. What many tell is found through any of them; what few tell is found by its rare words.
 *
 * In:    ids and words of all articles. Out: for each two articles, by number, null (compare in full) or the rare words.
 * Never: thins an event of up to FULL + 1 related articles, or lets an unrelated article change what is compared among
 *        the others: only related articles are counted, and words in them alone.
 */
import { inCommon, type ArticleBag } from './kinship.js'
import type { Lexicon } from './lexicon.js'
import { Roots } from './roots.js'

/** Articles that each one is compared with in full, at the mean; a word is rare that no more of them have. */
export const FULL = 24
/** Two articles are related when this share of the lighter one's words, by weight, stands in the other. */
const RELATED = 0.15

/** Words to look for in two articles, by their numbers; null: compare them in full. */
export type Thinning = (a: number, b: number) => ReadonlySet<number> | null

export const noThinning: Thinning = () => null

export function thinning(
  ids: readonly string[],
  bags: readonly ArticleBag[],
  lexicon: Lexicon,
  full = FULL,
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
  const counts = new Map<number, number>()
  for (const words of articles) for (const id of words) counts.set(id, (counts.get(id) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count <= most).map(([id]) => id))
}

/** 0 to 1, as good as random, the same for the same two ids (FNV-1a with a last mixing). */
export function drawn(one: string, other: string): number {
  const text = `${one} ${other}`
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return ((value ^ (value >>> 16)) >>> 0) / 0x100000000
}
