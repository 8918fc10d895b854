/** What the views say in their own words: no word about an outlet's mind, no verdict, no "but" between positions. */
import { JSDOM } from 'jsdom'
import { describe, expect, it, test } from 'vitest'
import { renderHtml } from '../../src/print/html/page.js'
import { renderMarkdown } from '../../src/print/markdown.js'
import { renderTerminal } from '../../src/print/terminal.js'
import { withoutText } from '../../src/report/without-text.js'
import { noneInFront } from '../../src/print/blocks.js'
import { limits } from '../../src/print/extent.js'
import * as words from '../../src/print/words.js'
import { ferryReport } from '../report/fixture.js'

const verdicts =
  /\b(omit\w*|hid(e|es|ing|den)|admit\w*|distort\w*|false\w*|spin\w*|bias\w*|wrong\w*|mislead\w*|cop(y|ied|ies) from|confirm\w*|original version|lie[sd]?|refuses? to)\b/i
const connectives = /\b(but|only|even|unlike|however|merely)\b/i

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}

const own = [
  ...strings(Object.fromEntries(Object.entries(words).filter(([, value]) => typeof value === 'object'))),
  noneInFront([]),
  ...limits(ferryReport),
  ...limits(withoutText(ferryReport)),
]

test.each(own)('%j', (phrase) => {
  expect(phrase).not.toMatch(verdicts)
  expect(phrase).not.toMatch(connectives)
})

describe('the whole view', () => {
  const { body } = new JSDOM(renderHtml(ferryReport)).window.document
  // What a reader rules of the findings themselves is the reader's word: there they are right or wrong.
  const rulings = body.querySelectorAll('[data-review], select[data-f="ruled"]')
  expect(rulings).toHaveLength(2)
  for (const one of rulings) one.remove()
  const page = body.textContent
  it.each([
    ['HTML', page],
    ['Markdown', renderMarkdown(ferryReport)],
    ['terminal', renderTerminal(ferryReport, { width: 80, colour: false })],
    ['full summary', renderTerminal(ferryReport, { width: 80, colour: false, full: true })],
  ])('%s has no verdict in it', (_view, text) => {
    expect(verdicts.exec(text)?.[0]).toBeUndefined()
  })
})
