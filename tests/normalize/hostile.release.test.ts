/** As hostile.test.ts: the page that has the most to read. */
import { expect, test } from 'vitest'
import { normalize } from '../../src/normalize/normalize.js'
import { htmlPage } from './pages.js'

test('of 51,000 paragraphs only the beginning is read, and the article says so', () => {
  const paragraph = (number: number): string =>
    `<p>The envoys left the building late on night ${number} and said that the talks would go on in spring, after the ice has gone.</p>`
  const paragraphs = Array.from({ length: 51_000 }, (_, at) => paragraph(at)).join('')
  const article = normalize(htmlPage(`<h1>Talks end</h1>${paragraphs}`.slice(0, 6_000_000)))
  expect(article.text).toContain('talks would go on in spring')
  expect(article.completeness).toEqual({ state: 'truncated', reasons: ['page-too-large'] })
})
