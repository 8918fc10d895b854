/**
 * How much of one kind of thing is looked at, where the work grows and its worth does not; a dense stretch takes nothing from the text
 * behind it. Far above what reports hold; who meets a limit says so in an issue, and cells that are not present are then `unknown`.
 */
import type { Issue } from '../model/issue.js'
import type { Span } from '../model/span.js'

type Allowance = {
  /** What may be spent at one place. */
  readonly once: number
  /** What each unit of text (of the table's unit) adds to it. */
  readonly each: number
}

export const limits = {
  /**
   * Stretches of words weighed around cues ("said", "according to") for who tells what, by words of the text: those of
   * each cue's sentence, and of its quotation where it stands in one.
   */
  cueStretches: { once: 300_000, each: 120 },
  /** Numbers, sums, dates and times, by characters of the text. */
  quantities: { once: 100, each: 0.05 },
  /** Names of people, bodies and places, by characters of the text; as many again of known names that nothing else marks. */
  mentions: { once: 400, each: 0.05 },
  /** Claims, by characters of the text. */
  claims: { once: 200, each: 0.04 },
  /** Pairs of claims of two reports that share words, and pairs of quotations, by claims or quotations of both. */
  passagePairs: { once: 100_000, each: 50 },
  /** Words of claims, and of quotations, of two reports held against each other, by words of all of both. */
  comparedWords: { once: 1_500_000, each: 500 },
  /** Words of two reports held against each other, around figures and around verbs, by characters of both. */
  wordPairs: { once: 5_000_000, each: 300 },
} as const satisfies Readonly<Record<string, Allowance>>

/** Codes of the issues that say that a limit was met; programs may branch on them. */
const limitCodes: ReadonlySet<string> = new Set([
  'too-many-cues',
  'too-many-quantities',
  'too-many-names',
  'too-many-claims',
])

export function metLimit(issues: readonly Issue[]): boolean {
  return issues.some(({ code }) => limitCodes.has(code))
}

/** For two texts of `size` together: whether a cost may still be spent; what is too dear spends nothing. */
export function purse({ once, each }: Allowance, size: number): (cost: number) => boolean {
  let left = once + each * size
  return (cost) => {
    if (cost > left) return false
    left -= cost
    return true
  }
}

/** Asked in the order of the text; `at` in the unit of `each`. */
export function spender({ once, each }: Allowance): (at: number, cost: number) => boolean {
  let left: number = once
  let last = 0
  return (at, cost) => {
    left = Math.min(once, left + Math.max(0, at - last) * each)
    last = Math.max(at, last)
    if (cost > left) return false
    left -= cost
    return true
  }
}

/** Of things in text order those that may be looked at, each at the cost of one. */
export function withinLimit<Thing extends Span>(
  all: readonly Thing[],
  allowance: Allowance,
): { readonly read: readonly Thing[]; readonly unread: readonly Thing[] } {
  const may = spender(allowance)
  const read: Thing[] = []
  const unread: Thing[] = []
  for (const thing of all) (may(thing.start, 1) ? read : unread).push(thing)
  return { read, unread }
}
