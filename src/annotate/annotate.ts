/**
 * Annotate: from an article to who says what in it.
 *
 * In:    an Article.
 * Out:   the same article with sentences, entities, quantities, attributions, marked words and claims.
 *        Articles in other languages than English get sentences alone.
 * Never: changes the text, or knows another article.
 */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Sentence } from '../model/annotation.js'
import type { Article } from '../model/article.js'
import { isAnalysed } from '../text/analysed-language.js'
import { limits, withinLimit } from '../text/limits.js'
import { attributions } from './attribution/attributions.js'
import { claims } from './claims/claims.js'
import { withoutRepeats } from './claims/repeats.js'
import { entities } from './entities/entities.js'
import { limitIssues } from './limit-issues.js'
import { publicationDay } from './quantities/day.js'
import { quantities } from './quantities/quantities.js'
import { sentenceSpans } from './sentences.js'
import { tagSentences } from './tagged.js'

export type AnnotateOptions = {
  /** IANA zone in which relative dates are resolved where the publication time is in UTC, which names no place. */
  readonly zone: string
}

export function annotate(article: Article, { zone }: AnnotateOptions): AnnotatedArticle {
  const sentences = numberSentences(article)
  if (!isAnalysed(article.language)) return { ...article, sentences, ...nothingFound }
  const { id, text, blocks } = article
  const tagged = tagSentences(article, sentences)
  const named = entities(id, text, tagged)
  const { quotes, marked, unread } = attributions(article, tagged, named.found)
  const figures = withinLimit(
    quantities(text, tagged, publicationDay(article.publishedAt, zone)),
    limits.quantities,
  )
  const told = claims(id, withoutRepeats(text, blocks, tagged), quotes)
  return {
    ...article,
    sentences,
    entities: named.found,
    quantities: figures.read,
    quotes,
    marked,
    claims: told.found,
    issues: [
      ...article.issues,
      ...limitIssues(article, {
        cues: unread,
        quantities: figures.unread,
        mentions: named.unread,
        claims: told.unread,
      }),
    ],
  }
}

const nothingFound = { entities: [], quantities: [], quotes: [], marked: [], claims: [] }

function numberSentences(article: Article): Sentence[] {
  return sentenceSpans(article.text, article.blocks).map((span, i) => ({
    id: `${article.id}-s${i + 1}`,
    ...span,
  }))
}
