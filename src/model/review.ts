/**
 * A review: what a person made of the findings of a report. Made in the report's page; read by `compare --review`, by the
 * page's import and by agreement statistics.
 *
 * A ruling names its finding by id. Ids come from the kind, the words of the evidence and the hashes of the sources, so
 * a ruling follows its finding into a new report where nothing it rests on has changed; elsewhere it is stale: kept,
 * shown as such, never applied to another finding.
 */
import { z } from 'zod'
import { fixed, listOf } from './fixed.js'

/**
 * `accept`: right as it stands. `correct`: right in substance, put otherwise in `correction`. `dismiss`: not right. `unsure`: read, and
 * left open.
 */
export const Verdict = z.enum(['accept', 'correct', 'dismiss', 'unsure'])
export type Verdict = z.infer<typeof Verdict>

/** What is ruled on. */
export const ReviewTarget = fixed({ kind: z.literal('finding'), finding: z.string().min(1).max(100) })
export type ReviewTarget = z.infer<typeof ReviewTarget>

/** Longest note and correction, in UTF-16 code units. */
export const longestNote = 4000

export const Ruling = fixed({
  target: ReviewTarget,
  verdict: Verdict,
  /** What the finding should say, with verdict `correct`; '' otherwise. */
  correction: z.string().max(longestNote),
  /** Why, in the reviewer's words; '' where none was given. */
  note: z.string().max(longestNote),
  /** When it was given, ISO 8601 in UTC. */
  at: z.iso.datetime(),
  /** The sentence as the reviewer read it, so that a ruling stays readable when its finding is gone. */
  sentence: z.string().max(longestNote),
})
export type Ruling = z.infer<typeof Ruling>

export const Review = fixed({
  schema: z.literal('synoptic/review@1'),
  /** Name or initials as the reviewer typed them; '' where none was given. Two reviews are told apart by it. */
  reviewer: z.string().max(200),
  /** The report that was read: enough to find it again and to tell what has changed since. */
  report: fixed({
    title: z.string(),
    generator: z.string(),
    /** sha256 of each source's bytes, in code-unit order; sources without bytes left out. */
    sources: listOf(z.string().length(64)),
  }),
  /** At most one ruling a target, in code-unit order of the target. */
  rulings: z.array(Ruling).max(10_000).readonly(),
})
export type Review = z.infer<typeof Review>

/** One reviewer's ruling as a finding carries it in a report (`compare --review`). */
export const FindingRuling = fixed({
  reviewer: z.string(),
  verdict: Verdict,
  correction: z.string(),
  note: z.string(),
  at: z.iso.datetime(),
})
export type FindingRuling = z.infer<typeof FindingRuling>

/** A ruling that was not applied. */
export const StaleRuling = fixed({
  reviewer: z.string(),
  ruling: Ruling,
  /** `sources-changed`: the bytes of some source are not those it was given on; `not-made`: they are, and this version makes no such finding. */
  reason: z.enum(['sources-changed', 'not-made']),
  /** The reason in a sentence. */
  why: z.string(),
})
export type StaleRuling = z.infer<typeof StaleRuling>

/** What the reviews did to a report. */
export const AppliedReviews = fixed({
  /** One entry a review, in the order given. */
  reviews: listOf(
    fixed({
      reviewer: z.string(),
      rulings: z.int().nonnegative(),
      applied: z.int().nonnegative(),
    }),
  ),
  stale: listOf(StaleRuling),
})
export type AppliedReviews = z.infer<typeof AppliedReviews>
