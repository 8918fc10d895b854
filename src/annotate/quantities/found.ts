/** What a quantity rule finds: offsets count from the start of the sentence. */
import type { Quantity } from '../../model/annotation.js'
import type { TaggedWord } from '../../english/parse/tree.js'
import type { PublicationDay } from './day.js'

export type FoundQuantity = Pick<Quantity, 'kind' | 'unit' | 'start' | 'end'> & {
  /** Null: the words are a date that cannot be resolved; no other rule may read a part of them. */
  readonly value: string | null
}

export type SentenceText = {
  /** The sentence with straight apostrophes and plain spaces, the same length as printed. */
  readonly text: string
  readonly words: readonly TaggedWord[]
  /** Place of the sentence in the article. */
  readonly start: number
  /** Local day of publication, or null. */
  readonly published: PublicationDay | null
}

/** One rule a file. Rules run in order; what an earlier rule took a later one may not touch. */
export type QuantityRule = (sentence: SentenceText) => FoundQuantity[]
