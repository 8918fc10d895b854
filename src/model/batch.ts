/** A batch: many events submitted in one request. Made by the server; its comparisons carry its id. */
import { z } from 'zod'
import { fixed } from './fixed.js'

export const Batch = fixed({
  id: z.string(),
  title: z.string().nullable(),
  /** Events submitted; comparisons deleted since are still counted here. */
  total: z.int().positive(),
  /** Milliseconds since the epoch. */
  createdAt: z.int(),
})
export type Batch = z.infer<typeof Batch>
