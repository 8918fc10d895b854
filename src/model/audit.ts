/**
 * An audit: a blinded sample of what a report states, judged by people, and the error rates that follow on the user's
 * own corpus. The key is written beside the sheet; the result is what `synoptic audit --score --json` prints.
 */
import { z } from 'zod'
import { fixed, listOf } from './fixed.js'
import { FindingKind } from './comparison.js'

/** What is sampled within: the kinds of finding, and cells of claim and quote columns by the state the program gave. */
export const Stratum = z.enum([
  ...FindingKind.options.map((kind) => `finding ${kind}` as const),
  'claim cell present',
  'claim cell absent',
  'quote cell present',
  'quote cell absent',
])
export type Stratum = z.infer<typeof Stratum>

export const AuditKey = fixed({
  schema: z.literal('synoptic/audit-key@1'),
  generator: z.string(),
  seed: z.string(),
  /** Files of the reports, in the order given. */
  reports: listOf(z.string()),
  strata: listOf(
    fixed({
      stratum: Stratum,
      /** Of cells, whose report is asked; null of findings, and where the sample is too small to part the outlets. */
      outlet: z.string().nullable().default(null),
      size: z.int().positive(),
      sampled: z.int().nonnegative(),
    }),
  ),
  items: listOf(
    fixed({
      item: z.string(),
      stratum: Stratum,
      outlet: z.string().nullable().default(null),
      /** Place in `reports`, from 0. */
      report: z.int().nonnegative(),
      /** A finding's id, or a column's and an article's. */
      target: listOf(z.string()),
    }),
  ),
})
export type AuditKey = z.infer<typeof AuditKey>

/** Of 95 %. */
export const Interval = fixed({ low: z.number(), high: z.number() })
export type Interval = z.infer<typeof Interval>

/** A share with its 95 % interval; null where no answer bears on it. */
export const Share = fixed({ value: z.number(), interval: Interval.nullable() }).nullable()
export type Share = z.infer<typeof Share>

export const AuditRow = fixed({
  stratum: Stratum,
  /** How many there are in the reports, how many were drawn, and the answers. */
  size: z.int(),
  sampled: z.int(),
  right: z.int(),
  wrong: z.int(),
  cannotTell: z.int(),
  open: z.int(),
  precision: Share,
})
export type AuditRow = z.infer<typeof AuditRow>

/** How well cells find what texts tell: of columns of one kind. */
export const CellFigures = fixed({
  columns: z.enum(['claim', 'quote']),
  /** Of the cells called present, the share that the text tells; of what the texts tell, the share called present. */
  present: fixed({ precision: Share, recall: Share }),
  absent: fixed({ precision: Share, recall: Share }),
})
export type CellFigures = z.infer<typeof CellFigures>

export const AuditResult = fixed({
  schema: z.literal('synoptic/audit@1'),
  items: z.int(),
  answered: z.int(),
  cannotTell: z.int(),
  open: z.int(),
  rows: listOf(AuditRow),
  /** Over all kinds of finding, each weighted by how many there are. */
  findings: Share,
  cells: listOf(CellFigures),
})
export type AuditResult = z.infer<typeof AuditResult>
