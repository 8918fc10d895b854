/** What two texts build on and a third never mentions. */
import { describe, expect, test } from 'vitest'
import { compareAll, readText } from '../support/event.js'
import type { Report } from '../../src/model/report.js'

const one = `Council votes on the bridge

The council voted on Monday to close the old bridge over the Tarn for two years.

Inspectors had found asbestos in girders and pillars, the mayor said. Experts will carry the asbestos of girders and pillars out of town first.`

const other = `Tarn bridge will close

The old bridge over the Tarn will be closed for two years, the council decided on Monday.

Workers had noticed asbestos in the pillars and girders and told the council. Removing the asbestos from girders and pillars costs 4 million crowns.`

const silent = `Bridge over the Tarn to close for two years

The council decided on Monday that the old bridge over the Tarn will close for two years.

Buses will take another road, the mayor said.`

async function report(...texts: readonly string[]): Promise<Report> {
  return compareAll(await Promise.all(texts.map((text, at) => readText(`${'abc'.charAt(at)}.txt`, text))))
}

function themesIn({ findings }: Report) {
  return findings.filter(({ kind }) => kind === 'omitted-theme')
}

describe('a thing that two reports name', () => {
  test('is said to be never mentioned by the third', async () => {
    const found = await report(one, other, silent)
    const [theme] = themesIn(found).filter(({ detail }) => detail.referent === 'asbestos')
    const [a, b, c] = found.articles.map(({ id }) => id)
    expect(theme?.question).toBe('Who mentions “asbestos”?')
    expect(theme?.silent).toEqual([c])
    expect(theme?.detail.times).toEqual({ [a ?? '']: 2, [b ?? '']: 2 })
    for (const { article, start, end } of theme?.evidence ?? [])
      expect(found.articles.find(({ id }) => id === article)?.text.slice(start, end)).toMatch(/asbestos/iu)
  })

  test('is shown where the whole name is printed, not where its last part is another’s', async () => {
    const named = (text: string): string =>
      `${text}\n\nThe Orsund family quarry supplied the stone a century ago, the archive says. Senator Hanna Orsund had asked for the closure since last spring.`
    const found = await report(named(one), named(other), silent)
    const [theme] = themesIn(found).filter(({ detail }) => detail.referent === 'Hanna Orsund')
    const shown = (theme?.evidence ?? []).map(({ article, start, end }) =>
      found.articles.find(({ id }) => id === article)?.text.slice(start, end),
    )
    expect(shown.length).toBeGreaterThan(0)
    for (const words of shown) expect(words).toContain('Hanna Orsund')
  })

  test.each([
    [
      'where somebody is from',
      'Dora Lund of Ashvale praised the stone of the old arches.',
      'An Ashvale mason had praised the stone of the old arches.',
    ],
    [
      'a town that something lies near',
      'The stone of the old arches comes from pits north of Ashvale.',
      'The stone of the old arches was cut outside Ashvale.',
    ],
    [
      'part of a longer name',
      'The Ashvale Observer printed plans of the old arches.',
      'A reporter of the Ashvale Observer had seen plans of the old arches.',
    ],
  ])('is no theme as %s', async (_, first, second) => {
    const found = await report(`${one}\n\n${first}`, `${other}\n\n${second}`, silent)
    expect(themesIn(found).map(({ detail }) => detail.referent)).not.toContain('Ashvale')
  })

  test('is a theme as a town where things happen', async () => {
    const found = await report(
      `${one}\n\nAshvale will lose its only road over the river and wants a ferry instead.`,
      `${other}\n\nA ferry shall carry people from Ashvale over the river, since Ashvale loses its only road.`,
      silent,
    )
    expect(themesIn(found).map(({ detail }) => detail.referent)).toContain('Ashvale')
  })

  test('is no theme where the third has it in another form', async () => {
    const named = silent.replace('Buses', 'Because of the asbestos buses')
    const found = await report(one, other, named)
    expect(themesIn(found).map(({ detail }) => detail.referent)).not.toContain('asbestos')
  })

  test.each([
    ['Senate Republicans', 'Some Republicans voted against it.'],
    ['Senate Republicans', 'Hanna Orsund, R-Ohio, voted against it.'],
  ])('is no theme where the third has the head of %s: %s', async (group, words) => {
    const named = (text: string): string =>
      `${text}\n\nThe ${group} of the upper chamber worried inspectors and experts. Inspectors and experts had warned of ${group} since spring.`
    const referents = async (third: string): Promise<readonly (string | undefined)[]> =>
      themesIn(await report(named(one), named(other), third)).map(({ detail }) => detail.referent)
    expect(await referents(silent)).toContain(group)
    expect(await referents(`${silent}\n\n${words}`)).not.toContain(group)
  })

  test('is no theme where the third was not read whole', async () => {
    const texts = await Promise.all(
      [one, other, silent].map((text, at) => readText(`${'abc'.charAt(at)}.txt`, text)),
    )
    const cut = texts.map((article, at) =>
      at === 2
        ? { ...article, completeness: { state: 'truncated' as const, reasons: ['cut-off' as const] } }
        : article,
    )
    expect(themesIn(compareAll(cut))).toEqual([])
  })
})

describe('what a theme is called', () => {
  /** The last paragraphs of the two that tell, in place of what they say of asbestos. */
  async function named(first: string, second: string): Promise<readonly (string | undefined)[]> {
    const texts = [withLast(one, first), withLast(other, second), silent]
    return themesIn(await report(...texts)).map(({ detail }) => detail.referent)
  }
  const withLast = (text: string, words: string): string =>
    [...text.split('\n\n').slice(0, 2), words].join('\n\n')

  test('the phrase, where every report that tells has all of it', async () => {
    expect(
      await named(
        'Inspectors with masks counted asbestos fibres in girders and pillars last week.',
        'Divers brought asbestos fibres from girders and pillars to the laboratory.',
      ),
    ).toEqual(['asbestos fibres'])
  })

  test('the word alone, where they have it in different phrases', async () => {
    expect(
      await named(
        'Inspectors with masks counted asbestos fibres in girders and pillars last week.',
        'Divers brought cheap asbestos from girders and pillars to the laboratory.',
      ),
    ).toEqual(['asbestos'])
  })

  test('nothing by a common word that they use of different matters', async () => {
    expect(
      await named(
        'Inspectors with masks counted asbestos fibres in girders and pillars last week.',
        'The senator recalled lawsuits over asbestos in Navy shipyards.',
      ),
    ).toEqual([])
  })

  test('a person by the whole name, also where a report has the last name alone', async () => {
    expect(
      await named(
        'Senator Louise Karrow called the closing a gift to the ferry company.',
        'For Louise Karrow the closing came too late. Karrow had warned the council in March.',
      ),
    ).toEqual(['Louise Karrow'])
  })

  test('nothing by a word that stands in any report, a title, a party’s letter or another outlet', async () => {
    for (const [first, second] of [
      [
        'The people on the left side waited for hours at the river.',
        'On the right side people saw nothing of it.',
      ],
      [
        'Engineer Louise Karrow (D-Nev.) called it a gift.',
        'Peter Ambeck (D-Nev.) said the closing came too late.',
      ],
      ['Karrow told CNN that the closing was late.', 'Divers told CNN of cracks under the bridge.'],
    ] as const)
      expect(await named(first, second)).toEqual([])
  })
})
