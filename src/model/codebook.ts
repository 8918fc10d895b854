/**
 * A codebook of the user's own: codes, each with rules that the program applies or for people alone. Read from YAML, whose
 * schema this is, or from a REFI-QDA codebook (.qdc), which has no rules.
 */
import { z } from 'zod'
import { fixed, listOf } from './fixed.js'
import { VoiceClass } from './actor.js'
import { Interval, Share } from './audit.js'
import { SourceClass } from './annotation.js'
import { FindingKind } from './comparison.js'

/** What is coded, in each report that has it: a row of statements, an utterance, an actor, a finding. */
export const ThingKind = z.enum(['statement', 'utterance', 'actor', 'finding'])
export type ThingKind = z.infer<typeof ThingKind>

const Words = z.array(z.string().trim().min(1).max(200)).min(1).max(2_000).readonly()

/** Holds where each of its conditions does, within one passage; of several words one is enough. */
export const CodeRule = fixed({
  /** Words in any of their forms, accents and case aside; several words in a row are searched as such. */
  words: Words.optional(),
  /** The same in this form alone. */
  exactly: Words.optional(),
  /** No passage with one of these. */
  without: Words.optional(),
  /** Who or what is named or meant, by any name that the reports give it. */
  names: Words.optional(),
  /** Who is credited. */
  speakers: Words.optional(),
  /** As whom an actor speaks, or what the printed source is. */
  roles: z
    .array(z.enum([...VoiceClass.options, ...SourceClass.options]))
    .min(1)
    .readonly()
    .optional(),
  findings: z.array(FindingKind).min(1).readonly().optional(),
}).refine((rule) => Object.keys(rule).some((name) => name !== 'without'), 'a rule needs a condition')
export type CodeRule = z.infer<typeof CodeRule>

const CodeEntry = z.strictObject({
  name: z.string().trim().min(1).max(200),
  description: z.string().max(20_000).optional(),
  /** Which things may have it; without, those that the rules can show, and statements and utterances of a manual code. */
  applies: z.array(ThingKind).min(1).readonly().optional(),
  /** It holds where one of them does; none: a code for people alone. */
  rules: z.array(CodeRule).min(1).max(100).readonly().optional(),
  get codes() {
    return z.array(CodeEntry).max(1_000).optional()
  },
})
export type CodeEntry = z.infer<typeof CodeEntry>

export const CodebookFile = fixed({
  name: z.string().trim().min(1).max(200),
  codes: z.array(CodeEntry).min(1).max(1_000),
})

export type Code = {
  /** A GUID, as REFI-QDA names codes. */
  readonly id: string
  /** With those above it: `Voices / Officials`. */
  readonly name: string
  readonly label: string
  readonly description: string
  readonly above: string | null
  /** False of one that only holds others together. */
  readonly isCodable: boolean
  readonly applies: readonly ThingKind[]
  readonly rules: readonly CodeRule[]
}
export type Codebook = { readonly name: string; readonly codes: readonly Code[] }

const count = z.int().nonnegative()

/** What the two projects of a double coding were drawn from: what each sampled thing is, and what the program made of it. */
export const CodingKey = fixed({
  schema: z.literal('synoptic/coding-key@1'),
  generator: z.string(),
  seed: z.string(),
  codes: listOf(
    fixed({
      id: z.string(),
      name: z.string(),
      applies: listOf(ThingKind),
      hasRules: z.boolean(),
      /** Of all things it applies to: how many there are, how many the program gave it. */
      things: count,
      coded: count,
    }),
  ),
  strata: listOf(
    fixed({
      /** Null where the sample is too small to part the outlets. */
      outlet: z.string().nullable(),
      /** Null: things that the program gave no code. */
      code: z.string().nullable(),
      size: count,
      sampled: count,
    }),
  ),
  items: listOf(
    fixed({
      item: z.string(),
      /** Place in `strata`, from 0. */
      stratum: count,
      event: z.string(),
      outlet: z.string(),
      article: z.string(),
      kind: ThingKind,
      thing: z.string(),
      /** Hash of the text as it stands in the projects, and the passages in it, in code points. */
      text: z.string().length(64),
      passages: listOf(fixed({ start: count, end: count })),
      /** Ids of the codes that the program gave it. */
      codes: listOf(z.string()),
    }),
  ),
})
export type CodingKey = z.infer<typeof CodingKey>

const RightOf = fixed({ right: z.number(), of: z.number() })

/** What `synoptic audit --score --json` prints of a double coding. */
export const CodingScore = fixed({
  schema: z.literal('synoptic/coding-score@1'),
  items: count,
  coders: listOf(fixed({ name: z.string(), coded: count, cannotTell: count, open: count })),
  codes: listOf(
    fixed({
      code: z.string(),
      /** Sampled things that one coder or more judged; that two or more did. */
      judged: count,
      shared: count,
      equal: z.number().nullable(),
      alpha: z.number().nullable(),
      interval: Interval.nullable(),
      /** Of the program against the people; null of a code without rules. */
      precision: Share,
      recall: Share,
      /** By outlet and kind of thing: how many of those judged the program had right, weighted, at their effective number. */
      outlets: listOf(
        fixed({ outlet: z.string(), kind: ThingKind, cases: RightOf, others: RightOf }),
      ).default([]),
    }),
  ),
})
export type CodingScore = z.infer<typeof CodingScore>
export type CodingRow = CodingScore['codes'][number]
