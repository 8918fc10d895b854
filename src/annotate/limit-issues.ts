/**
 * In:    what a limit (text/limits.ts) left unread in an article.
 * Out:   an issue for each kind: how many, where, and what to do.
 * Never: is silent about a thing that was not looked at.
 */
import type { Article } from '../model/article.js'
import type { Issue } from '../model/issue.js'
import type { Span } from '../model/span.js'

export type Unread = {
  readonly cues: readonly Span[]
  readonly quantities: readonly Span[]
  readonly mentions: readonly Span[]
  readonly claims: readonly Span[]
}

export function limitIssues(article: Article, { cues, quantities, mentions, claims }: Unread): Issue[] {
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
