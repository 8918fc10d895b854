/**
 * What two claims are compared by closely, once words in common have brought them together (claim-pairs.ts): their words in
 * order, spelling, quantities, who is credited, and what kind of clause each is.
 *
 * In:    an article, its claims and their units, in one order. Out: Details in the same order.
 * Never: knows another article.
 */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Claim, Quantity } from '../model/annotation.js'
import type { Span } from '../model/span.js'
import { overlap } from '../text/spans.js'
import { tokenize } from '../text/tokens.js'
import { functionWords } from '../english/function-words.js'
import type { Lexicon } from '../likeness/lexicon.js'
import { quantityKind } from './claim-value.js'
import { speakerOf } from './speakers.js'
import { spellingOf, type Spelling } from '../likeness/spelling.js'
import type { Unit } from './unit.js'
import { kept } from '../text/grouped.js'

/** Words in order, by their numbers in the lexicon; what carries matter, and each such word once. */
export type WordOrder = {
  readonly words: Int32Array
  readonly carries: Uint8Array
  readonly matter: ReadonlyMap<number, number>
  readonly total: number
}

export type SentenceDetail = {
  readonly text: string
  readonly order: WordOrder
  readonly spelling: Spelling
  readonly quantities: Quantities
}

/** Kinds of quantity with their unit, and the values of each. */
export type Quantities = { readonly kinds: ReadonlySet<string>; readonly values: ReadonlySet<string> }

export type Detail = {
  readonly unit: Unit
  readonly claim: Claim
  readonly text: string
  readonly order: WordOrder
  readonly spelling: Spelling
  readonly sentence: SentenceDetail
  readonly quantities: Quantities
  readonly speaker: ReadonlySet<string>
  /** In one of the first blocks after the headline. */
  readonly lead: boolean
  /** Opens with a word that points to another clause ("which", "he", "and"). */
  readonly pointsBack: boolean
  readonly inMarks: boolean
  /** How many claims of its sentence stand before it; its share of the sentence's length. */
  readonly nth: number
  readonly share: number
}

/** The headline's block, and the two after it. */
const LEAD_BLOCKS = 3
const opensBack =
  /^(?:he|she|it|they|that|which|who|this|those|these|and|but|to|as|him|her|his|their|its)\b/iu
const marks = /[“"”]/u

export function detailsOf(
  article: AnnotatedArticle,
  claims: readonly Claim[],
  units: readonly Unit[],
  lexicon: Lexicon,
): Detail[] {
  const { text, blocks, quotes, sentences } = article
  const known = new Map<Span, SentenceDetail>()
  const ofSentence = (span: Span): SentenceDetail =>
    kept(known, span, () => {
      const printed = text.slice(span.start, span.end)
      return {
        text: printed,
        order: wordOrder(text, span, lexicon),
        spelling: spellingOf(printed),
        quantities: quantitiesIn(article, span),
      }
    })
  const inSentence = new Map<string, number>()
  return claims.flatMap((claim, k) => {
    const unit = units[k]
    if (!unit) return []
    const sentence = sentences.find(({ end }) => end > claim.start) ?? claim
    const quote = quotes.find(({ id }) => id === claim.quote)
    const nth = inSentence.get(claim.sentence) ?? 0
    inSentence.set(claim.sentence, nth + 1)
    const block = blocks.findIndex(({ end }) => end > claim.start)
    const own = text.slice(claim.start, claim.end)
    return [
      {
        unit,
        claim,
        text: own,
        order: wordOrder(text, claim, lexicon),
        spelling: spellingOf(own),
        sentence: ofSentence(sentence),
        quantities: quantitiesIn(article, claim),
        speaker: quote ? speakerOf(article, quote).words : new Set<string>(),
        lead: block >= 0 && block < LEAD_BLOCKS && !unit.headline,
        pointsBack: opensBack.test(own),
        inMarks: marks.test(text.slice(Math.max(0, claim.start - 2), claim.end + 2)),
        nth,
        share: (claim.end - claim.start) / Math.max(1, sentence.end - sentence.start),
      },
    ]
  })
}

function wordOrder(text: string, { start, end }: Span, lexicon: Lexicon): WordOrder {
  const tokens = tokenize(text, start, end)
  const words = Int32Array.from(tokens, ({ norm }) => lexicon.idOf(norm))
  const carries = Uint8Array.from(tokens, ({ norm }) => (functionWords.has(norm) ? 0 : 1))
  const ids = [...new Set([...words].filter((_, i) => carries[i] === 1))]
  // By key, so that sums do not depend on the order in which articles were read.
  const matter = new Map(
    ids.sort((a, b) => lexicon.key(a) - lexicon.key(b)).map((id) => [id, lexicon.weight(id)]),
  )
  return { words, carries, matter, total: [...matter.values()].reduce((sum, weight) => sum + weight, 0) }
}

function quantitiesIn({ quantities }: AnnotatedArticle, span: Span): Quantities {
  const found = quantities.filter((quantity) => overlap(quantity, span) > 0)
  const valued = (quantity: Quantity): string => `${quantityKind(quantity)} ${quantity.value}`
  return { kinds: new Set(found.map(quantityKind)), values: new Set(found.map(valued)) }
}
