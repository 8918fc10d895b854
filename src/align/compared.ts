/**
 * How many pairs of items of two groups were compared: what a sum of scores is divided by for its mean.
 *
 * In:    the articles of the items; the thinning. Out: counts for groups that grow by joining.
 * Where nothing was thinned a pair that is no candidate counts as compared, with score 0, and the count is the product of
 * the sizes. Where two articles were compared by rare words alone, only the pairs found count.
 */
import { noThinning, type Thinning } from './thinning.js'

export type Compared = {
  /** Whether a pair of items counts by itself, since their articles were not compared in full. */
  readonly countsAlone: (i: number, j: number) => boolean
  /** Pairs of items of groups i and j whose articles were compared in full. */
  readonly inFull: (i: number, j: number) => number
  /** Group j is now part of group i. */
  readonly join: (i: number, j: number) => void
}

/** Everything was compared with everything. */
export function allCompared(count: number): Compared {
  const sizes = new Int32Array(count).fill(1)
  return {
    countsAlone: () => false,
    inFull: (i, j) => (sizes[i] ?? 1) * (sizes[j] ?? 1),
    join: (i, j) => {
      sizes[i] = (sizes[i] ?? 1) + (sizes[j] ?? 1)
    },
  }
}

export function compared(articleOf: readonly number[], articles: number, thin: Thinning): Compared {
  if (thin === noThinning) return allCompared(articleOf.length)
  const full = Array.from({ length: articles }, (_, a) =>
    Uint16Array.from({ length: articles }, (__, b) => (thin(a, b) === null ? 1 : 0)),
  )
  const none = new Uint16Array(articles)
  const members = articleOf.map((article) => [article])
  /** For each group and article: members whose article was compared in full with it. */
  const seen = articleOf.map((article) => full[article] ?? none)
  const owned = new Uint8Array(articleOf.length)
  return {
    countsAlone: (i, j) => full[articleOf[i] ?? 0]?.[articleOf[j] ?? 0] === 0,
    inFull: (i, j) => {
      const [a, b] = [members[i] ?? [], members[j] ?? []]
      const [few, other] = a.length <= b.length ? [a, seen[j]] : [b, seen[i]]
      let count = 0
      for (const article of few) count += other?.[article] ?? 0
      return count
    },
    join: (i, j) => {
      members[i] = [...(members[i] ?? []), ...(members[j] ?? [])]
      members[j] = []
      const into = owned[i] === 1 ? (seen[i] ?? none) : (seen[i] ?? none).slice()
      const from = seen[j] ?? none
      for (let a = 0; a < articles; a++) into[a] = (into[a] ?? 0) + (from[a] ?? 0)
      seen[i] = into
      owned[i] = 1
      seen[j] = none
    },
  }
}
