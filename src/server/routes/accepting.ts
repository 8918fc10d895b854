/**
 * What the routes that take work have in common: how they are described, and how they answer. In: a route's own shapes.
 * Out: parts of its description, or the answer 202 with the address where to follow the work.
 */
import { z } from '@hono/zod-openapi'
import type { AppContext } from '../deps.js'
import type { ProblemCode } from '../problems.js'
import type { BatchBody, ComparisonBody } from '../schemas.js'

export const IdempotencyHeader = z.object({
  'idempotency-key': z.string().max(255).optional().openapi({
    description:
      'The same key with the same request gives the first answer again; with another request, 422.',
  }),
})

export const acceptedAs = <Schema extends z.ZodType>(schema: Schema) => ({
  202: {
    description: 'Accepted; Location says where to follow it.',
    headers: z.object({ location: z.string(), 'idempotency-replayed': z.string().optional() }),
    content: { 'application/json': { schema } },
  },
})

export const submissionProblems: readonly ProblemCode[] = [
  'malformed-request',
  'cross-site',
  'too-large',
  'unsupported-media-type',
  'invalid',
  'idempotency-conflict',
]

/** `repeated`: it was taken before, under the same Idempotency-Key. */
export function accepted(c: AppContext, body: ComparisonBody | BatchBody, repeated: boolean): Response {
  if (repeated) c.header('idempotency-replayed', 'true')
  c.header('location', body.links.self)
  return c.json(body, 202)
}
