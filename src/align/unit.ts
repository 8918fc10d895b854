/**
 * Units: the claims of an article (or bare sentences) made ready for comparing, each with its sentence and surroundings.
 *
 * In: an article and spans of it. Out: Units. Never: knows another article.
 */
import { itemAt } from '../text/item-at.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Span } from '../model/span.js'
import { onceForTwo } from '../text/once.js'
import { articleWords } from './article-words.js'
import type { Lexicon } from '../likeness/lexicon.js'
import { passage, type Passage } from './passage.js'
import { weighted, type WeightedWords } from '../likeness/weighted-words.js'

export type Unit = {
  readonly passage: Passage
  /** The whole sentence it stands in. */
  readonly sentence: Passage
  /** Words of the sentences before and after, within the article. */
  readonly around: WeightedWords
  /** 0 at the start of the article, 1 at its end. */
  readonly place: number
  readonly headline: boolean
  /** Somebody is credited with it. */
  readonly attributed: boolean
}

/** A unit with the number of its article. */
export type UnitOf = { readonly unit: Unit; readonly number: number }

export type Placed = {
  readonly spans: readonly Span[]
  readonly attributed: boolean
}

/** Units of an article for the given places, in their order. */
export function unitsOf(article: AnnotatedArticle, places: readonly Placed[], lexicon: Lexicon): Unit[] {
  const { text, sentences } = article
  const words = articleWords(article, lexicon)
  const whole = sentencesOf(article, lexicon)
  return places.map(({ spans, attributed }) => {
    const own = passage(text, spans, lexicon, words)
    const at = sentences.findIndex((sentence) => sentence.end > own.start)
    return {
      passage: own,
      sentence: whole[at] ?? own,
      around: joined([whole[at - 1], whole[at + 1]], lexicon),
      place: own.start / Math.max(1, text.length),
      headline: article.headline !== null && own.start < article.headline.end,
      attributed,
    }
  })
}

/** Claims and quotations stand in the same sentences. */
const sentencesOf = onceForTwo((article: AnnotatedArticle, lexicon: Lexicon): readonly Passage[] =>
  article.sentences.map((sentence) =>
    passage(article.text, [sentence], lexicon, articleWords(article, lexicon)),
  ),
)

function joined(passages: readonly (Passage | undefined)[], lexicon: Lexicon): WeightedWords {
  const weights = new Map<number, number>()
  for (const part of passages)
    part?.own.words.forEach((id, i) => {
      weights.set(id, Math.max(weights.get(id) ?? 0, itemAt(part.own.weights, i)))
    })
  return weighted([...weights], lexicon)
}
