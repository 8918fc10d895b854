/**
 * Jobs: what travels through a queue. Ids only, never pages or texts; everything else is in the store, so that every
 * job can run twice with the same effect. Made by jobs/submit and jobs/reconcile; read by the job handlers.
 */
import { z } from 'zod'
import { fixed } from './fixed.js'

export const queueNames = ['fetch', 'read', 'compare', 'reader'] as const
export type QueueName = (typeof queueNames)[number]

const payload = {
  /** Raised when the meaning of a payload changes; a worker leaves payloads it does not know to a newer one. */
  version: z.literal(1),
  comparison: z.string(),
  round: z.int().positive(),
}

export const SourceJob = fixed({ ...payload, position: z.int().nonnegative() })
export type SourceJob = z.infer<typeof SourceJob>

export const CompareJob = fixed(payload)
export type CompareJob = z.infer<typeof CompareJob>

const schemas = { fetch: SourceJob, read: SourceJob, compare: CompareJob, reader: CompareJob } as const

/** Payload by queue: the one source of truth for both sides of the queue. */
export type Jobs = { readonly [Name in QueueName]: z.infer<(typeof schemas)[Name]> }
export const jobSchemas: { readonly [Name in QueueName]: z.ZodType<Jobs[Name]> } = schemas
