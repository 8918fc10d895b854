/** A study: what `synoptic study --json` prints, its study.json: rates of each outlet over all events, with their intervals, and outlets two by two. */
import { z } from 'zod'
import { fixed, listOf } from './fixed.js'
import { Interval } from './audit.js'

const count = z.int().nonnegative()
const share = z.number().min(0).max(1)

/** A measured share with its interval. */
const Figure = fixed({
  value: share,
  low: share,
  high: share,
  /** What was judged, and where: `443 such findings in 56 real events`. */
  set: z.string(),
})
export type Figure = z.infer<typeof Figure>

export const StudyMeasure = fixed({
  id: z.string(),
  says: z.string(),
  /** What one of the denominator is, and what makes a case. */
  of: z.string(),
  group: z.string(),
  /** How often what is counted, or what it rests on, is right, and how much of it is found; null where nobody has measured it. */
  precision: Figure.nullable(),
  recall: Figure.nullable(),
})
export type StudyMeasure = z.infer<typeof StudyMeasure>

export const Rate = fixed({
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
  corrected: fixed({ rate: share, interval: Interval, judged: count }).nullable(),
})
export type Rate = z.infer<typeof Rate>

/** Two outlets over the events that both covered. */
export const RateDifference = fixed({
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
export type RateDifference = z.infer<typeof RateDifference>

export const Study = fixed({
  schema: z.literal('synoptic/study@1'),
  generator: fixed({ name: z.literal('synoptic'), version: z.string() }),
  /** Versions that made the reports. */
  reportsBy: listOf(z.string()),
  events: count,
  from: z.string().nullable(),
  to: z.string().nullable(),
  reports: count,
  /** Reports that could not be read as a whole. */
  incomplete: count,
  outlets: listOf(fixed({ name: z.string(), events: count, reports: count })),
  /** Events that are no part of it, with the reason. */
  leftOut: listOf(fixed({ event: z.string(), reason: z.string() })),
  /** Fewest events for a rate. */
  fewest: count,
  measures: listOf(StudyMeasure),
  rates: listOf(Rate),
  differences: listOf(RateDifference),
})
export type Study = z.infer<typeof Study>
