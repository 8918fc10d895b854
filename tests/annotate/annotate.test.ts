/** What holds for every article, whatever its text. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { annotate } from '../../src/annotate/annotate.js'
import { AnnotatedArticle } from '../../src/model/annotated-article.js'
import type { Span } from '../../src/model/span.js'
import { contains } from '../../src/text/spans.js'
import { articleOf } from './article.js'

const piece = fc.constantFrom(
  ...(
    'Ann Lowe|Mr. Hale|the U.S.|Kyiv|“We will not go,”|said|, who|and|but|because|5 p.m.|on Tuesday|Dec. 2|$3.5bn|nearly four hours|' +
    'the cranes|stand|did not|.|?|!|…|”|“|’s|(|)|;|:|—|\n\n|\n|• |😀|é|\u00a0|U.N.|NATO|a dozen|33|which|moved|may'
  ).split('|'),
)
const texts = fc
  .array(fc.oneof({ weight: 8, arbitrary: piece }, fc.string({ unit: 'grapheme', maxLength: 6 })), {
    maxLength: 60,
  })
  .map((parts) => parts.join(' '))

function allSpans(article: AnnotatedArticle): Span[] {
  return [
    ...article.sentences,
    ...article.entities.flatMap((entity) => entity.mentions),
    ...article.quantities,
    ...article.claims,
  ]
}

it('keeps spans inside the text, never empty, never through a surrogate pair, and claims inside their sentence', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const article = annotate(articleOf(text), { zone: 'UTC' })
      AnnotatedArticle.parse(article)
      for (const span of allSpans(article)) {
        expect(span.end).toBeGreaterThan(span.start)
        expect(span.end).toBeLessThanOrEqual(text.length)
        const slice = text.slice(span.start, span.end)
        expect(slice).toBe(slice.trim())
        expect(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(slice)).toBe(false)
      }
      for (const claim of article.claims) {
        const sentence = article.sentences.find((item) => item.id === claim.sentence)
        expect(sentence && contains(sentence, claim)).toBe(true)
        expect(claim.quote === null).toBe(claim.voice !== 'attributed')
      }
      const inOrder = (spans: readonly Span[]): boolean =>
        spans.every((span, i) => i === 0 || (spans[i - 1]?.end ?? 0) <= span.start)
      expect([article.sentences, article.quantities, article.claims].every(inOrder)).toBe(true)
      const ids = [article.sentences, article.entities, article.quotes, article.claims]
        .flat()
        .map((item) => item.id)
      expect(new Set(ids).size).toBe(ids.length)
      const places = article.entities.flatMap((entity) => entity.mentions.map((span) => span.start))
      expect(new Set(places).size).toBe(places.length)
    }),
    { numRuns: 150, examples: [['Ann Lowe Ann Lowe Ann Lowe Ann Lowe Ann Lowe \n ”']] },
  )
})

it('gives the same annotation again', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const once = JSON.stringify(annotate(articleOf(text), { zone: 'UTC' }))
      expect(JSON.stringify(annotate(articleOf(text), { zone: 'UTC' }))).toBe(once)
    }),
    { numRuns: 30 },
  )
})

it('gives sentences alone for other languages', () => {
  const article = annotate(articleOf('Es gab am Dienstag 5 Treffen.', [], { language: 'de' }), {
    zone: 'UTC',
  })
  expect(article.sentences).toHaveLength(1)
  expect([article.entities, article.quantities, article.quotes, article.claims].flat()).toEqual([])
})
