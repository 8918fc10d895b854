/**
 * What one asks of reports: whether each has some words that somebody said, and whether each makes a statement. Made by
 * asked; printed by `check-quotation` and `find-statement`, a value a report.
 */
import { z } from 'zod'
import { fixed, listOf } from './fixed.js'
import { PlacedWords } from './span.js'
import { Edit } from './comparison.js'
import { NoteReader } from './notes.js'

/**
 * `verbatim`: the same words, after folding marks, case and spelling of contractions; `cut`: some of them, in order; `altered`:
 * with others among them; `paraphrased`: told in the report's own words.
 */
export const AskedWording = z.enum(['verbatim', 'cut', 'altered', 'paraphrased'])
export type AskedWording = z.infer<typeof AskedWording>

const answered = {
  source: z.string(),
  /** Of the page; null for a file. */
  url: z.string().nullable(),
  outlet: z.string(),
}

export const CheckedQuotation = fixed({
  schema: z.literal('synoptic/check-quotation@1'),
  ...answered,
  /** The wording, or that the words are somebody else's here, or that there are none of them. */
  form: z.enum([...AskedWording.options, 'credited-otherwise', 'not-found', 'unreadable']),
  /** Null where nothing was found. */
  wording: AskedWording.nullable(),
  /** Who says it by this report; null where it names nobody, or the program cannot tell. */
  speaker: z.string().nullable(),
  /** The words found; where none were, the passage that comes nearest. */
  evidence: listOf(PlacedWords),
  /** Asked words that are not here, piece by piece. */
  missing: listOf(z.string()),
  /** What was cut, put in or replaced, and what that carried. */
  edits: listOf(Edit),
  /** Why nothing can be told, where `form` is `unreadable`. */
  reason: z.string().nullable(),
})
export type CheckedQuotation = z.infer<typeof CheckedQuotation>

const statementState = z.enum(['says', 'other-value', 'denies', 'absent', 'unknown'])

export const FoundStatement = fixed({
  schema: z.literal('synoptic/find-statement@1'),
  ...answered,
  state: statementState,
  /** Who the report says tells it; null in its own voice. */
  credit: z.string().nullable(),
  /** The passage that tells it, tells it otherwise, or comes nearest. */
  evidence: listOf(PlacedWords),
  /** What differs, of `other-value`; why nobody can tell, of `unknown`. */
  reason: z.string().nullable(),
  /** The second reader that judged the nearest sentences, where one was asked, and what the program tells without it. */
  second: fixed({ reader: fixed(NoteReader.unwrap().shape), without: statementState }).optional(),
})
export type FoundStatement = z.infer<typeof FoundStatement>

export const AskedAnswer = z.union([CheckedQuotation, FoundStatement])
export type AskedAnswer = z.infer<typeof AskedAnswer>

export const Asked = z.discriminatedUnion('for', [
  fixed({ for: z.literal('quotation'), words: z.string(), saidBy: z.string().nullable() }),
  fixed({ for: z.literal('statement'), words: z.string() }),
])
export type Asked = z.infer<typeof Asked>
