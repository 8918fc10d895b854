/** A place in a text: half-open, in UTF-16 code units, never splitting a surrogate pair. */
import { z } from 'zod'
import { fixed, listOf } from './fixed.js'

export const place = { start: z.int().nonnegative(), end: z.int().nonnegative() }

export const Span = fixed(place).refine(
  (span) => span.start <= span.end,
  'a span must not end before it starts',
)
export type Span = z.infer<typeof Span>

export const Spans = listOf(Span)

/** A place with its words. */
export const PlacedWords = fixed({ ...place, text: z.string() })
export type PlacedWords = z.infer<typeof PlacedWords>
