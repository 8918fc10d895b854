/** The Markdown view, rendered by a CommonMark and GFM implementation: what comes in as text comes out as text. */
import { describe, expect, it, test } from 'vitest'
import { escapeMarkdown, renderMarkdown } from '../../src/print/markdown.js'
import { ferryReport } from '../report/fixture.js'
import { hostile, hostileReport } from '../report/hostile.js'

describe('renderMarkdown', () => {
  const markdown = renderMarkdown(ferryReport)

  it('has what happened, the extent, where they part, what all tell and the passages in order', () => {
    const order = [
      '# Strike at Halden Sound',
      '5 reports, 1 of them',
      '## Main differences (4 of 5)',
      '## What all reports say',
      'All 3 independent texts say:',
      '## The passages (4)',
      '## Warnings about the reports',
      '## Claim by claim',
      '## Quotations',
      '## Figures, dates, places',
      '## People and sources',
      '## Where the texts come from',
      '## What is not covered',
    ]
    const places = order.map((words) => markdown.indexOf(words))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(Math.min(...places)).toBe(0)
  })

  it('shows passages with outlet, role and offsets', () => {
    expect(markdown).toContain(
      '  - **C Tide Radio** (says it is not so, characters 189 to 218): “There was no fire at the pier”',
    )
  })

  it('has tables with as many cells in each row as in the head', () => {
    for (const table of markdown.split('\n\n').filter((part) => part.startsWith('|'))) {
      const cells = table.split('\n').map((line) => line.replace(/\\\|/g, '').split('|').length)
      expect(new Set(cells).size).toBe(1)
    }
  })
})

test.each([
  ['a | b', 'a \\| b'],
  ['<b>x</b>', '&lt;b&gt;x&lt;/b&gt;'],
  ['[x](javascript:y)', '\\[x\\](javascript:y)'],
  ['https://a.example', 'https&#58;//a.example'],
  ['www.a.example', 'www&#46;a.example'],
  ['me@a.example', 'me&#64;a.example'],
  ['`code` *b* _i_ ~s~ $x$', '\\`code\\` \\*b\\* \\_i\\_ \\~s\\~ \\$x\\$'],
  ['# heading', '\\# heading'],
  ['- item', '\\- item'],
  ['1. item', '1\\. item'],
  ['two\n\n# lines', 'two # lines'],
  ['well-known (or so): yes!', 'well-known (or so): yes!'],
])('%j is escaped', (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped)
})

/** As many as without hostile text. */
const sections = renderMarkdown(hostileReport('plain words')).match(/^## /gm)?.length ?? 0

test.each(hostile.map((words) => [words.slice(0, 60), words]))(
  'hostile text is inert: %j',
  (_name, words) => {
    const markdown = renderMarkdown(hostileReport(words))
    const bare = markdown.replace(/\\[\\`*_{}[\]|~$#+\-=.)]/g, '')
    expect(/[<>`[\]~$]/.exec(bare)?.[0]).toBeUndefined()
    expect(bare).not.toMatch(/https?:|\bwww\.|@|mailto:/i)
    expect(markdown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
    const headings = bare.split('\n').filter((line) => line.startsWith('## '))
    // What is too long for a sentence says nothing, and its part is gone.
    expect(headings).toHaveLength(words.length > 800 ? sections - 1 : sections)
  },
)
