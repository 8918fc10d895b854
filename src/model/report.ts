/**
 * The contract, version 1: what `inspect --json` and `compare --json` print. Fields are only ever added.
 * Made by report; read by other programs and by every view (HTML, Markdown, CSV, terminal).
 */
import { z } from 'zod'
import { fixed, listOf } from './fixed.js'
import { place } from './span.js'
import { Actor } from './actor.js'
import { ClaimColumn, Independence, QuoteColumn } from './alignment.js'
import { annotationShape } from './annotation.js'
import { articleShape, Removed } from './article.js'
import { Fact, Finding, PartyPosition, Profile } from './comparison.js'
import { Issue } from './issue.js'
import { CheckedNotes } from './notes.js'
import { AppliedReviews } from './review.js'

/** What made this value: enough to make it again. */
export const Generator = fixed({
  name: z.literal('synoptic'),
  version: z.string(),
  /** The options that change the result, with defaults filled in. */
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).readonly(),
  /** Stage versions, data table versions, Node's ICU and Unicode versions. */
  versions: z.record(z.string(), z.string()).readonly(),
  /** The second reader whose notes were used, what it was asked, and the hash of its notes. */
  reader: fixed({ name: z.string(), prompts: z.string().optional(), sha256: z.string() }).optional(),
})
export type Generator = z.infer<typeof Generator>

/** A piece of a text that is otherwise left out. `text` is what stood at `start`..`end` of the whole text. */
export const Excerpt = fixed({ ...place, text: z.string() })
export type Excerpt = z.infer<typeof Excerpt>

const contractArticleShape = {
  ...articleShape,
  ...annotationShape,
  issues: listOf(Issue),
  /** Only with `--removed`. */
  removed: listOf(Removed).optional(),
  /** How many pieces of the page the cleaning rules took out. */
  removedCount: z.int().nonnegative().optional(),
  /**
   * The next three only with `--no-text`. Then `text` is empty, and all spans still count UTF-16 code units in the
   * text whose UTF-8 bytes have this sha256 and whose length is `textLength`: whoever reads the page again gets it back.
   */
  textSha256: z.string().length(64).optional(),
  textLength: z.int().nonnegative().optional(),
  /** In text order, not overlapping. */
  excerpts: listOf(Excerpt).optional(),
}

/** One line of `inspect --json`. */
export const InspectedArticle = fixed({
  schema: z.literal('synoptic/article@1'),
  generator: Generator,
  ...contractArticleShape,
})
export type InspectedArticle = z.infer<typeof InspectedArticle>

/** What all independent texts tell that could be searched for it. */
export const Agreed = fixed({
  /** Id of a claim or quote column. */
  column: z.string(),
  label: z.string(),
  /** Articles that tell it, in input order. */
  articles: listOf(z.string()),
  /** Articles of which it is not known whether they do: not read, or not far enough. */
  unknown: listOf(z.string()),
})
export type Agreed = z.infer<typeof Agreed>

/** What leads in to `agreement`, and what stands there where nothing is told by all. */
export const Telling = fixed({
  /** `What all reports say` or `What most reports say`. */
  title: z.string(),
  sentence: z.string(),
  /** What two thirds of many texts tell; empty where `agreement` is not. */
  most: listOf(Agreed),
})
export type Telling = z.infer<typeof Telling>

/** The event in one headline or opening sentence, and the report in whose words it is. */
export const Happened = fixed({ words: z.string(), article: z.string() })
export type Happened = z.infer<typeof Happened>

/** What a row of the claims can be asked for. `credited`: told in own words by some, credited by others. */
export const RowChip = z.enum(['differs', 'missing', 'credited', 'unknown'])
export type RowChip = z.infer<typeof RowChip>

/** A claim told in two reports or more, as a row of the table. Without chips it is told alike by all. */
export const Row = fixed({
  column: z.string(),
  chips: listOf(RowChip),
  /** Its label is a statement that stands alone: no headline, no torn clause. */
  stands: z.boolean(),
})
export type Row = z.infer<typeof Row>

/** Most findings that stand in front. */
export const mostInFront = 8

export const Report = fixed({
  schema: z.literal('synoptic/report@1'),
  generator: Generator,
  event: fixed({
    title: z.string(),
    /** Earliest and latest publication time of the articles, or null. */
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
  /** False if a source gave no article. */
  complete: z.boolean(),
  issues: listOf(Issue),
  articles: listOf(InspectedArticle),
  independence: Independence,
  quotes: listOf(QuoteColumn),
  claims: listOf(ClaimColumn),
  findings: listOf(Finding),
  facts: listOf(Fact),
  /** Always empty: what the program read of demands and refusals was right too seldom. Earlier versions filled it. */
  positions: listOf(PartyPosition),
  profiles: listOf(Profile),
  /** What every view opens with: what all tell, most prominent first. Reports of earlier versions lack it and `front`. */
  agreement: listOf(Agreed).optional(),
  /** Ids of the findings that stand in front, in their order; the others are kept in the tables. */
  front: listOf(z.string()).optional(),
  /** The next three came with the words of findings; reports of earlier versions lack them. */
  telling: Telling.optional(),
  happened: Happened.nullable().optional(),
  /** The weekday of which a report without a time tells its news, by article: `Monday`. Reports of earlier versions lack it. */
  newsDays: z.record(z.string(), z.string()).readonly().optional(),
  /** Rows of the claims in their order: those that differ first, then the most prominent. */
  rows: listOf(Row).optional(),
  /** One for each person, body and place. Reports of earlier versions lack them. */
  actors: listOf(Actor).optional(),
  /** What became of a second reader's notes; only with `compare --notes`. */
  notes: CheckedNotes.optional(),
  /** Only with `compare --review`. */
  review: AppliedReviews.optional(),
})
export type Report = z.infer<typeof Report>

/** One line of `match --json`. */
export const MatchResult = fixed({
  score: z.number().min(0).max(1),
  same: z.boolean(),
  contradicts: z.boolean(),
})
export type MatchResult = z.infer<typeof MatchResult>
