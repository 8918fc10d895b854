/** Completeness: what a page states of its own length and price, against what it shows. */
import { describe, expect, test } from 'vitest'
import { opinionIssues } from '../../src/normalize/issues.js'
import { normalize } from '../../src/normalize/normalize.js'
import { htmlPage } from './pages.js'

/** 23 words each. */
const paragraph = (at: number) =>
  `<p>The envoys left the building late on night ${at} and said that the talks would go on in spring, after the ice melts.</p>`
const paragraphs = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => paragraph(from + at)).join('')

function page(stated: object, body: string): ReturnType<typeof normalize> {
  const ld = JSON.stringify({ '@type': 'NewsArticle', headline: 'Talks end', ...stated })
  return normalize(
    htmlPage(
      `<head><script type="application/ld+json">${ld}</script></head><body><article><h1>Talks end</h1>${body}</article></body>`,
    ),
  )
}
const codes = (article: ReturnType<typeof normalize>) => article.issues.map(({ code }) => code)

describe('wordCount', () => {
  const reasons = (wordCount: unknown) => page({ wordCount }, paragraphs(10)).completeness.reasons
  test.each([
    ['a number', 700],
    ['digits', '700'],
    ['a number with a comma and a word', '1,234 words'],
    ['a number with a point', '1.234'],
    ['a quantity', { '@type': 'QuantitativeValue', value: 700 }],
    ['a quantity in digits', { '@type': 'QuantitativeValue', value: '700' }],
    ['a list of one', ['700']],
  ])('%s far above what is shown', (_what, wordCount) => {
    expect(reasons(wordCount)).toEqual(['shorter-than-stated'])
  })
  test.each([
    ['about what is shown', 235],
    ['less than is shown', 100],
    ['more, but few words more', 340],
    ['absent', undefined],
    ['null', null],
    ['nothing', ''],
    ['words', 'many'],
    ['a range', '900-1000'],
    ['a fraction', 900.5],
    ['below nothing', -900],
    ['nought', 0],
    ['beyond any article', 1e9],
    ['digits beyond any article', '9'.repeat(400)],
    ['a truth value', true],
  ])('%s says nothing', (_what, wordCount) => {
    expect(reasons(wordCount)).toEqual([])
  })
})

test('wordCount says nothing of a long text that the page calls free and that runs to its end', () => {
  const reasons = (stated: object, count: number) =>
    page({ wordCount: 2700, ...stated }, paragraphs(count)).completeness.reasons
  expect(reasons({ isAccessibleForFree: true }, 20)).toEqual([])
  expect(reasons({ isAccessibleForFree: 'https://schema.org/True' }, 20)).toEqual([])
  expect(reasons({}, 20)).toEqual(['shorter-than-stated'])
  expect(reasons({ isAccessibleForFree: true }, 10)).toEqual(['shorter-than-stated'])
})

describe('paywall markup', () => {
  const notFree = { isAccessibleForFree: false }
  const part = (more: object) => ({
    ...notFree,
    hasPart: { '@type': 'WebPageElement', ...notFree, cssSelector: '.paid', ...more },
  })
  const paid = (inner: string) => `<div class="paid">${inner}</div>`

  test.each([
    ['a short text', notFree, paragraphs(4)],
    ['stated in words', { isAccessibleForFree: 'False' }, paragraphs(4)],
    ['stated as an address', { isAccessibleForFree: 'http://schema.org/False' }, paragraphs(4)],
    ['stated of a part alone', { hasPart: [{ isAccessibleForFree: 'false' }] }, paragraphs(4)],
    ['the part is in the page and empty, however long the rest', part({}), paragraphs(20) + paid('')],
    ['the part is named within another', part({ cssSelector: 'main .paid' }), paragraphs(20) + paid('')],
    ['one of several parts', part({ cssSelector: ['#x', '.paid'] }), paragraphs(20) + paid('')],
    ['parts parted by a comma', part({ cssSelector: '.x, div.paid' }), paragraphs(20) + paid('')],
    [
      'the part breaks off',
      part({}),
      paragraphs(3) + paid('<p>But the delegates had not yet been told by anyone who</p>'),
    ],
  ])('%s: truncated', (_what, stated, body) => {
    expect(page(stated, body).completeness.reasons).toContain('paywall-markup')
  })
  test.each([
    ['free', { isAccessibleForFree: true }, paragraphs(4)],
    ['the part is shown', part({}), paragraphs(3) + paid(paragraphs(4, 9))],
    [
      'the part is each paragraph by itself',
      part({}),
      paragraphs(2) + paragraphs(5, 9).replaceAll('<p>', '<p class="paid">'),
    ],
    ['a long text, and the part stands nowhere', part({ cssSelector: '.elsewhere' }), paragraphs(20)],
    ['a free part', { hasPart: { isAccessibleForFree: true, cssSelector: '.paid' } }, paragraphs(4)],
    ['a part in no known form', { hasPart: 'a photograph' }, paragraphs(4)],
  ])('%s: complete', (_what, stated, body) => {
    expect(page(stated, body).completeness).toEqual({ state: 'complete', reasons: [] })
  })
})

describe('a second opinion', () => {
  test('the stated text agrees', () => {
    const articleBody = paragraphs(8).replace(/<[^>]*>/gu, ' ')
    expect(codes(page({ articleBody }, paragraphs(8)))).toEqual([])
  })

  test('the stated text tells much that the page does not', () => {
    const more =
      'Nobody in the delegation would say where the ministers had gone after the vote, and the harbour stayed shut to fishing boats. '
    const articleBody = paragraphs(8).replace(/<[^>]*>/gu, ' ') + more.repeat(3)
    const article = page({ articleBody }, paragraphs(8))
    expect(codes(article)).toEqual(['shorter-than-stated', 'extraction-doubtful'])
    expect(article.completeness).toEqual({ state: 'truncated', reasons: ['shorter-than-stated'] })
    expect(article.issues[1]?.message).toMatch(/only 6\d % of the text that the page states/u)
    expect(article.text).not.toContain('fishing boats')
  })

  test('a page that shows less than half of the stated text is read from it, and says so', () => {
    const articleBody = paragraphs(20).replace(/<[^>]*>/gu, '\n')
    const article = page({ articleBody }, paragraphs(2))
    expect(codes(article)).toContain('article-from-json-ld')
    expect(article.text).toContain('late on night 19')
  })

  test.each([
    ['all of it', 1, []],
    ['most of it', 0.75, []],
    ['less', 0.74, ['extraction-doubtful']],
    ['none of it', 0, ['extraction-doubtful']],
    ['nothing to compare with', null, []],
  ])('of the stated text %s is in the article', (_what, ofStated, expected) => {
    const choice = {
      blocks: [],
      outside: [],
      by: 'readability' as const,
      ofStated,
      statedWords: 0,
    }
    const issues = opinionIssues({ source: 'page.html', article: 'a-1' }, choice)
    expect(issues.map(({ code }) => code)).toEqual(expected)
  })
})
