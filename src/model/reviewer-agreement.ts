/**
 * What `synoptic agreement --json` prints: how far reviewers of one report agree. Made by report; read by programs.
 */
import { z } from 'zod'
import { Interval } from './audit.js'
import { ReviewTarget, Verdict } from './review.js'

/** Of one kind of finding, or of all. */
export const ReviewerAgreementRow = z
  .strictObject({
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
  .readonly()
export type ReviewerAgreementRow = z.infer<typeof ReviewerAgreementRow>

export const ReviewerAgreement = z
  .strictObject({
    schema: z.literal('synoptic/agreement@1'),
    reviewers: z.array(z.string()).readonly(),
    /** `all` first, then by kind where a report was given. */
    rows: z.array(ReviewerAgreementRow).readonly(),
    /** How often each combination of verdicts was given, verdicts in code-unit order. */
    combinations: z
      .array(
        z.strictObject({ verdicts: z.array(Verdict).readonly(), targets: z.int().positive() }).readonly(),
      )
      .readonly(),
    disagreements: z
      .array(
        z
          .strictObject({
            target: ReviewTarget,
            sentence: z.string(),
            verdicts: z
              .array(z.strictObject({ reviewer: z.string(), verdict: Verdict }).readonly())
              .readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
export type ReviewerAgreement = z.infer<typeof ReviewerAgreement>
