/** Why a finding was made: what `synoptic compare --why <finding> --json` prints. Made and read by editions/why. */
import { z } from 'zod'
import { fixed, listOf } from './fixed.js'
import { place } from './span.js'
import { Cell } from './alignment.js'
import { EvidenceRole, Finding } from './comparison.js'

const passage = { article: z.string(), ...place, text: z.string() }

export const Explanation = fixed({
  schema: z.literal('synoptic/why@1'),
  finding: Finding,
  /** What the lens asks, and what it needs. */
  rule: listOf(z.string()),
  /** `source` as it was named, `sha256` of its bytes; `address` opens the page at the passage, null where it has none. */
  evidence: listOf(
    fixed({
      ...passage,
      role: EvidenceRole,
      source: z.string(),
      sha256: z.string().nullable(),
      address: z.string().nullable(),
    }),
  ),
  /** Figures, times and dates in the evidence, as read. */
  values: listOf(
    fixed({
      ...passage,
      value: z.string(),
      unit: z.string().nullable(),
      qualifier: z.string().nullable(),
    }),
  ),
  /** The finding's column, if it has one: how surely each article's passage was linked, and as what. */
  links: listOf(fixed({ article: z.string(), cell: Cell })),
  /** What came closest in the other reports. */
  nearMisses: listOf(fixed(passage)),
})
export type Explanation = z.infer<typeof Explanation>
