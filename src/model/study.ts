/** A study: what `synoptic study --json` prints, its study.json: rates of each outlet over all events, with their intervals, and outlets two by two. */
import { z } from 'zod'
import { Interval } from './audit.js'

const count = z.int().nonnegative()
const share = z.number().min(0).max(1)

/** A measured share with its interval. */
const Figure = z
  .strictObject({
    value: share,
    low: share,
    high: share,
    /** What was judged, and where: `443 such findings in 56 real events`. */
    set: z.string(),
  })
  .readonly()
export type Figure = z.infer<typeof Figure>

export const StudyMeasure = z
  .strictObject({
    id: z.string(),
    says: z.string(),
    /** What one of the denominator is, and what makes a case. */
    of: z.string(),
    group: z.string(),
    /** How often what is counted, or what it rests on, is right, and how much of it is found; null where nobody has measured it. */
    precision: Figure.nullable(),
    recall: Figure.nullable(),
  })
  .readonly()
export type StudyMeasure = z.infer<typeof StudyMeasure>

export const Rate = z
  .strictObject({
    measure: z.string(),
    /** `yes` where there is one alone; else a class of sources, a name, a verb. */
    category: z.string(),
    outlet: z.string(),
    /** In which something stands in the denominator. */
    events: count,
    cases: count,
    of: count,
    /** What could not be told: in no denominator. */
    unknown: count,
    /** Null where there are too few events. */
    rate: share.nullable(),
    interval: Interval.nullable(),
    /** From an audit of this very batch, for this outlet; else null, and the rate is uncorrected. */
    corrected: z.strictObject({ rate: share, interval: Interval, judged: count }).readonly().nullable(),
  })
  .readonly()
export type Rate = z.infer<typeof Rate>

/** Two outlets over the events that both covered. */
export const RateDifference = z
  .strictObject({
    measure: z.string(),
    category: z.string(),
    a: z.string(),
    b: z.string(),
    events: count,
    rateA: share,
    rateB: share,
    difference: z.number(),
    interval: Interval,
    /** Of a test that swaps the two within events, at random. */
    p: share,
    /** The same after Benjamini and Hochberg, over all differences of the study. */
    q: share,
  })
  .readonly()
export type RateDifference = z.infer<typeof RateDifference>

export const Study = z
  .strictObject({
    schema: z.literal('synoptic/study@1'),
    generator: z.strictObject({ name: z.literal('synoptic'), version: z.string() }).readonly(),
    /** Versions that made the reports. */
    reportsBy: z.array(z.string()).readonly(),
    events: count,
    from: z.string().nullable(),
    to: z.string().nullable(),
    reports: count,
    /** Reports that could not be read as a whole. */
    incomplete: count,
    outlets: z
      .array(z.strictObject({ name: z.string(), events: count, reports: count }).readonly())
      .readonly(),
    /** Events that are no part of it, with the reason. */
    leftOut: z.array(z.strictObject({ event: z.string(), reason: z.string() }).readonly()).readonly(),
    /** Fewest events for a rate. */
    fewest: count,
    measures: z.array(StudyMeasure).readonly(),
    rates: z.array(Rate).readonly(),
    differences: z.array(RateDifference).readonly(),
  })
  .readonly()
export type Study = z.infer<typeof Study>
