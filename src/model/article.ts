/**
 * An article: one text that never changes again, its blocks, and what is known of its origin and completeness.
 * Made by normalize, read by annotate; all later values point into `text`.
 */
import { z } from 'zod'
import { fixed, listOf } from './fixed.js'
import { Issue } from './issue.js'
import { place, Span } from './span.js'

export const BlockKind = z.enum([
  'headline',
  /** What the outlet puts between headline and text: the article in a sentence or two, often told again below. */
  'standfirst',
  'subhead',
  'paragraph',
  'list-item',
  'blockquote',
  'table-row',
  'caption',
  'imprint',
  /** A post of a network shown in the article: words of whoever posted it, not of the outlet. */
  'embed',
])
export type BlockKind = z.infer<typeof BlockKind>

/**
 * Whether the report tells its event in such a block. Captions speak of a picture, an imprint ("Coast Radio, 4 November
 * 2025, 11:00") of the report itself, an embedded post is somebody else's: all are shown, and no sentence, quotation or claim is read from them.
 */
export function bearsClaims(kind: BlockKind): boolean {
  return kind !== 'caption' && kind !== 'imprint' && kind !== 'embed'
}

export const Block = fixed({
  kind: BlockKind,
  ...place,
  /** The whole line leads elsewhere, as a link to another report does; left out where it does not. */
  link: z.literal(true).optional(),
})
export type Block = z.infer<typeof Block>

export const Completeness = fixed({
  state: z.enum(['complete', 'truncated', 'unreadable']),
  /** Codes such as `paywall-markup`, `no-article`, `fetch-failed`; empty when complete. */
  reasons: listOf(z.string()),
})
export type Completeness = z.infer<typeof Completeness>

/** A piece of the page that a cleaning rule took out, kept so that a person can check the rule. */
export const Removed = fixed({ rule: z.string(), text: z.string() })
export type Removed = z.infer<typeof Removed>

export const articleShape = {
  /** Derived from the bytes, so that it survives renaming and re-fetching: `a-` + 12 hex digits. */
  id: z.string(),
  /** The source as typed. */
  source: z.string(),
  url: z.string().nullable(),
  /**
   * `reference`: the transcript or communiqué of `--reference`. It has no outlet, counts as no text, and stands in quote
   * columns alone.
   */
  role: z.literal('reference').optional(),
  outlet: fixed({ id: z.string(), name: z.string() }),
  headline: Span.nullable(),
  bylines: listOf(z.string()),
  /** ISO 8601 with its offset as the page gives it, or null. */
  publishedAt: z.string().nullable(),
  modifiedAt: z.string().nullable(),
  /** BCP 47 primary language detected from the text (`en`, `de`, …), `und` when it cannot be told. */
  language: z.string(),
  /** sha256 of the bytes; null when a source gave none. */
  sha256: z.string().nullable(),
  fetchedAt: z.string().nullable(),
  /** Wire service or partner credited for the text, as the page names it, or null. */
  credit: z.string().nullable(),
  /** Section of the outlet as the page names it ("World"), or null; missing in articles made before it was read. */
  section: z.string().nullable().optional(),
  text: z.string(),
  blocks: listOf(Block),
  completeness: Completeness,
}

export const Article = fixed({
  ...articleShape,
  removed: listOf(Removed),
  issues: listOf(Issue),
})
export type Article = z.infer<typeof Article>
