/**
 * A delivery: the outcome of one comparison to be sent to its callback address. Made by the store in the step that
 * finishes the comparison, so that none is lost; sent by jobs/deliver.
 */
import { z } from 'zod'
import { fixed } from './fixed.js'

/** `given-up`: the address refused for good, or every try failed. */
export const DeliveryState = z.enum(['pending', 'delivered', 'given-up'])
export type DeliveryState = z.infer<typeof DeliveryState>

export const Delivery = fixed({
  comparison: z.string(),
  url: z.string(),
  state: DeliveryState,
  /** Tries begun so far. */
  attempts: z.int().nonnegative(),
  /** Milliseconds since the epoch: when the next try is due, or null when there will be none. */
  nextAt: z.int().nullable(),
  /** What the last failed try met, in a sentence; null when there was none. */
  lastError: z.string().nullable(),
  deliveredAt: z.int().nullable(),
})
export type Delivery = z.infer<typeof Delivery>
