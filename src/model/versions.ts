/**
 * What changed between two versions of one report: what `synoptic versions --json` prints. Made by versions; read by print
 * and by whoever follows a report over time.
 */
import { z } from 'zod'
import { fixed, listOf, oneOf } from './fixed.js'
import { PlacedWords } from './span.js'
import { Completeness } from './article.js'
import { Generator } from './report.js'

/**
 * In the order in which a reader meets them. `credit`: who is said to have told it; `hedge`: a word that holds back
 * ("reportedly", "may"), or marks a charge; `negation`: "not" and the like; `reworded`: told in other words, of no other kind.
 */
export const ChangeKind = oneOf(
  'correction-note headline-changed quotation-removed quotation-cut quotation-altered',
  'quotation-lengthened quotation-added number-changed date-changed credit-lost credit-changed',
  'credit-added hedge-lost hedge-added negation-lost negation-added statement-removed',
  'statement-added reworded',
)
export type ChangeKind = z.infer<typeof ChangeKind>

export const VersionChange = fixed({
  /** Derived from the words. */
  id: z.string(),
  kind: ChangeKind,
  /** Null where the old version has nothing of it. */
  old: PlacedWords.nullable(),
  new: PlacedWords.nullable(),
  /** Number, date, credit, hedge or negation alone, as printed; null where there is none, and for other kinds. */
  was: z.string().nullable(),
  now: z.string().nullable(),
})
export type VersionChange = z.infer<typeof VersionChange>

export const Version = fixed({
  id: z.string(),
  source: z.string(),
  url: z.string().nullable(),
  outlet: z.string(),
  headline: z.string(),
  publishedAt: z.string().nullable(),
  modifiedAt: z.string().nullable(),
  fetchedAt: z.string().nullable(),
  /** Of the bytes. */
  sha256: z.string().nullable(),
  /** Of the text that was read: two pages with the same text are one version. */
  textSha256: z.string(),
  completeness: Completeness,
  words: z.int().nonnegative(),
})
export type Version = z.infer<typeof Version>

export const Versions = fixed({
  schema: z.literal('synoptic/versions@1'),
  generator: Generator,
  old: Version,
  new: Version,
  /**
   * `compared`; `unreadable`: one of them gave no text; `other-articles`: they have hardly a sentence in common. Only of
   * `compared` the changes say anything.
   */
  state: z.enum(['compared', 'unreadable', 'other-articles']),
  changes: listOf(VersionChange),
  /** Sentences of one version of which nobody can tell whether the other has them, since it ends before. */
  notTold: fixed({ old: z.int().nonnegative(), new: z.int().nonnegative() }),
})
export type Versions = z.infer<typeof Versions>
