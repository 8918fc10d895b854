/** What goes over the wire besides the contract: requests in, states out. The model's own schemas where they fit. */
import { z } from '@hono/zod-openapi'
import { Assignment, Change, DeskRuling, Share } from '../model/desk.js'
import { DeliveryState } from '../model/delivery.js'
import { Issue } from '../model/issue.js'
import { Notes } from '../model/notes.js'
import { ReportSummary } from '../model/pool-job.js'
import { InspectedArticle, Report } from '../model/report.js'
import { GivenTime } from '../model/source.js'
import { Versions } from '../model/versions.js'
import { ComparisonState, isZone, NotesState, ReadAbout, SourceProgress } from '../model/submission.js'

// A clone, since the method comes with the import above, and the model's schemas may have been made before it.
export const IssueBody = Issue.clone().openapi('Issue')
export const ReportBody = Report.clone().openapi('Report')
export const ArticleBody = InspectedArticle.clone().openapi('Article')

/** Names end up in reports, logs and databases: no control characters, no half characters. */
const name = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), 'must have no control characters')

const url = z.string().max(4_000).openapi({
  description: 'http or https, without user name or password',
  example: 'https://news.example/talks',
})

/** What the sender knows of a report; it stands above what the page states. */
const given = {
  outlet: name(200).optional(),
  publishedAt: GivenTime.optional().openapi({
    type: 'string',
    description: 'when it was published, ISO 8601: a day, or a time with or without its offset',
    example: '2025-12-03T08:05:00+02:00',
  }),
}

export const TextSource = z.strictObject({
  text: z.string().openapi({ description: 'an article as plain text, its first line the headline' }),
  name: name(200).optional(),
  ...given,
})

export const SourceRequest = z
  .union(
    [
      url,
      z.strictObject({ url, ...given }),
      z.strictObject({
        html: z.string().openapi({ description: 'a saved page' }),
        name: name(200).optional(),
        ...given,
      }),
      TextSource,
    ],
    {
      error:
        'must be an address, or an object with one of url, html and text (and name, outlet, publishedAt)',
    },
  )
  .openapi('SourceRequest')
export type SourceRequest = z.infer<typeof SourceRequest>

export const OptionsRequest = z
  .strictObject({
    zone: z
      .string()
      .max(64)
      .refine(isZone, 'must be an IANA time zone such as Europe/Moscow')
      .optional()
      .openapi({ description: 'IANA time zone for dates in articles that state none', example: 'UTC' }),
    deadlineSeconds: z
      .int()
      .positive()
      .optional()
      .openapi({ description: 'after this time the comparison is made from what has arrived' }),
  })
  .openapi('OptionsRequest')

const notes = Notes.clone().optional().openapi('Notes', {
  description: "a second reader's notes: what stands of them is printed, marked as its own",
})

const reader = z
  .boolean()
  .optional()
  .openapi({ description: "false: without the operator's second reader, where there is one" })

const shared = {
  title: name(300).optional().openapi({ description: 'title of the event; else the first headline' }),
  options: OptionsRequest.optional(),
  callbackUrl: url.optional().openapi({ description: 'where the outcome is POSTed, signed' }),
}

export const ComparisonRequest = z
  .strictObject({ sources: z.array(SourceRequest).min(1), notes, reader, ...shared })
  .openapi('ComparisonRequest')
export type ComparisonRequest = z.infer<typeof ComparisonRequest>

export const BatchRequest = z
  .strictObject({
    ...shared,
    events: z
      .array(
        z.strictObject({
          sources: z.array(SourceRequest).min(1),
          notes,
          reader,
          title: shared.title,
          options: OptionsRequest.optional(),
        }),
      )
      .min(1),
  })
  .openapi('BatchRequest')
export type BatchRequest = z.infer<typeof BatchRequest>

export const InspectRequest = z
  .strictObject({
    source: SourceRequest,
    zone: OptionsRequest.shape.zone,
    removed: z.boolean().optional().openapi({ description: 'also list what the cleaning rules took out' }),
  })
  .openapi('InspectRequest')

const time = z.iso.datetime()

const summaryShape = {
  id: z.string(),
  title: z.string().nullable(),
  state: ComparisonState,
  reasons: z.array(z.string()).openapi({ description: 'why it is partial or failed, in sentences' }),
  createdAt: time,
  deadlineAt: time,
  finishedAt: time.nullable(),
  batch: z.string().nullable(),
  notes: NotesState.nullable().openapi({
    description: "how far a second reader's notes are; null without any",
  }),
  notesReason: z.string().nullable().openapi({ description: 'why the reader gave none' }),
  summary: ReportSummary.clone()
    .nullable()
    .openapi({ description: 'what the report comes to; null without one' }),
  links: z.strictObject({ self: z.string(), report: z.string(), events: z.string(), page: z.string() }),
}

export const ComparisonSummary = z.strictObject(summaryShape).openapi('ComparisonSummary')
export type ComparisonSummary = z.infer<typeof ComparisonSummary>

export const ListedComparison = z
  .strictObject({
    ...summaryShape,
    outlets: z.array(z.string()).openapi({ description: 'as read, else as given' }),
    tags: z.array(z.string()),
  })
  .openapi('ListedComparison')
export type ListedComparison = z.infer<typeof ListedComparison>

