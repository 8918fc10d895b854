/**
 * An exercise: excerpts of one matter from two or three reports. Pupils say whether they tell the same.
 * Made by choose.ts; the student's page prints the excerpts alone, the key the rest too.
 */
import type { Column } from '../../model/alignment.js'
import type { Finding } from '../../model/comparison.js'
import type { Span } from '../../model/span.js'

export type Excerpt = { readonly article: string; readonly spans: readonly Span[] }

export type Exercise =
  | { readonly kind: 'difference'; readonly finding: Finding; readonly excerpts: readonly Excerpt[] }
  /** Several reports tell it alike: nothing differs, so that not every row is a find. */
  | { readonly kind: 'control'; readonly column: Column; readonly excerpts: readonly Excerpt[] }

/** Articles an exercise is about, each once, in the order of the excerpts. */
export function articlesOf({ excerpts }: Exercise): readonly string[] {
  return [...new Set(excerpts.map(({ article }) => article))]
}
