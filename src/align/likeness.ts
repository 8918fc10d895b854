/**
 * How much of one passage's weight finds a counterpart in another: soft word alignment, each word going to its nearest
 * (Mihalcea et al. 2006; with vectors Kusner et al. 2015). Shares are 0..1.
 */
import type { Lexicon } from './lexicon.js'
import type { Passage } from './passage.js'

type Words = Pick<Passage, 'words' | 'weights' | 'total' | 'norm'>

export type Cover = {
  /** Share of a's weight covered by b, and of b's by a. */
  readonly ab: number
  readonly ba: number
}

/** Words of one stem alone. */
export function exactCosine(a: Words, b: Words): number {
  if (a.norm === 0 || b.norm === 0) return 0
  const at = new Map<number, number>()
  a.words.forEach((id, i) => at.set(id, a.weights[i] ?? 0))
  let sum = 0
  b.words.forEach((id, i) => (sum += (at.get(id) ?? 0) * (b.weights[i] ?? 0)))
  return sum / (a.norm * b.norm)
}

export function softCover(a: Words, b: Words, lexicon: Lexicon): Cover {
  return { ab: coveredShare(a, b, lexicon), ba: coveredShare(b, a, lexicon) }
}

function coveredShare(a: Words, b: Words, lexicon: Lexicon): number {
  if (a.total === 0) return 0
  let covered = 0
  for (let i = 0; i < a.words.length; i++) {
    let best = 0
    for (let j = 0; j < b.words.length && best < 1; j++)
      best = Math.max(best, lexicon.likeness(a.words[i] ?? 0, b.words[j] ?? 0))
    covered += best * (a.weights[i] ?? 0)
  }
  return covered / a.total
}
