/** What a zip of evidence holds: its manifest.json. Made and read by evidence. */
import { z } from 'zod'
import { fixed, listOf } from './fixed.js'
import { Generator } from './report.js'

const EvidenceFile = fixed({ name: z.string(), bytes: z.int().nonnegative(), sha256: z.string().length(64) })

const EvidenceArticle = fixed({
  id: z.string(),
  source: z.string(),
  url: z.string().nullable(),
  outlet: z.string(),
  fetchedAt: z.string().nullable(),
  /** Of the bytes, as the report has it; null where the source gave none. */
  sha256: z.string().nullable(),
  /** The text as it was read, and its hash; null where the report holds no texts. */
  text: z.string().nullable(),
  textSha256: z.string().nullable(),
  /** Id of the record in pages.warc that holds the bytes; null where they were not kept. */
  record: z.string().nullable(),
  /** Why there is no record. */
  why: z.string().optional(),
})
export type EvidenceArticle = z.infer<typeof EvidenceArticle>

export const Evidence = fixed({
  schema: z.literal('synoptic/evidence@1'),
  /** When the zip was made, ISO 8601. */
  made: z.string(),
  generator: Generator,
  articles: listOf(EvidenceArticle),
  /** All others in the zip but SHA256SUMS. */
  files: listOf(EvidenceFile),
})
export type Evidence = z.infer<typeof Evidence>
