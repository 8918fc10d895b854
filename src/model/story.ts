/**
 * A report as it is grouped with others into stories: little of it but its words as numbers. Made by stories/words.ts, read by
 * stories/grouping.ts.
 */
import { z } from 'zod'
import { fixed } from './fixed.js'

const numbers = z.custom<Int32Array>((value) => value instanceof Int32Array)
const weights = z.custom<Float32Array>((value) => value instanceof Float32Array)

/** Hashed words in the order of their numbers, with weights whose squares sum to one. */
export const Sparse = fixed({ keys: numbers, weights }).refine(
  ({ keys, weights: of }) => keys.length === of.length,
)
export type Sparse = z.infer<typeof Sparse>

export const StoryWords = fixed({
  headline: Sparse,
  lead: Sparse,
  body: Sparse,
  names: Sparse,
  pairs: Sparse,
  figures: Sparse,
})
export type StoryWords = z.infer<typeof StoryWords>

export const StoryText = fixed({
  /** Of what was read: the same for two copies of one text. */
  id: z.string(),
  source: z.string(),
  outlet: z.string(),
  headline: z.string().nullable(),
  publishedAt: z.string().nullable(),
  language: z.string(),
  /** Why nothing was read, or null. */
  unreadable: z.string().nullable(),
  words: StoryWords,
  /** How many words it has; left out where it was kept without. */
  length: z.int().nonnegative().optional(),
})
export type StoryText = z.infer<typeof StoryText>
