/** Why a finding was made: what `synoptic compare --why <finding> --json` prints. Made and read by report/why. */
import { z } from 'zod'
import { Certainty, CellStance, Form } from './alignment.js'
import { Finding } from './comparison.js'

const Word = z
  .strictObject({
    /** As printed first. */
    word: z.string(),
    /** Background weight: 0 for the commonest word, about 10 for a rare one. */
    weight: z.number(),
    /** Articles whose evidence has it, in any form of the word. */
    articles: z.array(z.string()).readonly(),
  })
  .readonly()

const NearMiss = z
  .strictObject({
    article: z.string(),
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
    text: z.string(),
    /** Words of the evidence that it has, and the weightiest it lacks. */
    common: z.array(z.string()).readonly(),
    missing: z.array(z.string()).readonly(),
  })
  .readonly()

export const Explanation = z
  .strictObject({
    schema: z.literal('synoptic/why@1'),
    finding: Finding,
    /** What the lens asks, and what it needs. */
    rule: z.array(z.string()).readonly(),
    evidence: z
      .array(z.strictObject({ article: z.string(), role: z.string(), text: z.string() }).readonly())
      .readonly(),
    words: z.array(Word).readonly(),
    /** Words that one article's evidence has alone. */
    apart: z.array(Word).readonly(),
    entities: z
      .array(z.strictObject({ name: z.string(), articles: z.array(z.string()).readonly() }).readonly())
      .readonly(),
    values: z
      .array(
        z
          .strictObject({
            article: z.string(),
            text: z.string(),
            value: z.string(),
            unit: z.string().nullable(),
            qualifier: z.string().nullable(),
          })
          .readonly(),
      )
      .readonly(),
    /** The finding's column, if it has one: how surely each article's passage was linked, and as what. */
    links: z
      .array(
        z
          .strictObject({
            article: z.string(),
            state: z.enum(['present', 'absent', 'unknown']),
            confidence: z.number().nullable(),
            form: Form.nullable(),
            stance: CellStance.nullable(),
            certainty: Certainty.nullable(),
            reason: z.string().nullable(),
          })
          .readonly(),
      )
      .readonly(),
    nearMisses: z.array(NearMiss).readonly(),
  })
  .readonly()
export type Explanation = z.infer<typeof Explanation>
