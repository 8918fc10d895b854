/**
 * An audit: a blinded sample of what a report states, judged by people, and the error rates that follow on the user's
 * own corpus. The key is written beside the sheet; the result is what `synoptic audit --score --json` prints.
 */
import { z } from 'zod'
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

export const AuditKey = z
  .strictObject({
    schema: z.literal('synoptic/audit-key@1'),
    generator: z.string(),
    seed: z.string(),
    /** Files of the reports, in the order given. */
    reports: z.array(z.string()).readonly(),
    strata: z
      .array(
        z
          .strictObject({
            stratum: Stratum,
            /** Of cells, whose report is asked; null of findings, and where the sample is too small to part the outlets. */
            outlet: z.string().nullable().default(null),
            size: z.int().positive(),
            sampled: z.int().nonnegative(),
          })
          .readonly(),
      )
      .readonly(),
    items: z
      .array(
        z
          .strictObject({
            item: z.string(),
            stratum: Stratum,
            outlet: z.string().nullable().default(null),
            /** Place in `reports`, from 0. */
            report: z.int().nonnegative(),
            /** A finding's id, or a column's and an article's. */
            target: z.array(z.string()).readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
export type AuditKey = z.infer<typeof AuditKey>

/** Of 95 %. */
export const Interval = z.strictObject({ low: z.number(), high: z.number() }).readonly()
export type Interval = z.infer<typeof Interval>

/** A share with its 95 % interval; null where no answer bears on it. */
export const Share = z
  .strictObject({ value: z.number(), interval: Interval.nullable() })
  .readonly()
  .nullable()
export type Share = z.infer<typeof Share>

export const AuditRow = z
  .strictObject({
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
  .readonly()
export type AuditRow = z.infer<typeof AuditRow>

/** How well cells find what texts tell: of columns of one kind. */
export const CellFigures = z
  .strictObject({
    columns: z.enum(['claim', 'quote']),
    /** Of the cells called present, the share that the text tells; of what the texts tell, the share called present. */
    present: z.strictObject({ precision: Share, recall: Share }).readonly(),
    absent: z.strictObject({ precision: Share, recall: Share }).readonly(),
  })
  .readonly()
export type CellFigures = z.infer<typeof CellFigures>

export const AuditResult = z
  .strictObject({
    schema: z.literal('synoptic/audit@1'),
    items: z.int(),
    answered: z.int(),
    cannotTell: z.int(),
    open: z.int(),
    rows: z.array(AuditRow).readonly(),
    /** Over all kinds of finding, each weighted by how many there are. */
    findings: Share,
    cells: z.array(CellFigures).readonly(),
  })
  .readonly()
export type AuditResult = z.infer<typeof AuditResult>
