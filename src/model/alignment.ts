/**
 * An alignment: a table with a column for each utterance (quote columns) and each assertion (claim columns) and, in
 * every column, a cell for every article. Made by align; read by compare and report.
 */
import { z } from 'zod'
import { fixed, listOf, oneOf } from './fixed.js'
import { Speaker, Voice } from './annotation.js'
import { Issue } from './issue.js'
import { place, Span, Spans } from './span.js'

/** One passage of one article that tells what the column is about. No longer than its clause. */
export const Mention = fixed({
  /** Id of the Quote or Claim. */
  ref: z.string(),
  ...place,
  /** The pieces of a split quotation; one span otherwise. */
  spans: Spans,
  voice: Voice,
  source: Spans,
  cue: Spans,
  speaker: Speaker.nullable(),
  hedged: z.boolean(),
  /** True where it is told as a charge not proved; left out otherwise. */
  allegation: z.boolean().optional(),
})
export type Mention = z.infer<typeof Mention>

/** How the article's version relates to the column's fullest one. */
export const Form = oneOf('verbatim shortened altered paraphrased weaker headline-only late')
export type Form = z.infer<typeof Form>

export const CellStance = z.enum(['asserts', 'denies', 'other-value'])
export const Certainty = z.enum(['plain', 'hedged', 'allegation'])
export type Certainty = z.infer<typeof Certainty>

/**
 * What the article rests a claim on, best first: words in quotation marks of an identified source; such a source without
 * its words; a source left unnamed, or named as a crowd alone ("officials"); another news outlet; none.
 */
export const Sourcing = z.enum(['direct-quote', 'named', 'unnamed', 'other-outlet', 'none'])
export type Sourcing = z.infer<typeof Sourcing>

export const PresentCell = fixed({
  state: z.literal('present'),
  form: Form,
  stance: CellStance,
  certainty: Certainty,
  /** The checkable value this article gives (a quantity's canonical value with unit, a day, a place), if any. */
  value: z.string().optional(),
  /** Claim columns alone: the best rung among the mentions. */
  sourcing: Sourcing.optional(),
  mentions: listOf(Mention),
  confidence: z.number().min(0).max(1),
  /** A link that is not sure: the passage comes close, and may tell it or something else. Made by front. */
  perhaps: z.boolean().optional(),
})
export type PresentCell = z.infer<typeof PresentCell>

export const AbsentCell = fixed({
  state: z.literal('absent'),
  confidence: z.number().min(0).max(1),
  /** The passage that came closest and was rejected. */
  nearest: Span.nullable(),
})

export const UnknownCell = fixed({
  state: z.literal('unknown'),
  /** A code: `truncated`, `unreadable`, `language`, `too-early`, `told-differently`, `unrelated`, `reference`, … */
  reason: z.string(),
  /** `told-differently`: the passage that comes close, on the same matter or not. */
  nearest: Span.optional(),
})

export type UnknownCell = z.infer<typeof UnknownCell>

export const Cell = z.discriminatedUnion('state', [PresentCell, AbsentCell, UnknownCell])
export type Cell = z.infer<typeof Cell>

/** Words of a report, at `added` what was put in or stands around them: it is no part of what the column is about. */
export const Statement = fixed({ words: z.string(), added: listOf(Span) })
export type Statement = z.infer<typeof Statement>

const columnShape = {
  /** Derived from the words of its mentions, so that it survives re-runs and added articles where the words do. */
  id: z.string(),
  /**
   * A short wording for tables: of a claim the telling with most in common and least beside it, of a quote the fullest
   * version; trimmed.
   */
  label: z.string(),
  /** The label as a sentence begins, where it does not (`and they agreed`). Made by front. */
  title: z.string().optional(),
  /**
   * Of a claim: what is told, in a clause of one report with its subject, which is understood alone; null where there is none, and no
   * view prints the column. Made by front.
   */
  statement: Statement.nullable().optional(),
  /** One report alone has it, and another may tell it in other words: it is no addition of the one. Made by front. */
  elsewhere: z.boolean().optional(),
  /** 0..1: how prominent the thing is in the articles that tell it (headline, lead, share of texts). */
  salience: z.number().min(0).max(1),
  /** How many independent texts tell it. */
  texts: z.int().nonnegative(),
  /** Cell by article id; every article has one. Keys in code-unit order. */
  cells: z.record(z.string(), Cell).readonly(),
  /** The fullest version in these reports; there is no original unless the user gives one. */
  fullest: fixed({ article: z.string(), spans: Spans }),
}

export const ClaimColumn = fixed(columnShape)
export type ClaimColumn = z.infer<typeof ClaimColumn>

export const QuoteColumn = fixed({
  ...columnShape,
  speaker: Speaker.nullable(),
  /** Each report has only what is spoken of ("his plan"), outside quotation marks: no statement. */
  thing: z.literal(true).optional(),
})
export type QuoteColumn = z.infer<typeof QuoteColumn>

export type Column = ClaimColumn | QuoteColumn

export const ArticleSpan = fixed({
  article: z.string(),
  ...place,
})
export type ArticleSpan = z.infer<typeof ArticleSpan>

/**
 * Two passages that a second reader holds for one statement, or apart, or gives as answers to one question: for a value, a name or
 * words, or of another `matter`. Tested by notes, read by align.
 */
export type PairVerdict = {
  readonly a: ArticleSpan
  readonly b: ArticleSpan
  readonly verdict: 'same' | 'near' | 'different' | 'value' | 'matter'
}

export const Independence = fixed({
  /** Partition of all articles; two stand together when half or more of the shorter, quotations aside, is shared. */
  groups: listOf(listOf(z.string())),
  /** Passages told word for word (or nearly) by two or more articles, one span an article or more. */
  shared: listOf(fixed({ spans: listOf(ArticleSpan) })),
})
export type Independence = z.infer<typeof Independence>

export const Alignment = fixed({
  independence: Independence,
  quotes: listOf(QuoteColumn),
  claims: listOf(ClaimColumn),
  issues: listOf(Issue),
})
export type Alignment = z.infer<typeof Alignment>
