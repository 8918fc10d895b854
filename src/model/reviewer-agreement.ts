/**
 * What `synoptic agreement --json` prints: how far reviewers of one report agree. Made by report; read by programs.
 */
import { z } from 'zod'
import { fixed, listOf } from './fixed.js'
import { Interval } from './audit.js'
import { ReviewTarget, Verdict } from './review.js'

/** Of one kind of finding, or of all. */
export const ReviewerAgreementRow = fixed({
  /** A kind of finding, `cell`, or `all`. */
  kind: z.string(),
  /** Targets that two reviewers or more ruled on. */
  shared: z.int().nonnegative(),
  /** Targets that one reviewer alone ruled on; they carry no agreement. */
  single: z.int().nonnegative(),
  /** Share of pairs of rulings that are equal, 0..1. */
  equal: z.number().min(0).max(1).nullable(),
  /** Krippendorff's alpha, nominal; null where it is not defined. */
  alpha: z.number().max(1).nullable(),
  /** Bootstrap over targets, 95 %. */
  interval: Interval.nullable(),
})
export type ReviewerAgreementRow = z.infer<typeof ReviewerAgreementRow>

export const ReviewerAgreement = fixed({
  schema: z.literal('synoptic/agreement@1'),
  reviewers: listOf(z.string()),
  /** `all` first, then by kind where a report was given. */
  rows: listOf(ReviewerAgreementRow),
  /** How often each combination of verdicts was given, verdicts in code-unit order. */
  combinations: listOf(fixed({ verdicts: listOf(Verdict), targets: z.int().positive() })),
  disagreements: listOf(
    fixed({
      target: ReviewTarget,
      sentence: z.string(),
      verdicts: listOf(fixed({ reviewer: z.string(), verdict: Verdict })),
    }),
  ),
})
export type ReviewerAgreement = z.infer<typeof ReviewerAgreement>
