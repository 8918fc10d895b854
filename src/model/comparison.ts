/**
 * A comparison: findings in reading order, the fact and position tables, and each article's voice profile.
 * Made by compare; read by report.
 */
import { z } from 'zod'
import { fixed, listOf, oneOf } from './fixed.js'
import { Actor } from './actor.js'
import { Certainty, ArticleSpan } from './alignment.js'
import { Voice } from './annotation.js'
import { Issue } from './issue.js'
import { FindingRuling } from './review.js'
import { place, Span } from './span.js'

/** Readers ignore kinds they do not know. `quote-context`, `agency`, `loaded-words`, `prominence`: found by earlier versions alone. */
export const FindingKind = oneOf(
  'conflict speaker-differs quote-shortened quote-altered quote-paraphrased quote-complementary',
  'quote-context omitted-claim omitted-quote omitted-theme only-here attribution-dropped',
  'certainty-differs attribution-verb naming told-differently agency prominence headline-focus',
  'headline-body loaded-words source-balance',
)
export type FindingKind = z.infer<typeof FindingKind>

/**
 * The severity classes of the ranking, gravest first: `contradiction` (the same source reported differently, direct
 * contradictions), `fact` (conflicting facts), `quotation` (a cut or credit that changes what is said), `allegation`,
 * `attribution` (lost hedge or attribution), `naming`, `prominence`, `note` (kept in the tables).
 */
export const FindingSeverity = oneOf(
  'contradiction fact quotation allegation attribution naming prominence note',
)
export type FindingSeverity = z.infer<typeof FindingSeverity>

export const EvidenceRole = oneOf(
  'asserts denies value fuller cut label headline body shared nearest context',
)
export type EvidenceRole = z.infer<typeof EvidenceRole>

export const Evidence = fixed({
  article: z.string(),
  ...place,
  role: EvidenceRole,
})
export type Evidence = z.infer<typeof Evidence>

/** One side of a two-sided finding. `texts` counts independent texts. */
export const Position = fixed({
  value: z.string(),
  articles: listOf(z.string()),
  texts: z.int().nonnegative(),
  /** Who is credited, as named in the text, or null in the outlet's own voice. */
  source: z.string().nullable(),
  voice: Voice,
  certainty: Certainty,
})
export type Position = z.infer<typeof Position>

export const ConflictType = oneOf(
  'number duration date place polarity attribution name outcome charge office',
)
export type ConflictType = z.infer<typeof ConflictType>

/** `differ`: cannot all hold. `may-differ`: units, times or sources unclear. `compatible`: no conflict. */
export const Grade = z.enum(['differ', 'may-differ', 'compatible'])
export type Grade = z.infer<typeof Grade>

export const Edit = fixed({
  type: z.enum(['cut-start', 'cut-end', 'cut-middle', 'inserted', 'replaced', 'merged', 'to-indirect']),
  /** Words of the fullest version that are missing or replaced here, '' for insertions. */
  removed: z.string(),
  /** Words that stand here instead, or are put in; missing where there are none, and in reports of earlier versions. */
  added: z.string().optional(),
  /** Whether the article marks the edit (ellipsis, brackets, closed and reopened quotation marks). */
  marked: z.boolean(),
  /** The mark is an ellipsis that the fullest version has in the same place, too: a pause of the speaker, or a cut. */
  mayBePause: z.boolean().optional(),
  /** What the removed words carry, or null when nothing of weight. */
  carries: z.enum(['negation', 'condition', 'hedge', 'object', 'opposing-clause']).nullable(),
  /** Whether the article tells it elsewhere. */
  elsewhere: z.boolean(),
})
export type Edit = z.infer<typeof Edit>

/** What a finding holds besides its evidence; which fields are there follows from the kind. */
export const Detail = fixed({
  positions: listOf(Position).optional(),
  type: ConflictType.optional(),
  grade: Grade.optional(),
  reason: z.string().optional(),
  edits: listOf(Edit).optional(),
  referent: z.string().optional(),
  /** In how many passages each report names a theme. */
  times: z.record(z.string(), z.int().nonnegative()).readonly().optional(),
  labels: z.record(z.string(), listOf(z.string())).readonly().optional(),
})
export type Detail = z.infer<typeof Detail>

/** What reports give for an answer to a finding's question. */
export const Answer = fixed({
  /** Words of a report as printed, but for ` … ` between two pieces and where some are left out. */
  text: z.string(),
  /** Who is credited with it, as the report names them; null in its own voice. */
  by: z.string().nullable(),
  articles: listOf(z.string()),
  /** Words of it that other answers have not: places in `text`. */
  differs: listOf(Span).optional(),
  /** Somebody's own words, which stand in quotation marks. */
  quoted: z.boolean().optional(),
  /** Beside a second reader's answers: the passage comes from the program's own search. */
  found: z.literal('program').optional(),
})
export type Answer = z.infer<typeof Answer>

/**
 * How a report tells the matter without giving an answer: it `cites` the person or `cites-otherwise` with other words, `names` them, has `similar-words` without the
 * name; tells it in `other-words`; prints the utterance, but not `these-words`; gives `no-value`; tells a `part` of it or tells
 * it otherwise; has `no-headline`.
 */
export const Otherwise = oneOf(
  'cites cites-otherwise names similar-words other-words not-these-words no-value part no-headline',
)
export type Otherwise = z.infer<typeof Otherwise>

/** Stands in `about` where the answers differ: `Pay goes up over ▁`. */
export const blank = '▁'

