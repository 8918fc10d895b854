/** What became of one event of a batch on the command line: a line of its results, a row of its page. */
import { z } from 'zod'
import { listOf } from './fixed.js'
import { ReportSummary } from './pool-job.js'

export const BatchResult = z.strictObject({
  id: z.string(),
  /** Of the manifest's entry. */
  hash: z.string(),
  state: z.enum(['complete', 'partial', 'nothing-comparable', 'failed']),
  title: z.string().nullable(),
  /** Folder of the report, relative to the batch's; null without a report. */
  folder: z.string().nullable(),
  sources: z.int().nonnegative(),
  articles: z.int().nonnegative(),
  texts: z.int().nonnegative(),
  findings: z.int().nonnegative(),
  /** Findings of the three blocks in front; results of earlier versions lack it and `first`. */
  blocks: ReportSummary.unwrap().shape.blocks.default({ cannot: 0, quoted: 0, told: 0 }),
  /** The sentence that stands first in the report. */
  first: z.string().nullable().default(null),
  /** Why it is not complete, sentences for people. */
  reasons: listOf(z.string()),
  seconds: z.number().nonnegative(),
})
export type BatchResult = z.infer<typeof BatchResult>
