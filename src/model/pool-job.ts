/**
 * The jobs that burn processor time on other people's words, and their answers: what crosses between the program and the
 * processes of its pool.
 *
 * Articles and reports cross as their JSON, unread: parsing one that was made to be large would itself keep the program
 * from answering. What the program needs to know of them stands beside the JSON, and is small.
 */
import { z } from 'zod'
import { fixed, listOf } from './fixed.js'
import { Completeness } from './article.js'
import { Issue } from './issue.js'
import type { Role } from './api-key.js'
import type { Asked } from './asked.js'
import type { GivenReview } from './desk.js'
import type { Notes, NotesInput } from './notes.js'
import type { RawPage } from './raw-page.js'
import type { Generator } from './report.js'
import type { Review } from './review.js'
import type { Source } from './source.js'
import { StoryText } from './story.js'
import { FeedRead } from './watch.js'

/** One source, from its bytes to an annotated article. */
export type ReadJob = { readonly page: RawPage; readonly zone: string }

export const ReadArticle = fixed({
  source: z.string(),
  sha256: z.string().nullable(),
  completeness: Completeness,
  issues: listOf(Issue),
  words: z.int().nonnegative(),
  outlet: z.string(),
  headline: z.string().nullable(),
  publishedAt: z.string().nullable(),
  /** Hash of what was read, as `StoryText.id`; null where that is nothing. */
  text: z.string().nullable(),
  /** Its words, each once, by which it is found (text/terms.ts). */
  terms: z.string(),
  /** The AnnotatedArticle. */
  json: z.string(),
})
export type ReadArticle = z.infer<typeof ReadArticle>

/** One event, from its articles to the report. */
export type CompareJob = {
  /** Null takes one from the headlines. */
  readonly title: string | null
  /** In input order. */
  readonly articles: readonly ArticleToCompare[]
  /** What was noticed before there were articles. */
  readonly issues: readonly Issue[]
  readonly generator: Generator
  /** JSON of the annotated text that quotations are checked against, or null. */
  readonly reference: string | null
  /** What a second reader proposes. */
  readonly notes?: NotesInput | null
}

export type ArticleToCompare = {
  /** The AnnotatedArticle. */
  readonly json: string
  /** The source under which it stands in this event, where another one with the same bytes was read. */
  readonly source: Source | null
  /** Why it is not compared and counts as unreadable, or null. */
  readonly leftOut: { readonly code: string; readonly message: string } | null
}

/** What a report comes to, for exit codes, lists and logs. */
export const ReportSummary = fixed({
  title: z.string(),
  complete: z.boolean(),
  nothingComparable: z.boolean(),
  /** Sentences of the issues that are errors. */
  errors: listOf(z.string()),
  sources: z.int(),
  readable: z.int(),
  independentTexts: z.int(),
  findings: z.int(),
  /** Findings of each of the three blocks in front. */
  blocks: fixed({ cannot: z.int(), quoted: z.int(), told: z.int() }),
  /** Of a second reader's notes: how many were taken, and how many refused by reason; left out without notes. */
  notes: fixed({ taken: z.int(), refused: z.record(z.string(), z.int()) }).optional(),
  /** Sentence of the finding that stands first, or null. */
  first: z.string().nullable(),
})
export type ReportSummary = z.infer<typeof ReportSummary>

export const ComparedEvent = fixed({
  summary: ReportSummary,
  /** The Report. */
  json: z.string(),
})
export type ComparedEvent = z.infer<typeof ComparedEvent>

/** The service that a page is served by: which of its places it belongs to, and what it leads to. */
export type Home = {
  readonly place: string
  /** The page itself, where it is one of the links. */
  readonly at?: string
  readonly links: readonly { readonly href: string; readonly name: string; readonly edits?: true }[]
  readonly desk?: DeskPlace
  /** Whoever looks; of no name where nobody signs in. */
  readonly who?: { readonly name: string; readonly role: Role }
}

/** Where a served report's script keeps the rulings of whoever reads it, and whose of the others' are shown. */
export type DeskPlace = {
  /** To which the id of a finding is added. */
  readonly href: string
  readonly mine: GivenReview
  /** The same by forms. */
  readonly page: string
  readonly whose: readonly { readonly name: string; readonly href: string; readonly shown: boolean }[]
}

