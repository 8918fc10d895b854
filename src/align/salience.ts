/**
 * Salience of a column, 0..1: how prominently the articles that tell it tell it, and how many independent texts do.
 *
 * In: the articles that tell it with the places of their mentions; number of independent texts of the column and of
 * the event. Out: half from the best place in each text (headline 1, lead .8, falling to .2 at the end), half from the
 * share of texts.
 */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Span } from '../model/span.js'
import { quantise } from '../text/quantise.js'

export function prominence(article: AnnotatedArticle, spans: readonly Span[]): number {
  return Math.max(
    0,
    ...spans.map((span) => {
      if (article.headline && span.start < article.headline.end) return 1
      const body = article.headline ? article.headline.end : 0
      const length = Math.max(1, article.text.length - body)
      return 0.8 - 0.6 * Math.min(1, Math.max(0, span.start - body) / length)
    }),
  )
}

export function salience(prominences: readonly number[], texts: number, allTexts: number): number {
  if (prominences.length === 0) return 0
  const mean = prominences.reduce((sum, value) => sum + value, 0) / prominences.length
  return quantise(0.5 * mean + 0.5 * Math.min(1, texts / Math.max(1, allTexts)))
}
