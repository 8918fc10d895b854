/** One word of linked sentences that changes what is claimed: one line, both wordings in the words around them. */
import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/model/report.js'
import { labelArticles } from '../../src/print/labels.js'
import { wordsOf } from '../../src/print/differences.js'
import { findingRow } from '../../src/print/rows.js'
import { compareAll, readText } from '../support/event.js'

const report = async (first: string, second: string, later = ''): Promise<Report> => {
  const texts = [
    `Council meets on the ferry

${first}

The ferry company Norsund lost 12 million crowns last year. Passengers have complained since spring of late boats and closed kiosks.

A second boat lies in the yard with a broken shaft, and nobody knows who will pay for a new one.`,
    `Fewer boats for Norsund this winter

Rain kept most people away from the town hall. A school choir sang before the doors.

${second}

Bakers along the quay fear for their mornings. Last year the ferry company Norsund lost 12 million crowns. ${later}`,
  ]
  return compareAll(await Promise.all(texts.map((text, at) => readText(`${'ab'.charAt(at)}.txt`, text))))
}

const found = ({ findings }: Report) => findings.filter(({ kind }) => kind === 'naming')
const told = (made: Report): readonly string[] =>
  found(made)
    .flatMap(({ answers = [] }) => answers.map(({ text }) => text))
    .sort()

describe('two linked sentences', () => {
  test('of which one alone calls the agreement interim show both', async () => {
    const made = await report(
      'The council and the ferry company signed an interim agreement on the pier on Monday.',
      'The council and the ferry company signed an agreement on the pier on Monday.',
    )
    const [finding] = found(made)
    if (finding === undefined) throw new Error('not found')
    const { word, label, about, answers } = findingRow(made, labelArticles(made), finding)
    expect([word, label]).toEqual(['called', 'Which word?'])
    expect(about).toMatch(/signed an ▁ on the pier/)
    expect(answers.map(wordsOf).sort()).toEqual(['agreement', 'interim agreement'])
  })

  test('with another noun in the same place of the same act show both', async () => {
    const made = await report(
      'The council of Norsund said on Monday that it was very close to selecting an interim manager for the ferry.',
      'The council of Norsund said on Monday that it was very close to choosing a director for the ferry.',
    )
    expect(told(made)).toEqual(['director', 'interim manager'])
  })

  test('of which one alone leaves open what happened show both', async () => {
    const made = await report(
      'The fire on the ferry was treated as potential arson by the police of Norsund on Monday.',
      'The fire on the ferry was treated as arson by the police of Norsund on Monday.',
    )
    expect(told(made)).toEqual(['arson', 'potential arson'])
  })

  test.each([
    [
      'a word of another kind',
      'The council signed a bold agreement on the pier.',
      'The council signed a revised agreement on the pier.',
    ],
    [
      'a title',
      'The council asked Senator Orla Venn about the ferry agreement.',
      'The council asked former Senator Orla Venn about the ferry agreement.',
    ],
    [
      'another word that leaves it open',
      'The council signed a proposed agreement on the pier with the ferry company.',
      'The council signed a draft agreement on the pier with the ferry company.',
    ],
    [
      'doubt in another place of the sentence',
      'The fire on the ferry was treated as potential arson by the police of Norsund on Monday.',
      'The fire on the ferry was apparently treated as arson by the police of Norsund on Monday.',
    ],
  ])('that differ by %s are none', async (_, first, second) => {
    expect(found(await report(first, second))).toEqual([])
  })

  test('are none where the other report says so elsewhere', async () => {
    const made = await report(
      'The council and the ferry company signed an interim agreement on the pier on Monday.',
      'The council and the ferry company signed an agreement on the pier on Monday.',
      'The interim agreement ends in May.',
    )
    expect(found(made)).toEqual([])
  })
})
