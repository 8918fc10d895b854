/** What a zip of evidence holds: its manifest.json. Made and read by evidence. */
import { z } from 'zod'
import { Generator } from './report.js'

const EvidenceFile = z
  .strictObject({ name: z.string(), bytes: z.int().nonnegative(), sha256: z.string().length(64) })
  .readonly()

const EvidenceArticle = z
  .strictObject({
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
  .readonly()
export type EvidenceArticle = z.infer<typeof EvidenceArticle>

export const Evidence = z
  .strictObject({
    schema: z.literal('synoptic/evidence@1'),
    /** When the zip was made, ISO 8601. */
    made: z.string(),
    generator: Generator,
    articles: z.array(EvidenceArticle).readonly(),
    /** All others in the zip but SHA256SUMS. */
    files: z.array(EvidenceFile).readonly(),
  })
  .readonly()
export type Evidence = z.infer<typeof Evidence>
