/** One changed word in linked prose: printed as one line of the smaller differences, both wordings in their common words. */
import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/model/report.js'
import { labelArticles } from '../../src/print/labels.js'
import { wordsOf } from '../../src/print/differences.js'
import { findingRow } from '../../src/print/rows.js'
import { compareAll, readText } from '../support/event.js'

const report = async (first: string, second: string): Promise<Report> => {
  const texts = [
    `Council meets on the ferry

${first}

The ferry company Norsund lost 12 million crowns last year. Passengers have complained since spring of late boats and closed kiosks.

A second boat lies in the yard with a broken shaft, and nobody knows who will pay for a new one.`,
    `Fewer boats for Norsund this winter

Rain kept most people away from the town hall. A school choir sang before the doors.

${second}

Bakers along the quay fear for their mornings. Last year the ferry company Norsund lost 12 million crowns.`,
  ]
  return compareAll(await Promise.all(texts.map((text, at) => readText(`${'ab'.charAt(at)}.txt`, text))))
}

const found = ({ findings }: Report) => findings.filter(({ kind }) => kind === 'naming')

describe('two linked sentences', () => {
  test('that differ by an adverb are one line with both wordings', async () => {
    const made = await report(
      'The mayor of Norsund told the council on Monday that she was especially concerned about the ferry.',
      'The mayor of Norsund told the council on Monday that she was deeply concerned about the ferry.',
    )
    const [finding] = found(made)
    if (finding === undefined) throw new Error('not found')
    const { word, label, about, answers } = findingRow(made, labelArticles(made), finding)
    expect([word, label]).toEqual(['called', 'Which word?'])
    expect(about).toMatch(/she ▁ about the ferry$/)
    expect(answers.map(wordsOf).sort()).toEqual(['was deeply concerned', 'was especially concerned'])
    expect(made.front).not.toContain(finding.id)
  })

  test('of which one alone calls the agreement interim show both', async () => {
    const made = await report(
      'The council and the ferry company signed an interim agreement on the pier on Monday.',
      'The council and the ferry company signed an agreement on the pier on Monday.',
    )
    expect(
      found(made)
        .flatMap(({ answers = [] }) => answers.map(({ text }) => text))
        .sort(),
    ).toEqual(['agreement', 'interim agreement'])
  })

  test.each([
    [
      'a form of one word',
      'The council signed a revised agreement on the pier.',
      'The council signed a revising agreement on the pier.',
    ],
    [
      'a time',
      'The council signed the agreement on the pier yesterday evening.',
      'The council signed the agreement on the pier Monday evening.',
    ],
    [
      'a title',
      'The council asked Senator Orla Venn about the ferry agreement.',
      'The council asked former Senator Orla Venn about the ferry agreement.',
    ],
    [
      'quoted words',
      'The mayor said: “The council signed a bold agreement on the pier.”',
      'The mayor said: “The council signed a shabby agreement on the pier.”',
    ],
  ])('that differ by %s are none', async (_, first, second) => {
    expect(found(await report(first, second))).toEqual([])
  })
})
