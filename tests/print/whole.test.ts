/** What “N more” leads to, counted on both sides; and that `--full` and Markdown have all that the page has. */
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/model/report.js'
import { labelArticles } from '../../src/print/labels.js'
import { renderHtml } from '../../src/print/html/page.js'
import { renderMarkdown } from '../../src/print/markdown.js'
import { outlineOf } from '../../src/print/outline.js'
import { findingRow } from '../../src/print/rows.js'
import { renderTerminal } from '../../src/print/terminal.js'
import { ferryReport } from '../report/fixture.js'
import { manyReport } from '../report/many.js'
import { compareSample } from '../support/event.js'

const plain = { width: 80, colour: false }

const events: readonly (readonly [string, () => Report | Promise<Report>])[] = [
  ['a strike of ferries', () => ferryReport],
  ['forty reports of one thing', () => manyReport(40)],
  ['the talks of the samples', () => compareSample('moscow-talks')],
  ['the accord of the samples', () => compareSample('harbour-accord')],
]

/** Letters and figures alone: marks, breaks and escapes differ from form to form. */
const letters = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|#\d+);/g, '').replace(/[^\p{L}\p{N}]+/gu, '')

describe.each(events)('of %s', (_, made) => {
  it('“N more” at the foot of the summary leads to N more lines of --full', async () => {
    const report = await made()
    const summary = renderTerminal(report, plain)
    const [, shown = '0', all = '0'] = /Main differences \((\d+) of (\d+)\)/.exec(summary) ?? []
    const [, more = '0'] = /(\d+) more, with passages: --full/.exec(summary) ?? []
    expect(Number(more)).toBe(Number(all) - Number(shown))
    const lines = (title: RegExp): number =>
      outlineOf(report)
        .sections.filter((section) => title.test(section.title))
        .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'rows' ? block.rows : []))).length
    expect(lines(/^Main differences/) + lines(/^More differences/)).toBe(Number(all))
  })

  it('“N more” names in a sentence are the other letters of an answer', async () => {
    const report = await made()
    const labels = labelArticles(report)
    for (const finding of report.findings) {
      const row = findingRow(report, labels, finding)
      for (const [, more] of finding.sentence.matchAll(/, [^,()]+ and (\d+) more/g))
        expect(row.answers.some(({ articles }) => articles.length === 2 + Number(more))).toBe(true)
    }
  })

  it('“N more” on the page opens N things, or leaves N for the tables', async () => {
    const report = await made()
    const { document } = new JSDOM(renderHtml(report)).window
    const number = (element: Element): number => Number(/^\s*(\d+)/.exec(element.textContent)?.[1])
    for (const summary of document.querySelectorAll('.further > summary'))
      expect(summary.parentElement?.querySelectorAll(':scope > blockquote').length).toBe(number(summary))
    for (const summary of document.querySelectorAll('#voices details > summary'))
      expect(summary.parentElement?.querySelectorAll('li').length).toBe(number(summary))
    for (const left of document.querySelectorAll('.answers > .left'))
      expect(left.parentElement?.querySelectorAll('.answer.rest').length).toBe(number(left))
    const rowsIn = (title: RegExp): number =>
      outlineOf(report)
        .sections.filter((section) => title.test(section.title))
        .flatMap(({ blocks }) => blocks)
        .reduce(
          (sum, block) =>
            sum +
            (block.kind === 'rows' ? block.rows.length : block.kind === 'list' ? block.items.length : 0),
          0,
        )
    const lists = [
      ['#findings .notes:has(.rows)', /^More differences/],
      ['#claims > :not(.alone)', /^Claim by claim/],
      ['#claims > .alone', /^Found in no other report/],
      ['#quotes > :not(.alone)', /^Quotations$/],
      ['#quotes > .alone', /^Quotations found in no other report/],
      ['#facts', /^Figures, dates, places/],
      ['#positions', /^Who demands, accepts or rejects what/],
      ['#actors', /^People/],
    ] as const
    for (const [place, title] of lists) {
      const parts = [...document.querySelectorAll(place)]
      const rows = parts.flatMap((part) => [...part.querySelectorAll('[data-row]')])
      const notes = parts.flatMap((part) =>
        part.matches('.note') ? [part] : [...part.querySelectorAll('.note')],
      )
      const left = notes
        .filter(({ textContent }) => /^\d+ more are not on this page/.test(textContent))
        .map(number)
      expect([place, rows.length + left.reduce((sum, one) => sum + one, 0)]).toEqual([place, rowsIn(title)])
    }
  })

  it('--full and Markdown print each passage, version, speaker, change and table of the page', async () => {
    const report = await made()
    const { document } = new JSDOM(renderHtml(report)).window
    const full = letters(renderTerminal(report, { ...plain, full: true }))
    const markdown = letters(renderMarkdown(report))
    const printed = [
      '.hit:not(:has(del))',
      '.edits li',
      '.told-as li',
      '.tag',
      '.answer bdi',
      '.line .clamp > b',
      '.missing > .note',
      '.speakers li',
      '.versions tbody th',
      '.versions tbody td',
      '.rates tbody th',
      '.provenance tbody p',
      '.steps li',
      '#method > ul > li',
      '.openings .headline',
      '.openings .note',
      '.openings .lead-text',
      '.foot > span',
    ]
    const lacking = printed.flatMap((place) =>
      [...document.querySelectorAll(place)].flatMap((element) => {
        for (const hidden of element.querySelectorAll('.vh, .gap')) hidden.remove()
        const words = letters(element.textContent)
        return [full, markdown].every((text) => text.includes(words))
          ? []
          : [`${place}: ${element.textContent}`]
      }),
    )
    expect([...new Set(lacking)]).toEqual([])
  })
})
