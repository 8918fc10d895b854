/**
 * Report: from the comparison to the one value that every view shows.
 *
 * In:    articles in input order, their Alignment and Comparison, the event's title, the Generator.
 * Out:   a Report (contract v1).
 * Never: computes a finding of its own.
 */
import type { Alignment } from '../model/alignment.js'
import type { AnnotatedArticle } from '../model/annotated-article.js'
import type { Comparison } from '../model/comparison.js'
import type { Issue } from '../model/issue.js'
import type { CheckedNotes } from '../model/notes.js'
import type { Generator, InspectedArticle, Report } from '../model/report.js'
import { strangersIn } from '../text/compared.js'
import { byKeys } from '../text/order.js'
import { publicationRank } from '../text/publication.js'

/** What front adds to an event, or says anew of it. */
type Fronted = Pick<
  Report,
  'findings' | 'claims' | 'quotes' | 'front' | 'agreement' | 'telling' | 'happened' | 'rows'
>

export type ReportInput = {
  readonly title: string
  readonly articles: readonly AnnotatedArticle[]
  readonly issues: readonly Issue[]
  readonly alignment: Alignment
  readonly comparison: Comparison
  /** What front made of both. */
  readonly front: Fronted
  readonly generator: Generator
  /** What became of a second reader's notes, or null. */
  readonly notes?: CheckedNotes | null
}

export function report({
  title,
  articles,
  issues,
  alignment,
  comparison,
  front,
  notes = null,
  generator: maker,
}: ReportInput): Report {
  const generator = notes === null ? maker : { ...maker, reader: readerOf(notes) }
  const strangers = strangersIn(comparison)
  const times = articles
    .filter(({ id, role }) => role !== 'reference' && !strangers.has(id))
    .flatMap((article) => article.publishedAt ?? [])
    .sort(byKeys(publicationRank))
  return {
    schema: 'synoptic/report@1',
    generator,
    event: { title, from: times[0] ?? null, to: times.at(-1) ?? null },
    complete: articles.every((article) => article.completeness.state !== 'unreadable'),
    issues: [
      ...issues,
      ...articles.flatMap((article) => article.issues),
      ...alignment.issues,
      ...comparison.issues,
    ],
    articles: articles.map((article) => inspectedArticle(article, generator)),
    independence: alignment.independence,
    facts: comparison.facts,
    positions: [],
    profiles: comparison.profiles,
    actors: comparison.actors,
    ...front,
    ...(notes === null ? {} : { notes }),
  }
}

function readerOf({ reader: { name, prompts }, sha256 }: CheckedNotes): Generator['reader'] {
  return { name, ...(prompts === undefined ? {} : { prompts }), sha256 }
}

/** The article as the contract prints it; what the cleaning rules removed is left out unless asked for. */
export function inspectedArticle(
  { removed, ...article }: AnnotatedArticle,
  generator: Generator,
  options: { readonly removed: boolean } = { removed: false },
): InspectedArticle {
  return {
    schema: 'synoptic/article@1',
    generator,
    ...article,
    removedCount: removed.length,
    ...(options.removed ? { removed } : {}),
  }
}