/** A report or an article in the form that somebody reads. */
export type WriteJob =
  /** One article as `inspect` prints it. */
  | {
      readonly as: 'article'
      readonly article: string
      readonly generator: Generator
      readonly removed: boolean
    }
  /** What changed between two versions of one report, both as JSON of an AnnotatedArticle: a Versions, as JSON. */
  | {
      readonly as: 'versions'
      readonly old: string
      readonly new: string
      readonly generator: Generator
    }
  /** A zip of what a report rests on. */
  | {
      readonly as: 'evidence'
      readonly report: string
      readonly pages: readonly (RawPage & { readonly state: 'read' })[]
      /** Why the bytes of a source are not among them, by its name. */
      readonly troubles: readonly (readonly [source: string, why: string])[]
      readonly generator: Generator
      readonly made: string
    }
  /** What changed between two reports on one event: a ReportDiff, as JSON. */
  | { readonly as: 'diff'; readonly old: string; readonly new: string }
  /** What somebody asks of articles, each as JSON of an AnnotatedArticle, or of those of a report: an answer a line, as JSON. */
  | {
      readonly as: 'asked'
      readonly asked: Asked
      readonly of: { readonly articles: readonly string[] } | { readonly report: string }
      /** What a second reader said; `wanted`: instead of answers what it is to be shown, a Reading, as JSON. */
      readonly second?: Notes | 'wanted' | null
    }
  /** Whether two sentences state the same: a MatchResult, as JSON. */
  | { readonly as: 'match'; readonly a: string; readonly b: string }
  /** What a second reader is shown of it: a Reading, as JSON. */
  | { readonly as: 'reading'; readonly report: string }
  | FilesJob

/** A report in some of its forms, and what is printed of it. */
export type FilesJob = {
  readonly as: 'files'
  readonly report: string
  /** Remarks put before the report's own. */
  readonly issues?: readonly Issue[]
  /** What people ruled on it, which stands in it: in files, or at a service. */
  readonly reviews?: readonly Review[]
  readonly given?: readonly GivenReview[]
  /** Its articles left out: what it quotes stays. */
  readonly withoutText?: boolean
  /** Names of forms, or of single files; one that is named and cannot be made is refused. */
  readonly forms?: readonly string[]
  readonly print?: Print
  /** Of a page that is served. */
  readonly home?: Home
  /** Rows of a sheet for a lesson, by their ids. */
  readonly rows?: readonly string[]
}

export type Print =
  | { readonly as: 'json' }
  /** What stands first and which articles there are, as JSON. */
  | { readonly as: 'first' }
  /** What a sheet for a lesson may have: LessonRows, as JSON. */
  | { readonly as: 'lesson' }
  /** What people made of it: a RuledReport, as JSON. */
  | { readonly as: 'ruled'; readonly given: readonly GivenReview[] }
  | {
      readonly as: 'summary'
      readonly width: number
      readonly colour: boolean
      readonly folder: string | null
      /** Every finding in a sentence. */
      readonly full: boolean
    }
  | { readonly as: 'why'; readonly finding: string; readonly json: boolean; readonly width: number }

const content = z.union([z.string(), z.custom<Uint8Array>((value) => value instanceof Uint8Array)])

export const Written = z.discriminatedUnion('state', [
  fixed({
    state: z.literal('written'),
    files: listOf(fixed({ name: z.string(), content })),
    printed: z.string(),
    /** Of the report that was written, remarks and reviews included; null where none was. */
    summary: ReportSummary.nullable(),
  }),
  /** It cannot be had of this report; the sentence says why. */
  fixed({ state: z.literal('refused'), reason: z.string() }),
])
export type Written = z.infer<typeof Written>

export function onlyPrinted(printed: string): Written {
  return { state: 'written', files: [], printed, summary: null }
}

export type FeedJob = {
  readonly bytes: Uint8Array
  /** Where they came from: its relative addresses count from here. */
  readonly url: string
  readonly charset: string | null
}

export type PoolJobs = {
  readonly read: ReadJob
  /** A page read as far as it takes to tell of which story it is. */
  readonly skim: { readonly page: RawPage }
  /** A feed, from its bytes to the addresses it names. */
  readonly feed: FeedJob
  readonly compare: CompareJob
  readonly write: WriteJob
}
export type PoolKind = keyof PoolJobs

const answers = { read: ReadArticle, skim: StoryText, feed: FeedRead, compare: ComparedEvent, write: Written }
export type PoolAnswers = { readonly [K in PoolKind]: z.infer<(typeof answers)[K]> }

/** An answer comes from a process that other people's words have been in: it is looked at before it is believed. */
export const poolAnswers: { readonly [K in PoolKind]: z.ZodType<PoolAnswers[K]> } = answers
