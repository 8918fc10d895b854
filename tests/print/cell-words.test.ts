/** What the plain tables say of a cell, on the drawn strike of tests/report/fixture.ts. */
import { describe, expect, it } from 'vitest'
import type { Cell, ClaimColumn } from '../../src/model/alignment.js'
import { inQuotes } from '../../src/text/in-quotes.js'
import { shownColumn } from '../../src/front/cells.js'
import { cellWords } from '../../src/print/cell-words.js'
import { articles, ferryEvent, ferryReport, find } from '../report/fixture.js'

const said = '4,000 passengers were stranded'
const [stranded] = ferryReport.claims.filter(({ label }) => label.includes('stranded'))

/** The row with another cell for the Courier, and another name. */
function row(cell: Cell, label = 'How many were stranded'): ClaimColumn {
  if (!stranded) throw new Error('The strike has no row of who was stranded.')
  const fullest = { ...stranded.fullest, article: articles.tide.id }
  return { ...stranded, label, fullest, cells: { ...stranded.cells, [articles.courier.id]: cell } }
}

const passage = find(articles.courier, said)
const mention = Object.values(stranded?.cells ?? {}).flatMap((cell) =>
  cell.state === 'present' ? cell.mentions : [],
)[0]
const linked = (confidence: number, stance: 'asserts' | 'denies' = 'asserts'): Cell => {
  if (!mention) throw new Error('Nobody tells who was stranded.')
  return {
    state: 'present',
    form: 'verbatim',
    stance,
    certainty: 'plain',
    confidence,
    mentions: [{ ...mention, ...passage, spans: [passage] }],
  }
}

describe('a cell', () => {
  it.each<[string, ClaimColumn, string]>([
    ['the words of a sure link', row(linked(0.9)), `“${said}”`],
    ['those of one that is not', row(linked(0.7)), `perhaps: “${said}”`],
    ['those the row is called by', row(linked(0.7), said), `“${said}”`],
    ['a denial', row(linked(0.9, 'denies')), `says it is not so: “${said}”`],
    ['a sure silence', row({ state: 'absent', confidence: 0.9, nearest: passage }), 'no passage found'],
    [
      'what came close to it',
      row({ state: 'absent', confidence: 0.6, nearest: passage }),
      `perhaps: “${said}”`,
    ],
    [
      'no silence at all',
      row({ state: 'unknown', reason: 'told-differently', nearest: passage }),
      `perhaps: “${said}”`,
    ],
    [
      'why nobody can tell',
      row({ state: 'unknown', reason: 'truncated' }),
      'cannot tell: the text breaks off',
    ],
  ])('has %s', (_name, column, words) => {
    expect(cellWords(articles.courier, shownColumn(ferryEvent, column))).toBe(words)
  })
})

describe('words in quotation marks', () => {
  it.each([
    ['They signed', '“They signed”'],
    ['“They signed”', '“They signed”'],
    ['“Not yet,” she said, “but soon”', '“‘Not yet,’ she said, ‘but soon’”'],
    ['Rubio sees "some progress" in Moscow', '“Rubio sees ‘some progress’ in Moscow”'],
    ['some formulations” that “cannot work', '“some formulations that ‘cannot work’”'],
    ['“They signed', '“They signed”'],
    ['they called it “a truce', '“they called it ‘a truce’”'],
  ])('%s', (words, marked) => {
    expect(inQuotes(words)).toBe(marked)
  })
})
