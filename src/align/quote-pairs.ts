/**
 * Scored pairs of quotations: repeated printed words, and the claim matcher where the words differ.
 *
 * In:    quote units of all articles. Out: pairs (i < j): strong where printed words are repeated, weak otherwise.
 * Never: asks for the same speaker: agreement is evidence, disagreement a finding.
 */
import { quantise } from '../text/quantise.js'
import { claimPairs } from './claim-pairs.js'
import { PairTable, type Pairs } from './pairs.js'
import type { Lexicon } from './lexicon.js'
import { repeated, type Repeated } from './printed-words.js'
import { logit } from './scorer.js'
import { speakerAgreement } from './speakers.js'
import type { Thinning } from './thinning.js'
import type { UnitOf } from './unit.js'

export type QuoteUnit = UnitOf & {
  /** Runs of words inside quotation marks. */
  readonly printed: readonly (readonly string[])[]
  /** It may be found in other words, not only in the same. */
  readonly weak: boolean
  readonly names: ReadonlySet<string>
}

/** Pairs of quotations; `strong` is 1 where printed words are repeated. */
export type QuotePairs = { readonly pairs: Pairs; readonly strong: Uint8Array }

/** Printed words count as repeated from this share of a run … */
const SHARE = 0.7
/** … and this weight: two rare words, or one rare word printed alone in both. */
const WEIGHT = 8
const STRONG = 0.95
/** What the same or another speaker adds to the log odds. */
const SPEAKER = 1.6

export function quotePairs(units: readonly QuoteUnit[], lexicon: Lexicon, thin: Thinning): QuotePairs {
  const found = claimPairs(units, lexicon, thin)
  const pairs = new PairTable()
  const strong: number[] = []
  for (let k = 0; k < found.count; k++) {
    const [i, j] = [found.i[k] ?? 0, found.j[k] ?? 0]
    const [a, b] = [units[i], units[j]]
    if (!a || !b) continue
    const repeats = isRepeated(a, b, lexicon)
    if (!repeats && (!a.weak || !b.weak)) continue
    const odds = logit(found.score[k] ?? 0) + SPEAKER * speakerAgreement(a.names, b.names)
    const score = quantise(repeats ? STRONG : 1 / (1 + Math.exp(-odds)))
    pairs.add(i, j, score, score)
    strong.push(repeats ? 1 : 0)
  }
  return { pairs, strong: Uint8Array.from(strong) }
}

/** A run printed in one stands in the other, or the two print the same short words. */
function isRepeated(a: QuoteUnit, b: QuoteUnit, lexicon: Lexicon): boolean {
  return a.printed.some((run) => counts(run, b, lexicon)) || b.printed.some((run) => counts(run, a, lexicon))
}

function counts(run: readonly string[], other: QuoteUnit, lexicon: Lexicon): boolean {
  // Against printed words only: repeated words outside quotation marks are the claim matcher's business.
  return other.printed.some((printed) => {
    const part = repeated(run, printed, lexicon)
    return enough(part, run, printed)
  })
}

function enough(part: Repeated, run: readonly string[], printed: readonly string[]): boolean {
  const same = run.length === printed.length && part.stretch === run.length
  return (part.share >= SHARE && part.weight >= WEIGHT && part.stretch >= 2) || (same && part.weight >= 4)
}
