/**
 * The contract, version 1: what `inspect --json` and `compare --json` print. Fields are only ever added.
 * Made by report; read by other programs and by every view (HTML, Markdown, CSV, terminal).
 */
import { z } from 'zod'
import { Actor } from './actor.js'
import { ClaimColumn, Independence, QuoteColumn } from './alignment.js'
import { annotationShape } from './annotation.js'
import { articleShape, Removed } from './article.js'
import { Fact, Finding, PartyPosition, Profile } from './comparison.js'
import { Issue } from './issue.js'
import { CheckedNotes } from './notes.js'
import { AppliedReviews } from './review.js'

/** What made this value: enough to make it again. */
export const Generator = z
  .strictObject({
    name: z.literal('synoptic'),
    version: z.string(),
    /** The options that change the result, with defaults filled in. */
    options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).readonly(),
    /** Stage versions, data table versions, Node's ICU and Unicode versions. */
    versions: z.record(z.string(), z.string()).readonly(),
    /** The second reader whose notes were used, what it was asked, and the hash of its notes. */
    reader: z
      .strictObject({ name: z.string(), prompts: z.string().optional(), sha256: z.string() })
      .readonly()
      .optional(),
  })
  .readonly()
export type Generator = z.infer<typeof Generator>

/** A piece of a text that is otherwise left out. `text` is what stood at `start`..`end` of the whole text. */
export const Excerpt = z
  .strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative(), text: z.string() })
  .readonly()
export type Excerpt = z.infer<typeof Excerpt>

const contractArticleShape = {
  ...articleShape,
  ...annotationShape,
  issues: z.array(Issue).readonly(),
  /** Only with `--removed`. */
  removed: z.array(Removed).readonly().optional(),
  /** How many pieces of the page the cleaning rules took out. */
  removedCount: z.int().nonnegative().optional(),
  /**
   * The next three only with `--no-text`. Then `text` is empty, and all spans still count UTF-16 code units in the
   * text whose UTF-8 bytes have this sha256 and whose length is `textLength`: whoever reads the page again gets it back.
   */
  textSha256: z.string().length(64).optional(),
  textLength: z.int().nonnegative().optional(),
  /** In text order, not overlapping. */
  excerpts: z.array(Excerpt).readonly().optional(),
}

/** One line of `inspect --json`. */
export const InspectedArticle = z
  .strictObject({
    schema: z.literal('synoptic/article@1'),
    generator: Generator,
    ...contractArticleShape,
  })
  .readonly()
export type InspectedArticle = z.infer<typeof InspectedArticle>

/** What all independent texts tell that could be searched for it. */
export const Agreed = z
  .strictObject({
    /** Id of a claim or quote column. */
    column: z.string(),
    label: z.string(),
    /** Articles that tell it, in input order. */
    articles: z.array(z.string()).readonly(),
    /** Articles of which it is not known whether they do: not read, or not far enough. */
    unknown: z.array(z.string()).readonly(),
  })
  .readonly()
export type Agreed = z.infer<typeof Agreed>

/** What leads in to `agreement`, and what stands there where nothing is told by all. */
export const Telling = z
  .strictObject({
    /** `What all tell` or `What most tell`. */
    title: z.string(),
    sentence: z.string(),
    /** What two thirds of many texts tell; empty where `agreement` is not. */
    most: z.array(Agreed).readonly(),
  })
  .readonly()
export type Telling = z.infer<typeof Telling>

/** The event in one headline or opening sentence, and the report in whose words it is. */
export const Happened = z.strictObject({ words: z.string(), article: z.string() }).readonly()
export type Happened = z.infer<typeof Happened>

/** What a row of the claims can be asked for. `credited`: told in own words by some, credited by others. */
export const RowChip = z.enum(['differs', 'missing', 'credited', 'unknown'])
export type RowChip = z.infer<typeof RowChip>

/** A claim told in two reports or more, as a row of the table. Without chips it is told alike by all. */
export const Row = z
  .strictObject({
    column: z.string(),
    chips: z.array(RowChip).readonly(),
    /** Its label is a statement that stands alone: no headline, no torn clause. */
    stands: z.boolean(),
  })
  .readonly()
export type Row = z.infer<typeof Row>

/** Most findings that stand in front. */
export const mostInFront = 8

export const Report = z
  .strictObject({
    schema: z.literal('synoptic/report@1'),
    generator: Generator,
    event: z
      .strictObject({
        title: z.string(),
        /** Earliest and latest publication time of the articles, or null. */
        from: z.string().nullable(),
        to: z.string().nullable(),
      })
      .readonly(),
    /** False if a source gave no article. */
    complete: z.boolean(),
    issues: z.array(Issue).readonly(),
    articles: z.array(InspectedArticle).readonly(),
    independence: Independence,
    quotes: z.array(QuoteColumn).readonly(),
    claims: z.array(ClaimColumn).readonly(),
    findings: z.array(Finding).readonly(),
    facts: z.array(Fact).readonly(),
    positions: z.array(PartyPosition).readonly(),
    profiles: z.array(Profile).readonly(),
    /** What every view opens with: what all tell, most prominent first. Reports of earlier versions lack it and `front`. */
    agreement: z.array(Agreed).readonly().optional(),
    /** Ids of the findings that stand in front, in their order; the others are kept in the tables. */
    front: z.array(z.string()).readonly().optional(),
    /** The next three came with the words of findings; reports of earlier versions lack them. */
    telling: Telling.optional(),
    happened: Happened.nullable().optional(),
    /** The weekday of which a report without a time tells its news, by article: `Monday`. Reports of earlier versions lack it. */
    newsDays: z.record(z.string(), z.string()).readonly().optional(),
    /** Rows of the claims in their order: those that differ first, then the most prominent. */
    rows: z.array(Row).readonly().optional(),
    /** One for each person, body and place. Reports of earlier versions lack them. */
    actors: z.array(Actor).readonly().optional(),
    /** What became of a second reader's notes; only with `compare --notes`. */
    notes: CheckedNotes.optional(),
    /** Only with `compare --review`. */
    review: AppliedReviews.optional(),
  })
  .readonly()
export type Report = z.infer<typeof Report>

/** One line of `match --json`. */
export const MatchResult = z
  .strictObject({ score: z.number().min(0).max(1), same: z.boolean(), contradicts: z.boolean() })
  .readonly()
export type MatchResult = z.infer<typeof MatchResult>
