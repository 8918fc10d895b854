/** A place in a text: half-open, in UTF-16 code units, never splitting a surrogate pair. */
import { z } from 'zod'

export const Span = z
  .strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative() })
  .readonly()
  .refine((span) => span.start <= span.end, 'a span must not end before it starts')
export type Span = z.infer<typeof Span>

export const Spans = z.array(Span).readonly()
