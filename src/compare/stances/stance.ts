/**
 * Which way a clause points: a party agrees or does not, rejects or does not rule out, accepts, demands.
 *
 * In:    the words of a clause. Out: its stance words with their direction after negation, and the words that are left:
 *        what the stance is about.
 * Method: verb families with two sides (lexicon/polarity.ts), fixed phrases, a negation up to four words before.
 */
import { stem } from '../../text/stem.js'
import type { Span } from '../../model/span.js'
import { sentenceIndex, wordsIn, type ArticleView, type Word } from '../context.js'
import { negations, sides } from '../lexicon/polarity.js'
import { stancePhrases } from '../lexicon/stance-phrases.js'
import { termOf, type Term } from '../search/likeness.js'

export type Stance = {
  readonly side: string
  /** true: the family's first side (agrees, accepts, confirms, rises …). */
  readonly positive: boolean
  readonly negated: boolean
  /** The words that show it. */
  readonly span: Span
}

/** A negation reaches this many words ahead. */
const reach = 4

export function stancesIn(view: ArticleView, span: Span): readonly Stance[] {
  const words = wordsIn(view, span)
  const phrases = phraseStances(view, span, words)
  const covered = (word: Word): boolean =>
    phrases.some((phrase) => phrase.span.start < word.end && word.start < phrase.span.end)
  const single = words.flatMap((word, index): Stance[] => {
    if (covered(word)) return []
    const stemmed = stem(word.norm)
    return sides.flatMap(({ name, yes, no }): Stance[] => {
      const positive = yes.has(stemmed)
      if (!positive && !no.has(stemmed)) return []
      const negation = negationBefore(words, index)
      const negated = negation !== undefined
      return [
        {
          side: name,
          positive: positive !== negated,
          negated,
          span: { start: negation?.start ?? word.start, end: word.end },
        },
      ]
    })
  })
  return [...phrases, ...single]
}

function phraseStances(view: ArticleView, span: Span, words: readonly Word[]): readonly Stance[] {
  const text = view.text.slice(span.start, span.end).toLowerCase().replace(/’/gu, "'")
  return stancePhrases.flatMap(({ pattern, side, positive }) =>
    [...text.matchAll(pattern)].map((match): Stance => {
      const start = span.start + match.index
      const index = words.findIndex((word) => word.start >= start)
      const negation = index > 0 ? negationBefore(words, index) : undefined
      const negated = negation !== undefined
      return {
        side,
        positive: positive !== negated,
        negated,
        span: { start: negation?.start ?? start, end: start + match[0].length },
      }
    }),
  )
}

function negationBefore(words: readonly Word[], index: number): Word | undefined {
  for (let at = index - 1; at >= Math.max(0, index - reach); at--) {
    const word = words[at]
    if (word && (negations.has(word.norm) || /^(?:fail|failed|fails|unable)$/u.test(word.norm))) return word
  }
  return undefined
}

const pronounStart = /^(?:it|they|he|she|both|this|that|which|and|any)\b/iu

/** What a stance is about: the content words of its clause and sentence, without the stance words themselves. */
export function aboutOf(view: ArticleView, claim: Span, stance: Span): readonly Term[] {
  const terms = new Map<string, Term>()
  const add = (span: Span, factor: number): void => {
    for (const word of wordsIn(view, span)) {
      if (word.key === '' || (word.start < stance.end && word.end > stance.start)) continue
      const term = termOf(word)
      const weight = term.weight * factor
      if ((terms.get(term.key)?.weight ?? 0) < weight) terms.set(term.key, { ...term, weight })
    }
  }
  add(claim, 1)
  const index = sentenceIndex(view, claim)
  const sentence = view.sentences[index]
  if (sentence) add(sentence, terms.size < 4 ? 0.6 : 0.2)
  const before = view.sentences[index - 1]
  if (before && terms.size < 4 && pronounStart.test(view.text.slice(claim.start, claim.start + 12)))
    add(before, 0.3)
  return [...terms.values()]
}
