/**
 * Notes of a second reader (a model, a person, another program): differences that it proposes between the reports of one
 * event, and pairs of passages that it holds for one statement. A reader may propose; only the program may state.
 * Handed in as a file of its own; read by the notes stage, which puts what became of each note into the report.
 */
import { z } from 'zod'
import { fixed, lenient, listOf, oneOf } from './fixed.js'

/** Bounds of what is handed in: a note is a line of a memo, not a text. */
const words = z.string().min(1).max(2000)
const name = z.string().min(1).max(500)
const mostAnswers = 60
const mostDifferences = 200
const mostPairs = 2000

export const NoteKind = oneOf('value opposite speaker quotation certainty omission naming emphasis')
export type NoteKind = z.infer<typeof NoteKind>

/** A source as on the command line, its file name, or the outlet. `words` and `by` (who says it) verbatim. */
export const NoteAnswer = lenient({
  source: name,
  words,
  by: name.nullish(),
  /** The whole sentence in which the words stand, to find them by. */
  sentence: z.string().max(4000).nullish(),
})
export type NoteAnswer = z.infer<typeof NoteAnswer>

export const NoteDifference = lenient({
  kind: NoteKind,
  question: z.string().max(500),
  answers: z.array(NoteAnswer).min(1).max(mostAnswers).readonly(),
  silent: z.array(name).max(mostAnswers).readonly(),
  /** Reports plainly written before or after the thing was known. */
  written: z
    .array(lenient({ source: name, when: z.enum(['before', 'after']).nullish() }))
    .max(mostAnswers)
    .readonly()
    .optional(),
  weight: z.union([z.literal(1), z.literal(2), z.literal(3)]),
})
export type NoteDifference = z.infer<typeof NoteDifference>

const NotePassage = lenient({ source: name, words })

export const NotePair = lenient({
  a: NotePassage,
  b: NotePassage,
  verdict: z.enum(['same', 'near', 'different']),
})
export type NotePair = z.infer<typeof NotePair>

export const NoteReader = lenient({
  kind: z.enum(['model', 'person', 'program']),
  name,
  /** Version of what it was asked. */
  prompts: name.optional(),
  /** When it read, ISO 8601. */
  at: name.optional(),
  /** Hash of prompts, model and texts: whether these notes are the answer to what would be asked now. */
  key: name.optional(),
  /** How a model did in `notes test`: a sentence. */
  test: name.optional(),
})
export type NoteReader = z.infer<typeof NoteReader>

/** A notes file. Fields that this version does not know are passed over. */
export const Notes = lenient({
  format: z.literal('synoptic-notes/1'),
  reader: NoteReader,
  differences: z.array(NoteDifference).max(mostDifferences).readonly(),
  pairs: z.array(NotePair).max(mostPairs).readonly().default([]),
})
export type Notes = z.infer<typeof Notes>

/** Notes with the hash of the file that they came in. */
export type NotesInput = { readonly notes: Notes; readonly sha256: string }

/**
 * What became of a note that has a finding: printed as it was; mended (words printed with their sentence, a credit given, an answer or a silence
 * taken out or put in); weaker than proposed, as told differently; or with a side of which nobody can tell.
 */
export const NoteOutcome = z.enum(['printed', 'mended', 'told-differently', 'cannot-tell'])
export type NoteOutcome = z.infer<typeof NoteOutcome>

/** One check: it `held`, something was `mended` by it, or it `failed`. */
export const NoteCheck = fixed({
  check: oneOf(
    'source words understood-alone credit every-report silence same-matter contradiction quotation',
    'time question pair',
  ),
  outcome: z.enum(['held', 'mended', 'failed']),
  /** Why, in a few words of the program's own. */
  reason: z.string().optional(),
  /** The source it is about, as the note names it. */
  source: z.string().optional(),
})
export type NoteCheck = z.infer<typeof NoteCheck>

/** The index in `differences`, or `pairs/<index>`. */
const place = z.union([z.int().nonnegative(), z.string()])

/** Why a note is not used at all. */
export const NoteRefusal = oneOf(
  'no-such-source ambiguous-source not-in-text nothing-to-compare same-report other-matter',
  'nothing-in-common other-value other-sense other-speaker no-claim-there',
)
export type NoteRefusal = z.infer<typeof NoteRefusal>

/** What became of the notes: part of the report. */
export const CheckedNotes = fixed({
  reader: fixed(NoteReader.unwrap().shape),
  /** Of the file. */
  sha256: z.string().length(64),
  taken: listOf(
    fixed({
      note: place,
      /** The finding it stands in; null for a pair, which stands in a row. */
      finding: z.string().nullable(),
      outcome: NoteOutcome,
      checks: listOf(NoteCheck),
    }),
  ),
  refused: listOf(
    fixed({
      note: place,
      reason: NoteRefusal,
      checks: listOf(NoteCheck).optional(),
    }),
  ),
})
export type CheckedNotes = z.infer<typeof CheckedNotes>
export type TakenNote = CheckedNotes['taken'][number]
export type RefusedNote = CheckedNotes['refused'][number]
