/** What people at one service do together: who is signed in, whom a report is shared with, who ruled what, and what was changed. */
import { z } from 'zod'
import { fixed, listOf } from './fixed.js'
import { longestNote, Review, type Ruling, Verdict } from './review.js'
import { ReviewerAgreement } from './reviewer-agreement.js'

const time = z.int().nonnegative()

/** Who did it: the id of a key and its name then; both '' for whoever sits at the machine where no key is needed. */
export const Person = fixed({ key: z.string(), name: z.string() })
export type Person = z.infer<typeof Person>

/** Somebody is signed in. `hash`: sha256 of what the cookie holds. */
export const Session = fixed({ hash: z.string().length(64), key: z.string(), createdAt: time, endsAt: time })
export type Session = z.infer<typeof Session>

/** A link by which anybody may read one report. `hash`: sha256 of its token. */
export const Share = fixed({
  id: z.string(),
  hash: z.string().length(64),
  comparison: z.string(),
  /** Whether the articles go with it. */
  texts: z.boolean(),
  by: Person,
  createdAt: time,
  endsAt: time,
  revokedAt: time.nullable(),
})
export type Share = z.infer<typeof Share>

/** What one person says of one finding; `none` takes it back. `sentence`: the finding as it was read. */
export const DeskRuling = fixed({
  finding: z.string().min(1).max(100),
  by: Person,
  verdict: z.enum([...Verdict.options, 'none']),
  correction: z.string().max(longestNote),
  note: z.string().max(longestNote),
  sentence: z.string().max(longestNote),
  at: time,
})
export type DeskRuling = z.infer<typeof DeskRuling>

/** Who is asked to rule on a finding. */
export const Assignment = fixed({
  comparison: z.string(),
  finding: z.string().min(1).max(100),
  to: Person,
  by: Person,
  sentence: z.string().max(longestNote),
  at: time,
  /** When they ruled, another was asked, or it was taken back. */
  endedAt: time.nullable(),
})
export type Assignment = z.infer<typeof Assignment>

/** A line of the log: `what` was done to which `target`, and from what to what where that can be said in a few words. */
export const Change = fixed({
  by: Person,
  at: time,
  what: z.string().max(200),
  target: z.string().max(300),
  from: z.string().max(300).nullable(),
  to: z.string().max(300).nullable(),
})
export type Change = z.infer<typeof Change>

/** A row that a sheet for a lesson may have; `usual`: it has, where nobody chooses. */
export const LessonRow = fixed({
  id: z.string(),
  kind: z.string(),
  sentence: z.string(),
  reports: listOf(z.string()),
  usual: z.boolean(),
})
export type LessonRow = z.infer<typeof LessonRow>

/** The rulings of one person, to be made a review of a report. */
export type GivenReview = { readonly reviewer: string; readonly rulings: readonly Ruling[] }

/** What people made of a report: reviews as files hold them, how far they agree, and what there is to rule on. */
export const RuledReport = fixed({
  reviews: listOf(Review),
  agreement: ReviewerAgreement,
  findings: listOf(fixed({ id: z.string(), kind: z.string(), sentence: z.string(), front: z.boolean() })),
})
export type RuledReport = z.infer<typeof RuledReport>
