/** Quotation marks: what is inside which marks. ⟦ ⟧ stand around each piece, a number after ⟧ where it is nested. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scanQuotations } from '../../../src/annotate/attribution/marks/quote-marks.js'
import type { Block } from '../../../src/model/article.js'

function blocksOf(text: string): Block[] {
  return [...text.matchAll(/[^\n]+/g)].map((match) => ({
    kind: 'paragraph',
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** The text with ⟦ ⟧ put back around the quotations found in it. */
function scanned(text: string): string {
  const inserts: { at: number; mark: string; order: number }[] = []
  for (const { pieces, depth } of scanQuotations(text, blocksOf(text)))
    for (const piece of pieces) {
      inserts.push({ at: piece.start, mark: '⟦', order: depth })
      inserts.push({ at: piece.end, mark: depth > 0 ? `⟧${depth}` : '⟧', order: -depth })
    }
  inserts.sort((a, b) => b.at - a.at || b.order - a.order)
  return inserts.reduce((out, { at, mark }) => out.slice(0, at) + mark + out.slice(at), text)
}

const cases: [string, string][] = [
  ['curly marks', 'She said ⟦“we wait”⟧ and left.'],
  ['straight marks', 'She said ⟦"we wait"⟧ and left.'],
  ['two apostrophes as a mark', "She said ⟦''we wait''⟧ and left."],
  ['guillemets', 'She said ⟦«we wait»⟧ and left.'],
  ['single marks in a headline', 'Harbour chief: ⟦‘No ships tonight’⟧'],
  ['straight single marks', "Harbour chief says ⟦'no ships tonight'⟧ after storm"],
  ['apostrophes are no marks', 'The crew’s boats weren’t at the brothers’ quay in the ’90s.'],
  ['straight apostrophes are no marks', "The crew's boats weren't at the brothers' quay."],
  ['nested', '⟦“He told me, ⟦‘Go home,’⟧1 and I went,”⟧ she said.'],
  ['split around the cue', '⟦“We wait,”⟧ she said, ⟦“and then we sail.”⟧'],
  ['two in straight marks side by side', '⟦"One."⟧ ⟦"Two."⟧'],
  ['after a dash', 'The plan—⟦"madness"⟧—failed.'],
  ['paragraphs opened anew and closed once', '⟦“We wait.⟧\n⟦“Then we sail.”⟧\nThey sailed.'],
  ['a lost closing mark harms one paragraph', '⟦“We wait, she said.⟧\nThey ⟦“sailed”⟧ at noon.'],
  ['a lost closing mark before a new opening one', '⟦“We wait, she said, and⟧ ⟦“we sail.”⟧'],
  ['curly marks inside curly ones', '⟦“Life in what he calls ⟦“hell”⟧1 is hard.”⟧ — Ann Lee'],
  ['curly marks inside straight ones', '⟦"The court’s ⟦“Harbour Act”⟧1 must go,"⟧ she said.'],
  ['a lost closing mark before others', '⟦“We⟧ ⟦“wait”⟧ and ⟦“sail”⟧ and ⟦“sink.”⟧'],
  ['feet and inches', '⟦“He is 6’2” or so,”⟧ she said of his 5’9” brother, ⟦“and fast.”⟧'],
  ['a blank lost before an opening mark', '⟦"It was a lie,"⟧ she said.⟦"We left."⟧'],
  ['a lone closing mark', 'We wait,” she said.'],
]

describe('quotation marks', () => {
  it.each(cases)('%s', (_name, shown) => {
    expect(scanned(shown.replace(/⟦|⟧\d?/g, ''))).toBe(shown)
  })

  it('gives pieces inside the text, in order, whatever the marks', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '"', '“', '”', '‘', '’', "'", '\n', '.', '—') })
    fc.assert(
      fc.property(text, (hostile) => {
        for (const { pieces } of scanQuotations(hostile, blocksOf(hostile)))
          for (const piece of pieces) {
            expect(piece.start).toBeLessThan(piece.end)
            expect(hostile.slice(piece.start, piece.end)).not.toContain('\n')
          }
      }),
    )
  })
})