const foundShape = {
  /** From kind, evidence text and source hashes: a review of it survives a new version. */
  id: z.string(),
  kind: FindingKind,
  severity: FindingSeverity,
  articles: listOf(z.string()),
  column: z.string().nullable(),
  evidence: listOf(Evidence),
  confidence: z.number().min(0).max(1),
  /** Reports of earlier versions alone: the share of re-runs in which the finding came out again, and of how many. */
  stability: z.number().min(0).max(1).optional(),
  reruns: z.int().nonnegative().optional(),
  salience: z.number().min(0).max(1),
  detail: Detail,
}

/** A finding as compare makes it: what differs, and where that is seen. */
export const Found = fixed(foundShape)
export type Found = z.infer<typeof Found>

/** The same with its words, which front gives it. */
export const Finding = fixed({
  ...foundShape,
  /** The finding in a plain sentence or a few, made of the six fields below it; its subject is a report or a passage. */
  sentence: z.string(),
  /** The next six are what every view prints, made by front; reports of earlier versions lack them. A question one would ask aloud. */
  question: z.string().optional(),
  /** What the question is about, in words of a report, with `blank` where the answers differ; '' where the question says all. */
  about: z.string().optional(),
  /** The person asked about, with the role that a report gives: `Ann Lowe (the mayor)`. */
  who: z.string().optional(),
  answers: listOf(Answer).optional(),
  /** Reports that tell the matter, and give none of the answers. */
  otherwise: listOf(fixed({ how: Otherwise, articles: listOf(z.string()) })).optional(),
  /** Reports in which no passage on it was found, read as far as that needs. */
  silent: listOf(z.string()).optional(),
  /** Reports of which nobody can tell. */
  unknown: listOf(z.string()).optional(),
  /** Reports written before or after the thing was known, as a second reader notes: what they say is no contradiction. */
  written: listOf(fixed({ article: z.string(), when: z.enum(['before', 'after']) })).optional(),
  /** Of a second reader's notes: the indices of those it comes from, and whose finding it is; left out without notes. */
  notes: listOf(z.int().nonnegative()).optional(),
  by: z.enum(['program', 'reader', 'both']).optional(),
  /** What reviewers ruled (`compare --review`), in the order of the reviews. */
  review: listOf(FindingRuling).optional(),
})
export type Finding = z.infer<typeof Finding>

/** A checkable detail (when, where, how long, how many, who) and what each article gives for it. */
export const Fact = fixed({
  id: z.string(),
  /** The label as a question: "How long did the meeting last?" */
  question: z.string(),
  kind: z.enum(['number', 'money', 'percent', 'duration', 'date', 'time', 'place', 'person']),
  column: z.string(),
  grade: Grade,
  /** Why that grade, from the pair of values that decides it: "the days are not the same". */
  reason: z.string().optional(),
  values: listOf(
    fixed({
      value: z.string(),
      /** The words as printed. */
      text: z.string(),
      spans: listOf(ArticleSpan),
      articles: listOf(z.string()),
      texts: z.int().nonnegative(),
      /** How it relates to the others: equal, rounded, compatible, may differ, differ, with the reason. */
      note: z.string(),
    }),
  ),
  /** Reports without a value here in whose text a value stands all the same, of this or of something else; left out where there is none. */
  elsewhere: listOf(z.string()).optional(),
})
export type Fact = z.infer<typeof Fact>

/** What one article had a party demand, reject, accept, agree to or leave open, in its own words at `start` to `end`. */
export const PartyPosition = fixed({
  party: z.string(),
  issue: z.string(),
  stance: z.enum(['demands', 'rejects', 'accepts', 'agrees', 'leaves-open']),
  article: z.string(),
  column: z.string().nullable(),
  source: z.string().nullable(),
  voice: Voice,
  ...place,
  /** True where reports have this party take two stances on this issue; left out otherwise. */
  differs: z.boolean().optional(),
})

/** A word of the outlet's own that is counted, how often, and where it stands first. */
const CountedWord = fixed({
  word: z.string(),
  count: z.int().positive(),
  ...place,
})

/** Who is heard in one article and how much, in words; counts only, no scores. */
export const Profile = fixed({
  article: z.string(),
  words: z.int().nonnegative(),
  ownWords: z.int().nonnegative(),
  quotedWords: z.int().nonnegative(),
  reportedWords: z.int().nonnegative(),
  hedgesInOwnWords: z.int().nonnegative(),
  /** Found by earlier versions alone, as `loadedInOwnWords`, `loaded`, `loadedList` and `unnamed` are: the same, word by word. */
  hedges: listOf(CountedWord).optional(),
  /** Loaded words in the outlet's own words (data/english/loaded-words.txt, list named in `loadedList`). */
  loadedInOwnWords: z.int().nonnegative().optional(),
  loaded: listOf(CountedWord).optional(),
  loadedList: z.string().optional(),
  /** Quoted and reported words whose speaker was not resolved to a name. */
  unnamed: fixed({ quotes: z.int().nonnegative(), words: z.int().nonnegative() }).optional(),
  speakers: listOf(
    fixed({
      name: z.string(),
      quotes: z.int().nonnegative(),
      words: z.int().nonnegative(),
      cues: listOf(z.string()),
    }),
  ),
})
export type Profile = z.infer<typeof Profile>

export const Comparison = fixed({
  /** A note's finding has its words already. */
  findings: listOf(z.union([Finding, Found])),
  facts: listOf(Fact),
  profiles: listOf(Profile),
  /** In how many articles they stand first, then how often they are named. */
  actors: listOf(Actor),
  issues: listOf(Issue),
})
export type Comparison = z.infer<typeof Comparison>
