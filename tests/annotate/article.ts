/** An article made of plain paragraphs, for tests: blocks are parted by blank lines, the first may be the headline. */
import type { Article, BlockKind } from '../../src/model/article.js'

export function articleOf(
  text: string,
  kinds: readonly BlockKind[] = [],
  changes: Partial<Article> = {},
): Article {
  const blocks = [...text.matchAll(/(?:[^\n]+\n?)+/g)].map((match, i) => ({
    kind: kinds[i] ?? ('paragraph' as const),
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }))
  const headline = blocks.find((block) => block.kind === 'headline')
  return {
    id: 'a-1',
    source: 'story.txt',
    url: null,
    outlet: { id: 'o', name: 'O' },
    headline: headline ? { start: headline.start, end: headline.end } : null,
    bylines: [],
    publishedAt: '2026-03-13T08:15:00+01:00',
    modifiedAt: null,
    language: 'en',
    sha256: null,
    fetchedAt: null,
    credit: null,
    text,
    blocks,
    completeness: { state: 'complete', reasons: [] },
    removed: [],
    issues: [],
    ...changes,
  }
}
