/** The same bytes given twice stay two articles, and ids stay unique in the report. */
import { expect, test } from 'vitest'
import { withDistinctIds } from '../../src/align/distinct.js'
import type { AnnotatedArticle } from '../../src/model/annotated-article.js'
import { readText } from '../support/event.js'

const story = `Harbour to close for repairs

The harbour of Lund will close for two weeks, the mayor said on Monday.

“We have no choice,” said Mayor Ada Holm. She added that ferries would stop in Ness.`

function idsOf(article: AnnotatedArticle): string[] {
  return [
    article.id,
    ...[...article.sentences, ...article.entities, ...article.quotes, ...article.claims].map(({ id }) => id),
  ]
}

test('every id of a repeat is renamed, and references follow', async () => {
  const first = await readText('b.txt', story)
  const second = { ...first, source: 'a.txt' }
  const [b, a] = withDistinctIds([first, second])
  if (!a || !b) throw new Error('an article was lost')
  // In code-unit order of the sources: a.txt keeps the id.
  expect(a.id).toBe(first.id)
  expect(b.id).toBe(`${first.id}-2`)
  const all = [...idsOf(a), ...idsOf(b)]
  expect(new Set(all).size).toBe(all.length)
  for (const claim of b.claims) {
    expect(b.sentences.map(({ id }) => id)).toContain(claim.sentence)
    if (claim.quote !== null) expect(b.quotes.map(({ id }) => id)).toContain(claim.quote)
  }
})

test('articles with different bytes keep their ids', async () => {
  const one = await readText('a.txt', story)
  const other = await readText('b.txt', `${story}\n\nThe repairs will cost 4 million crowns.`)
  expect(withDistinctIds([one, other])).toEqual([one, other])
})
