/** Hostile pages: nothing crashes or hangs, and what can be read is read. The longest: hostile.release.test.ts. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalize } from '../../src/normalize/normalize.js'
import { parsePage, rawText } from '../../src/normalize/page-tree.js'
import { htmlPage, rawPage } from './pages.js'

const paragraph = (number: number) =>
  `<p>The envoys left the building late on night ${number} and said that the talks would go on in spring, after the ice has gone.</p>`
const paragraphs = (count: number) => Array.from({ length: count }, (_, at) => paragraph(at)).join('')
const body = paragraphs(10)

describe('pages that are read all the same', () => {
  test.each([
    ['10,000 nested div', '<div>'.repeat(10_000) + body],
    ['50,000 nested div', '<div>'.repeat(50_000) + body],
    ['10,000 open bold tags', '<b>'.repeat(10_000) + body],
    ['10,000 links in one another', '<a href=x>'.repeat(10_000) + body],
    ['nested block quotations', '<blockquote>'.repeat(5_000) + body],
    ['100,000 line breaks', '<br>'.repeat(100_000) + body],
    ['100,000 tags that never end', '<p'.repeat(100_000) + body],
    ['nested arrays as JSON-LD', `<script type="application/ld+json">${'['.repeat(100_000)}</script>${body}`],
    ['an entity declared by the page', `<!DOCTYPE x [<!ENTITY a "&b;&b;">]>${body}<p>&a;</p>`],
    ['a class name of a megabyte', `<div class="${'related-'.repeat(130_000)}">${body}</div>`],
    ['a word of two megabytes', `<p>${'a'.repeat(2_000_000)}</p>${body}`],
    ['two megabytes of spaces', `<p>x${' '.repeat(2_000_000)}y</p>${body}`],
    ['a word of an address without end', `<p>${'a@'.repeat(500_000)}</p>${body}`],
    ['30,000 nested unknown elements', '<x>'.repeat(29_000) + body],
    ['nested sound', '<audio>'.repeat(5_000) + '</audio>'.repeat(5_000) + body],
    ['nested formulas', `${body}<math>${'<mi>'.repeat(2_500)}</math>`],
    ['components without scripts', '<noscript><custom-element>'.repeat(3_000) + '</noscript>' + body],
    ['10,000 nested components', '<x-box>'.repeat(10_000) + body],
    ['12,000 components', body + `<x-ad></x-ad>`.repeat(12_000)],
    ['12,000 empty elements', body + `<i></i>`.repeat(12_000)],
    ['3,000 frames', '<iframe src=a></iframe>'.repeat(3_000) + body],
    ['300 lists in one another', '<ul><li>a'.repeat(300) + body],
    ['malformed style', `<style>a { b: ) ; @media (</style>${body}`],
  ])('%s', (_name, html) => {
    const article = normalize(htmlPage(html))
    expect(article.text).toContain('talks would go on in spring')
    expect(article.completeness.state).not.toBe('unreadable')
  })
})

describe('characters', () => {
  test('U+0000 and lone surrogates become U+FFFD, also when written as entities', () => {
    const { text } = normalize(
      htmlPage(`<p>One\u0000two &#0; &#xD800; three and many more words follow here.</p>${body}`),
    )
    expect(text).toContain('One\uFFFDtwo')
    expect(text).not.toMatch(/[\u0000\p{Surrogate}]/u)
  })

  test('bidirectional controls, zero-width spaces and soft hyphens are dropped', () => {
    const { text } = normalize(htmlPage(body.replaceAll('talks', 'ta\u200Bl\u00ADk\u202Es\u2066')))
    expect(text).toContain('the talks would')
  })

  test('spans never split a surrogate pair', () => {
    const { text, blocks } = normalize(
      htmlPage(`<h1>😀</h1><p>😀 ${'words of joy '.repeat(10)}😀</p>${body}`),
    )
    for (const { start, end } of blocks)
      for (const at of [start, end]) expect(/[\uDC00-\uDFFF]/u.test(text.charAt(at))).toBe(false)
  })
})

test('any soup of tags and text gives an article whose blocks are its text', () => {
  const piece = fc.constantFrom(
    ...'<div>|</div>|<p>|</p>|<br>|<table><tr><td>|</td>|<ul><li>|</ul>|<b>|</i>|<!--|-->|<a href="|">|&amp;|&#x;|<script>|</script>|<blockquote>|\u0000|😀|talks end. |“No,” he said. '.split(
      '|',
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const { text, blocks } = normalize(htmlPage(pieces.join('') + body))
      expect(blocks.map(({ start, end }) => text.slice(start, end)).join('\n\n')).toBe(text)
    }),
    { numRuns: 40, seed: 4 },
  )
})

describe('the tree of a page', () => {
  const textOf = (html: string) => rawText(parsePage(html).root)

  test('has all text, and nothing of scripts, styles and frames', () => {
    expect(textOf('<div><p>One <b>two</b></p><br><br><svg><g/></svg><p>three</p></div>')).toBe('One twothree')
    expect(textOf('a<script>b</script>c<style>d</style >e<scripty>f')).toBe('acef')
    expect(textOf('a<iframe src=b>c</iframe>d<object>e</object>f')).toBe('adf')
    expect(parsePage('a<script type="application/ld+json">{}</script>b').jsonLd).toEqual(['{}'])
  })

  test.each(['div', 'x', 'x-box', 'audio', 'mi', 'p', 'li', 'td', 'h2', 'option', 'noscript'])(
    'is no deeper than the limit, whatever nests: %s',
    (name) => {
      const { root } = parsePage(`<math><${name}>a`.repeat(2_000) + `<${name}>a`.repeat(10_000))
      let deepest = 0
      for (let level = root.children; level.length > 0; deepest++)
        level = level.flatMap((child) => (typeof child === 'string' ? [] : child.children))
      expect(deepest).toBeLessThan(200)
    },
  )

  test('is cut where its elements are too many, and says so', () => {
    expect(parsePage(body).cut).toBe(false)
    const { root, cut } = parsePage('<b>x</b>'.repeat(40_000))
    expect(cut).toBe(true)
    expect(root.words).toBeGreaterThan(0)
  })
})

test('of a page of 6 MB only the beginning is read, and the article says so', () => {
  const filling = `<p class="${'x'.repeat(3_000)}">The talks go on.</p>`.repeat(2_000)
  const article = normalize(htmlPage(`<h1>Talks end</h1>${body}${filling}<p>The end was read.</p>`))
  expect(article.text).toContain('talks would go on in spring')
  expect(article.text).not.toContain('The end was read.')
  expect(article.completeness).toEqual({ state: 'truncated', reasons: ['page-too-large'] })
})

test('thousands of paragraphs parted by line breaks are each one block', () => {
  const lines = Array.from(
    { length: 3000 },
    (_, at) => `The envoys met for round number ${at} of the talks, they said.`,
  )
  const { blocks } = normalize(htmlPage(`<h1>Talks</h1><div>${lines.join('<br><br>')}</div>`))
  expect(blocks.filter(({ kind }) => kind === 'paragraph')).toHaveLength(3000)
})

test('any bytes in any declared charset give an article with valid spans', () => {
  const charset = fc.constantFrom(
    null,
    'utf-8',
    'utf-16le',
    'windows-1252',
    'shift_jis',
    'gbk',
    'x-user-defined',
    'no-such',
  )
  const odd = fc.constantFrom(
    '\u0000',
    '\u202E',
    '\u200B',
    '&#xD800;',
    '&#x110000;',
    '&amp;'.repeat(50),
    '😀',
    '<p>',
    '</div>',
    '<![CDATA[',
    '<a b="',
  )
  fc.assert(
    fc.property(
      charset,
      fc.array(odd, { maxLength: 30 }),
      fc.uint8Array({ maxLength: 200 }),
      (declared, pieces, noise) => {
        const bytes = Buffer.concat([Buffer.from(pieces.join('')), noise, Buffer.from(body)])
        const { text, blocks } = normalize(
          rawPage('html', bytes, declared === null ? {} : { charset: declared }),
        )
        expect(text).not.toMatch(/[\u0000\p{Surrogate}]/u)
        if (blocks.length > 0)
          expect(blocks.map(({ start, end }) => text.slice(start, end)).join('\n\n')).toBe(text)
      },
    ),
    { numRuns: 40, seed: 4 },
  )
})