export const ComparisonBody = z
  .strictObject({
    ...summaryShape,
    options: z.strictObject({ zone: z.string(), deadlineSeconds: z.int() }),
    progress: z.strictObject({
      total: z.int(),
      waiting: z.int(),
      fetched: z.int(),
      read: z.int(),
      lost: z.int(),
    }),
    sources: z.array(
      z.strictObject({
        position: z.int(),
        name: z.string(),
        kind: SourceProgress.unwrap().shape.source.unwrap().shape.kind,
        outlet: z.string().nullable(),
        state: SourceProgress.unwrap().shape.state,
        issue: IssueBody.nullable(),
        address: z.string().nullable().openapi({ description: 'of the page that was read, after redirects' }),
        read: ReadAbout.clone().nullable().openapi({ description: 'what was read of it, in short' }),
      }),
    ),
    webhook: z
      .strictObject({
        url: z.string(),
        state: z.union([DeliveryState, z.literal('waiting')]),
        attempts: z.int(),
        nextAt: time.nullable(),
        lastError: z.string().nullable(),
        deliveredAt: time.nullable(),
      })
      .nullable(),
  })
  .openapi('Comparison')
export type ComparisonBody = z.infer<typeof ComparisonBody>

export const ComparisonList = z
  .strictObject({ items: z.array(ListedComparison), next: z.string().nullable() })
  .openapi('ComparisonList')

export const BatchBody = z
  .strictObject({
    id: z.string(),
    title: z.string().nullable(),
    createdAt: time,
    total: z.int(),
    states: z.record(ComparisonState, z.int()),
    finished: z.boolean(),
    links: z.strictObject({
      self: z.string(),
      results: z.string(),
      comparisons: z.string(),
      page: z.string(),
    }),
  })
  .openapi('Batch')
export type BatchBody = z.infer<typeof BatchBody>

export const BatchList = z
  .strictObject({ items: z.array(BatchBody), next: z.string().nullable() })
  .openapi('BatchList')

export const BatchResult = z
  .strictObject({
    position: z.int().openapi({ description: 'index of the event in the request, from 0' }),
    id: z.string(),
    title: z.string().nullable(),
    state: ComparisonState,
    reasons: z.array(z.string()),
    report: ReportBody.nullable(),
  })
  .openapi('BatchResult')

export const TakedownBody = z
  .strictObject({
    sha256: z.string(),
    articles: z.int().openapi({ description: 'stored articles removed' }),
    reportsDeleted: z
      .array(z.string())
      .openapi({ description: 'comparisons whose report held the article; the report is deleted' }),
    unfinished: z.array(z.string()).openapi({ description: 'comparisons that go on without the article' }),
  })
  .openapi('Takedown')

const KeptVersionBody = z
  .strictObject({
    text: z.string().openapi({ description: 'hash of what was read' }),
    sha256: z.string().openapi({ description: 'of the bytes' }),
    fetchedAt: time,
    headline: z.string().nullable(),
  })
  .openapi('KeptVersion')

export const VersionsBody = z
  .strictObject({
    items: z.array(
      z.strictObject({
        address: z.string(),
        outlet: z.string(),
        versions: z.array(KeptVersionBody).openapi({ description: 'oldest first' }),
        restsOn: z.int().nullable().openapi({ description: 'place of the version that is compared, from 0' }),
        differs: z.boolean().openapi({ description: 'a newer version states something else' }),
        changes: z.array(
          z.strictObject({
            old: z.string(),
            new: z.string(),
            found: Versions.clone().nullable().openapi('Versions'),
          }),
        ),
        nextLookAt: time.nullable(),
        trouble: z.string().nullable().openapi({ description: 'why the last look found no page' }),
      }),
    ),
  })
  .openapi('VersionsOfComparison')

/** Times as the API gives them. */
export const LogBody = z
  .strictObject({
    items: z.array(z.strictObject({ ...Change.unwrap().shape, at: time })),
    next: z.string().nullable(),
  })
  .openapi('Log')
export const DeskRulingBody = z.strictObject({ ...DeskRuling.unwrap().shape, at: time }).openapi('Ruling')
const AssignmentBody = z
  .strictObject({ ...Assignment.unwrap().shape, at: time, endedAt: time.nullable() })
  .openapi('Assignment')
export const RulingsBody = z
  .strictObject({
    items: z.array(DeskRulingBody).openapi({ description: 'the last word of each person on each finding' }),
    assignments: z.array(AssignmentBody),
    asked: z
      .array(AssignmentBody)
      .openapi({ description: 'whom somebody asked, the newest 500, newest first' }),
    parted: z.array(z.string()).openapi({ description: 'findings on which two people differ' }),
    history: z.array(DeskRulingBody).openapi({ description: 'what was said, the newest 500, newest first' }),
  })
  .openapi('Rulings')
export const ShareBody = z
  .strictObject({
    ...Share.unwrap().omit({ hash: true }).shape,
    createdAt: time,
    endsAt: time,
    revokedAt: time.nullable(),
  })
  .openapi('Share')

export const Health = z
  .strictObject({
    status: z.enum(['ok', 'unavailable']),
    checks: z.record(z.string(), z.enum(['ok', 'unavailable'])).optional(),
  })
  .openapi('Health')
