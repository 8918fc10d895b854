/** Sentences, drawn with `|` between them; list items, quotations and wrapped text included. */
import { describe, expect, it } from 'vitest'
import { sentenceSpans } from '../../src/annotate/sentences.js'
import type { Block } from '../../src/model/article.js'

function split(text: string, kind: Block['kind'] = 'paragraph'): string {
  const spans = sentenceSpans(text, [{ kind, start: 0, end: text.length }])
  return spans.map((span) => text.slice(span.start, span.end)).join('|')
}

describe('sentence ends', () => {
  it.each([
    'One came.|Two left.',
    'Mr. Brown met Dr. Gray.|They talked.',
    'Sen. J.D. Hale and Rep. Ann Q. Lowe agreed.|Nobody else did.',
    'U.S. President Ann Lowe spoke.|He left the U.S.|The envoy stayed.',
    'The U.S. Senate voted.',
    'It ended at 5 p.m. Tuesday.|It ended at 5 p.m.|Putin had left.',
    'It rose 4.5 percent to $3.20 on Dec. 2, 2025.|Shares fell.',
    'No. 10 declined to comment.|Was it No. 5?|No.|It was not.',
    '“Is it over?” she asked.|“It is!” he cried.',
    '“Why now?” Mr. Brown asked.|Nobody knew.',
    '“We will go.”|The crowd cheered.|“Then we will stay,” he said.',
    '“We go. |“We stay.”'.replace('. |', '.|'),
    '"We go," he said.|"They stay."|She left.',
    '“Not an easy situation…|What a mess.”',
    '"Not an easy situation...|What a mess."',
    'He paused … then went on.',
    'He works for Acme Inc. in Boston.|She left Acme Inc.|They stayed.',
    'Plan A failed.|Plan B.|But they went on.',
    'They met in St. Petersburg, e.g. Monday, i.e. Dec. 1.|Then they left.',
    'Sales fell (by 3 percent).|They rose later.',
    'What now?!|No one knows.',
    'See www.example.com.|It has more.',
    'George W. Bush and J. K. Rowling met.|They ate.',
    'Smith v. Jones was heard.|It was lost.',
    'In Boca Raton, Fla. Gov. Hale spoke.',
  ])('%s', (drawn) => {
    expect(split(drawn.replaceAll('|', ' '))).toBe(drawn)
  })
})

it('leaves the bullet of a list item out', () => {
  expect(split('• Four parts.', 'list-item')).toBe('Four parts.')
  expect(split('1. Russia gets land. It stays.', 'list-item')).toBe('Russia gets land.|It stays.')
})

it('reads a fixed-width paragraph as one text and separate short lines as lines', () => {
  expect(
    split(
      'The talks between the two sides went on for hours on\nTuesday and ended without a deal, the aide of the first\npresident said.',
    ),
  ).not.toContain('|')
  expect(split('Who came:\nThe envoy\nHis aides\nNobody from the embassy itself')).toBe(
    'Who came:|The envoy|His aides|Nobody from the embassy itself',
  )
})

it('skips captions', () => {
  expect(split('Envoys arrive. Photo: A. B.', 'caption')).toBe('')
})

it('reads a paragraph of a megabyte in time that grows with its length', () => {
  const long = 'The envoy said that it was so. '.repeat(30_000)
  const started = performance.now()
  expect(split(long).split('|').length).toBe(30_000)
  expect(performance.now() - started).toBeLessThan(8000)
})

it('skips embedded posts, which are nobody’s report', () => {
  expect(split('The bridge is shut. Do not walk on it.', 'embed')).toBe('')
})
