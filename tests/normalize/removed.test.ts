/** Nothing of a page vanishes without a rule: each word a reader sees is in the text or under `removed`. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalize } from '../../src/normalize/normalize.js'
import { foldedWords } from '../../src/normalize/folded-words.js'
import { goldenArticle, phenomena, sourceOf } from './golden.js'
import { htmlPage } from './pages.js'

/** Words of the page's body as a plain reading of its source gives them, without what no reader sees. */
function wordsOf(html: string): string[] {
  const body = html
    .slice(Math.max(0, html.indexOf('<body')))
    .replace(/<(script|style|noscript)[\s\S]*?<\/\1>|<!--[\s\S]*?-->/giu, ' ')
  return foldedWords(body.replace(/<[^>]*>/gu, ' ').replace(/&[#\w]+;/gu, ' '))
}

function accounted(article: ReturnType<typeof normalize>): ReadonlySet<string> {
  return new Set(foldedWords([article.text, ...article.removed.map(({ text }) => text)].join(' ')))
}

const plain = phenomena.filter(
  // Inner words joined by markup, templates, other encodings and characters that are dropped: no plain reading gives these.
  (name) => !/windows-1252|zero-width|drop-cap|shadow|amp-components|json|script-only|word-count/u.test(name),
)

test.each(plain)('%s', (phenomenon) => {
  const html = sourceOf(phenomenon).toString()
  const found = accounted(goldenArticle(phenomenon))
  const apart = new Set([...found].join(' ').split(' '))
  const lost = wordsOf(html).filter((word) => !apart.has(word))
  // Two runs of text without a space between their elements read as one word in one of the two readings.
  expect(lost.filter((word) => ![...found].some((other) => other.includes(word)))).toEqual([])
})

test('any arrangement of article and furniture', () => {
  const words = fc.constantFrom(
    ...'delegates harbour minister treaty agreed rejected morning statement monitors border'.split(' '),
  )
  const prose = fc.array(words, { minLength: 8, maxLength: 30 }).map((list) => `The ${list.join(' ')} ended.`)
  const piece = fc.tuple(
    fc.constantFrom(
      'p',
      'div',
      'section',
      'li',
      'blockquote',
      'aside',
      'footer',
      'h2',
      'td',
      'button',
      'x-box',
    ),
    fc.constantFrom('', 'related', 'share-bar', 'newsletter', 'story', 'byline', 'pull-quote', 'ad'),
    prose,
  )
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
      const marked = pieces.map(
        ([tag, name, text], at) => `<${tag} class="${name}">word${at} ${text}</${tag}>`,
      )
      const article = normalize(
        htmlPage(`<body><h1>Talks end</h1><article>${marked.join('\n')}</article></body>`),
      )
      const found = accounted(article)
      expect(pieces.map((_, at) => `word${at}`).filter((word) => !found.has(word))).toEqual([])
    }),
    { numRuns: 40, seed: 4 },
  )
})
