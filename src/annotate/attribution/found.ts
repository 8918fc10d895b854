/**
 * An attribution as the finders hand it on: numbers of words, before spans, lemma, stance and speaker are settled.
 */
export type WordRange = { readonly from: number; readonly to: number }

export type Found = {
  /** Half-open ranges of word numbers, in text order. */
  readonly content: readonly WordRange[]
  readonly cue: WordRange | null
  readonly source: WordRange | null
  /** 0..1, null where it was not measured. */
  readonly confidence: number | null
  /** True where words without quotation marks are told as they were spoken (a turn of an interview). */
  readonly verbatim?: true
  /** Number of the attribution this one is nested in, in the same list. */
  readonly parent?: number
}
