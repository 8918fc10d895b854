/**
 * Annotate: from an article to who says what in it.
 *
 * In:    an Article.
 * Out:   the same article with sentences, entities, quantities, attributions, marked words and claims.
 *        Articles in other languages than English get sentences alone.
 * Never: changes the text, or knows another article (dated.ts, of an event, alone does).
 */
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Sentence } from '../model/annotation.js'
import type { Article } from '../model/article.js'
import { isAnalysed } from '../text/analysed-language.js'
import { limits, withinLimit } from '../text/limits.js'
import { timeOfText } from '../text/publication.js'
import { attributions } from './attribution/attributions.js'
import { claims, withoutRepeats } from './claims/claims.js'
import { entities } from './entities/entities.js'
import { publicationDay } from './quantities/day.js'
import { quantities } from './quantities/quantities.js'
import { sentenceSpans, tagSentences } from './sentences.js'
import type { Issue } from '../model/issue.js'
import type { Span } from '../model/span.js'

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
  const { quotes, marked, pronouns, unread } = attributions(article, tagged, named.found)
  const figures = withinLimit(
    quantities(text, tagged, publicationDay(timeOfText(article), zone)),
    limits.quantities,
  )
  const told = claims(id, withoutRepeats(text, blocks, tagged), quotes)
  return {
    ...article,
    sentences,
    entities: named.found.map((entity) => {
      const own = pronouns.filter((one) => one.entity === entity.id).map(({ at }) => at)
      return own.length === 0 ? entity : { ...entity, pronouns: own }
    }),
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

type Unread = {
  readonly cues: readonly Span[]
  readonly quantities: readonly Span[]
  readonly mentions: readonly Span[]
  readonly claims: readonly Span[]
}

function limitIssues(article: Article, { cues, quantities, mentions, claims }: Unread): Issue[] {
  return [
    ...issueFor(
      article,
      'too-many-names',
      mentions,
      'names of people, bodies and places',
      'who is meant there',
    ),
    ...issueFor(article, 'too-many-cues', cues, 'verbs and phrases of telling', 'who says what there'),
    ...issueFor(article, 'too-many-quantities', quantities, 'numbers, sums and dates', 'what they count'),
    ...issueFor(article, 'too-many-claims', claims, 'statements', 'what they tell'),
  ]
}

function issueFor(
  { id, source }: Article,
  code: string,
  unread: readonly Span[],
  what: string,
  unknown: string,
): Issue[] {
  if (unread.length === 0) return []
  const start = unread.reduce((least, span) => Math.min(least, span.start), Infinity)
  const end = unread.reduce((most, span) => Math.max(most, span.end), 0)
  return [
    {
      code,
      severity: 'warning',
      stage: 'annotate',
      source,
      article: id,
      message:
        `${source}: ${unread.length} ${what} between characters ${start} and ${end} were not read, since they stand ` +
        `more densely than in any report; ${unknown} is not known, and what this text does not tell counts as unknown. ` +
        `Check that the source is the article alone.`,
      start,
      end,
    },
  ]
}
