/** One line of `synoptic quotes --json`: who is said to have told what, in which words, where. Fields are only added. */
import { z } from 'zod'
import { fixed, listOf } from './fixed.js'
import { Quote } from './annotation.js'

export const QuoteLine = fixed({
  schema: z.literal('synoptic/quotes@1'),
  /** What was read, as it was named. */
  source: z.string(),
  url: z.string().nullable(),
  outlet: z.string(),
  publishedAt: z.string().nullable(),
  /** Spans point into the text that `synoptic inspect --json` prints of the same source. */
  quote: Quote,
  /** The pieces of content, source and cue as printed. */
  words: listOf(z.string()),
  sourceWords: listOf(z.string()),
  cueWords: listOf(z.string()),
})
export type QuoteLine = z.infer<typeof QuoteLine>
