/**
 * Trouble with content, as data: what could not be read, believed or compared, and why.
 * Every stage may add issues; the report lists them. Trouble with machinery is thrown instead.
 */
import { z } from 'zod'
import { fixed } from './fixed.js'

export const Severity = z.enum(['error', 'warning', 'info'])
export type Severity = z.infer<typeof Severity>

export const Stage = z.enum(['ingest', 'normalize', 'annotate', 'align', 'compare', 'report'])
export type Stage = z.infer<typeof Stage>

export const Issue = fixed({
  /** Kebab-case and stable: programs may branch on it. */
  code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  severity: Severity,
  stage: Stage,
  /** The source as the user typed it, or null when the issue concerns the whole event. */
  source: z.string().nullable(),
  /** Id of the article, once there is one. */
  article: z.string().nullable(),
  /** One sentence a user can act on: what happened, to which source, what to do. */
  message: z.string(),
  start: z.int().nonnegative().optional(),
  end: z.int().nonnegative().optional(),
})
export type Issue = z.infer<typeof Issue>
