/** What the completeness checks look at, and what they answer with. */
import type { Metadata } from '../metadata/metadata.js'
import type { DraftBlock } from '../blocks.js'

export type Signs = {
  readonly metadata: Metadata
  readonly title: string
  /** The article as chosen and cleaned. */
  readonly blocks: readonly DraftBlock[]
  /** Words of the article without headline and captions. */
  readonly words: number
  /** All visible texts of the page, furniture included, in order. */
  readonly pageTexts: readonly string[]
  /** The last texts of the article before single lines were cleaned away. */
  readonly ending: readonly string[]
  /** Texts that stand in `noscript`. */
  readonly noscript: string
  /** Script elements in the source. */
  readonly scripts: number
  /** Words of the elements that the page's paywall markup names; null where it names none. */
  readonly paidWords: number | null
  /** The source was too large to be parsed whole, and only its beginning was read. */
  readonly cut: boolean
  /** Words of the body that the page states for search engines and that do not stand in the article. */
  readonly statedMissing: number
  /** Share (0 to 1) of that body that stands in the article; 0 where the page states none. */
  readonly statedShown: number
}

export type Finding = {
  readonly state: 'truncated' | 'unreadable'
  /** Stable code, also an issue's. */
  readonly code: string
  /** Sentence after the source's name: what is seen and what to do. */
  readonly message: string
}

export type Check = (signs: Signs) => Finding | null
