/** DESIGN.md rule 6 on generated events: order, copies and strangers change nothing among the others. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { align } from '../../src/align/align.js'
import { withDistinctIds } from '../../src/align/distinct.js'
import type { AnnotatedArticle } from '../../src/model/annotated-article.js'
import { article } from './draw.js'

/** One fact a line, in two wordings. */
const facts =
  `Engineers closed the harbour bridge in Velden on Monday.|The bridge over Velden harbour has been shut since Monday.
The repair will cost 12 million crowns, the mayor, Ida Brandt, said.|Mayor Ida Brandt put the bill for repairs at 15 million crowns.
“We will not open it before it is safe for every child,” Ida Brandt told reporters.|“We will not open it before it is safe,” Brandt said.
Ferries carry commuters free of charge until May.|Nobody pays for the ferry before May.
A diver found the crack in a steel cable.|The damage to the cable was discovered by a diver.
Bakers near the bridge complain of empty shops.|Shops beside the bridge have lost their customers, bakers say.`
    .split('\n')
    .map((line) => line.split('|'))

const report = fc
  .array(fc.record({ fact: fc.nat(facts.length - 1), wording: fc.nat(1) }), { minLength: 2, maxLength: 5 })
  .map((told) => told.map(({ fact, wording }) => facts[fact]?.[wording] ?? '').join('\n\n') + '\n')
const event = fc
  .uniqueArray(report, { minLength: 2, maxLength: 4 })
  .map((texts) => texts.map((text, k) => article(`report-${k}`, text)))

const stranger = article(
  'stranger',
  'Grandmaster Lev Orlin gave up tournament chess on Friday. He wants to teach pupils in the mountains.\n',
)

/** What the columns say of the given articles, without those that say nothing of them. */
const told = (articles: readonly AnnotatedArticle[], about: readonly AnnotatedArticle[]): string[] => {
  const { claims, quotes } = align(articles)
  return [...claims, ...quotes]
    .filter((column) => about.some(({ id }) => column.cells[id]?.state === 'present'))
    .map((column) => JSON.stringify([column.id, ...about.map(({ id }) => column.cells[id])]))
    .toSorted()
}

it('does not depend on the order of reports', () => {
  fc.assert(
    fc.property(event, (articles) => {
      expect(JSON.stringify(align(articles.toReversed()))).toBe(JSON.stringify(align(articles)))
    }),
    { numRuns: 12 },
  )
})

it('changes no link and no cell when a stranger comes', () => {
  fc.assert(
    fc.property(event, (articles) => {
      expect(told([...articles, stranger], articles)).toEqual(told(articles, articles))
    }),
    { numRuns: 12 },
  )
})

it('finds no difference between two copies', () => {
  fc.assert(
    fc.property(report, (text) => {
      const copies = withDistinctIds([article('copy', text), { ...article('copy', text), source: 'other' }])
      const { claims, quotes } = align(copies)
      for (const column of [...claims, ...quotes])
        expect(copies.map(({ id }) => column.cells[id]?.state)).toEqual(['present', 'present'])
    }),
    { numRuns: 12 },
  )
})
