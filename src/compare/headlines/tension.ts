/**
 * What in a report's body stands against its headline: an outcome that did not come, another figure, or a statement
 * that the body credits to somebody or hedges.
 *
 * In:    a Headline. Out: the passage and how it differs, or null.
 * Never: reads a headline that itself credits or hedges ("Police: …", "may") as the report's own statement of fact.
 */
import type { Claim } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import { stem } from '../../text/stem.js'
import { marksWithin } from '../../text/marks-within.js'
import { overlap } from '../../text/spans.js'
import { blockKindAt, wordsIn, type ArticleView } from '../../likeness/view.js'
import { termsIn } from '../../likeness/terms.js'
import type { Context } from '../context.js'
import { figuresOf, type Figure } from '../facts/figure.js'
import { share } from '../../likeness/soft-cover.js'
import { reconcile } from '../facts/reconcile.js'
import { isNegatedNear } from '../../english/negation.js'
import { isHedgeWord } from '../../english/hedges.js'
import { accusatory, charging } from '../../english/accusations.js'
import { outcomes, reaching } from '../../english/outcomes.js'
import { verbStance } from '../../english/telling-verbs.js'
import { quoted, slice } from '../wording/parts.js'
import { common, type Headline } from './headlines.js'

export type Tension = { readonly body: Span; readonly how: string; readonly confidence: number }

export function tensionOf(context: Context, headline: Headline): Tension | null {
  return outcome(headline) ?? figure(headline) ?? credit(context, headline)
}

/** The headline announces an outcome ("closer to a settlement", "progress"); the body says there is none. */
function outcome({ view, span }: Headline): Tension | null {
  if (!announces(view, span)) return null
  for (const sentence of body(view)) {
    const words = wordsIn(view, sentence)
    const at = words.findIndex(
      (word, index) => outcomes.has(stem(word.norm)) && isNegatedNear(view.text, words, index),
    )
    if (at < 0) continue
    const clause = clauseAround(view, sentence, words[at] ?? sentence)
    return {
      body: clause,
      how: 'the headline announces an outcome, the passage says there is none',
      confidence: 0.7,
    }
  }
  return null
}

/** "Lowe sees “some progress”": what stands in quotation marks is somebody's word. */
function announces(view: ArticleView, span: Span): boolean {
  const words = wordsIn(view, span)
  const inMarks = marksWithin(view.text, span)
  return words.some((word, index) => {
    const stemmed = stem(word.norm)
    if (isNegatedNear(view.text, words, index) || inMarks.some((marked) => overlap(marked, word) > 0))
      return false
    if (reaching.alone.has(stemmed)) return true
    return (
      outcomes.has(stemmed) &&
      words.slice(Math.max(0, index - 4), index).some((before) => reaching.verbs.has(stem(before.norm)))
    )
  })
}

/** A figure of the headline against the body's for the same unit, where no body figure is near it. */
function figure({ view, span, terms }: Headline): Tension | null {
  const figures = figuresOf(view)
  for (const head of figures) {
    if (
      overlap(head.span, span) === 0 ||
      head.kind === 'date' ||
      head.kind === 'time' ||
      head.kind === 'place'
    )
      continue
    const rivals = figures.filter(
      (other) =>
        overlap(other.span, span) === 0 &&
        other.kind === head.kind &&
        other.unit !== null &&
        other.unit === head.unit,
    )
    if (rivals.length === 0 || rivals.some((other) => !isApart(head, other))) continue
    const [best] = rivals
      .map((other) => ({ other, score: share(terms, other.context) }))
      .filter(({ score }) => score >= 0.45)
      .sort((a, b) => b.score - a.score || a.other.span.start - b.other.span.start)
    const sentence = best && view.sentences[best.other.sentence]
    if (best && sentence)
      return {
        body: sentence,
        how: `the headline has ${quoted(slice(view, head.span))}, the passage ${quoted(slice(view, best.other.span))}`,
        confidence: 0.65,
      }
  }
  return null
}

/** They cannot both hold, and are of one scale: a part and the whole, or an amount cut short in the headline, are none. */
function isApart(head: Figure, other: Figure): boolean {
  const [low, high] = [head.amount ?? 0, other.amount ?? 0].sort((a, b) => a - b)
  return (
    reconcile(head, other).relation === 'differ' && (low ?? 0) > 0 && (high ?? 0) < largestFactor * (low ?? 0)
  )
}

const largestFactor = 4

/** A grave statement of fact in the headline that the body tells as somebody's word alone, or with a hedge alone. */
function credit(context: Context, headline: Headline): Tension | null {
  const { view, span, terms } = headline
  const head = wordsIn(view, span)
  const text = slice(view, span)
  const grave = head.filter((word) => accusatory.has(stem(word.norm)))
  const credited =
    /[:“”"'‘’|?]|\s[-–—]\s/u.test(text.replace(/[\p{L}][’'][\p{L}]/gu, '')) ||
    head.some((word) => isHedgeWord(word) || charging.has(stem(word.norm)) || telling.has(stem(word.norm))) ||
    view.article.quotes.some((quote) => quote.cue.some((cue) => overlap(cue, span) > 0))
  if (grave.length === 0 || credited) return null
  const passages = view.article.claims
    .filter((claim) => claim.start >= span.end && blockKindAt(view, claim.start) !== 'subhead')
    .flatMap((claim) => {
      const own = termsIn(view, [claim])
      const held = common(terms, own)
      const hasGrave = wordsIn(view, claim).some((word) =>
        grave.some((item) => stem(item.norm) === stem(word.norm)),
      )
      return hasGrave && held.length >= 3 && held.length >= context.limit(0.5) * terms.length ? [claim] : []
    })
  const first = passages[0]
  if (!first) return null
  const soft = passages.every(
    (claim) =>
      isSomebodysWord(view, claim) ||
      wordsIn(view, claim).some((word) => isHedgeWord(word) || charging.has(stem(word.norm))),
  )
  if (!soft) return null
  const quote = view.article.quotes.find(({ id }) => id === first.quote)
  const source = quote?.source[0]
  const isHedged = wordsIn(view, first).some((word) => isHedgeWord(word) || charging.has(stem(word.norm)))
  if (!source && !isHedged) return null
  const how = source
    ? `the headline tells as fact what the passage credits to ${quoted(slice(view, source), 60)}`
    : 'the headline tells as fact what the passage hedges'
  return { body: first, how, confidence: 0.65 }
}

/** Credited to somebody who does not concede or confirm it: what a court found, what its doer owned to, is no mere word. */
function isSomebodysWord(view: ArticleView, { voice, quote }: Claim): boolean {
  const cue = verbStance(view.article.quotes.find(({ id }) => id === quote)?.cueLemma ?? null)
  return voice === 'attributed' && cue !== 'conceding' && cue !== 'endorsing'
}

const telling: ReadonlySet<string> = new Set(
  'say says said tell accuse warn claim report deny denies call calls urge vow think fear blame charge'
    .split(' ')
    .map(stem),
)

function body(view: ArticleView): readonly Span[] {
  return view.sentences.filter((sentence) => {
    const kind = blockKindAt(view, sentence.start)
    return kind !== 'headline' && kind !== 'subhead'
  })
}

/** From the last comma, dash or "and" before the word to the next one. */
function clauseAround(view: ArticleView, sentence: Span, word: Span): Span {
  const claim = view.article.claims.find((item) => item.start <= word.start && word.end <= item.end)
  return claim ?? sentence
}
