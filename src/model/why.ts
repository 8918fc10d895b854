/** Why a finding was made: what `synoptic compare --why <finding> --json` prints. Made and read by editions/why. */
import { z } from 'zod'
import { Cell } from './alignment.js'
import { EvidenceRole, Finding } from './comparison.js'

const passage = {
  article: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string(),
}

export const Explanation = z
  .strictObject({
    schema: z.literal('synoptic/why@1'),
    finding: Finding,
    /** What the lens asks, and what it needs. */
    rule: z.array(z.string()).readonly(),
    /** `source` as it was named, `sha256` of its bytes; `address` opens the page at the passage, null where it has none. */
    evidence: z
      .array(
        z
          .strictObject({
            ...passage,
            role: EvidenceRole,
            source: z.string(),
            sha256: z.string().nullable(),
            address: z.string().nullable(),
          })
          .readonly(),
      )
      .readonly(),
    /** Figures, times and dates in the evidence, as read. */
    values: z
      .array(
        z
          .strictObject({
            ...passage,
            value: z.string(),
            unit: z.string().nullable(),
            qualifier: z.string().nullable(),
          })
          .readonly(),
      )
      .readonly(),
    /** The finding's column, if it has one: how surely each article's passage was linked, and as what. */
    links: z.array(z.strictObject({ article: z.string(), cell: Cell }).readonly()).readonly(),
    /** What came closest in the other reports. */
    nearMisses: z.array(z.strictObject(passage).readonly()).readonly(),
  })
  .readonly()
export type Explanation = z.infer<typeof Explanation>
