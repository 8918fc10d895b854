/** The versions of a quotation in a row, of reports read and compared whole. */
import { describe, expect, it } from 'vitest'
import { labelArticles } from '../../src/print/labels.js'
import { partingOf, wordsOf } from '../../src/print/differences.js'
import { compareAll, readText } from '../support/event.js'

const leads = [
  'The council of Dorn closed the bridge over the river to lorries on Monday. Drivers had waited since dawn, and the market stayed empty.',
  'Lorries may not cross the river at Dorn any more, its council ruled on Monday, after cracks were found in two piers.',
  'A bridge that carries a third of the freight of Dorn is shut to lorries. The ruling of the council, on Monday, took hauliers by surprise.',
]

async function reportOf(...told: readonly string[]) {
  const articles = await Promise.all(
    told.map((words, at) =>
      readText(`${'abc'.charAt(at)}.txt`, `Bridge of Dorn closed\n\n${leads[at] ?? ''}\n\n${words}`),
    ),
  )
  return compareAll(articles)
}

async function answers(...told: readonly string[]): Promise<readonly string[]> {
  const report = await reportOf(...told)
  const labels = labelArticles(report)
  const [altered] = report.findings.filter(({ kind }) => kind === 'quote-altered')
  if (!altered) throw new Error('No version was held to be altered.')
  return partingOf(report, labels, altered).answers.map(
    (one) => `${wordsOf(one)}: ${labels.letters(one.articles)}`,
  )
}

const enduring = '“The bridge is a testament to the enduring friendship of our two harbours,” Mara Sol said.'
const historic = '“The bridge is a testimony to the historic friendship of our two harbours,” Mara Sol said.'

describe('a third report', () => {
  it('stands with the version that it prints word for word', async () => {
    const third =
      'Mara Sol told drivers: “The bridge is a testament to the enduring friendship of our two harbours.”'
    const [first, second] = await answers(enduring, historic, third)
    expect(first).toMatch(/enduring.*: A, C$/u)
    expect(second).toMatch(/historic.*: B$/u)
  })

  it('has its own words where it has the differing ones of a version, and not all of it', async () => {
    const third = 'Mara Sol called the bridge “a testament to an enduring friendship of our two harbours”.'
    const [first, second, own] = await answers(enduring, historic, third)
    expect(first).toMatch(/the enduring.*: A$/u)
    expect(second).toMatch(/historic.*: B$/u)
    expect(own).toMatch(/an enduring friendship.*: C$/u)
  })

  it('has its own words where it prints most of the sentence and neither of the words that differ', async () => {
    const today = 'Mara Sol said: “On Friday I was stopped at the bridge by an officer.”'
    const monday = 'Mara Sol said: “On Monday I was stopped at the bridge by an officer.”'
    const third = 'Mara Sol said: “I was stopped at the bridge by an officer.”'
    expect(await answers(today, monday, third)).toContain('“I was stopped at the bridge by an officer”: C')
  })

  it('tells it in other words where it quotes nothing of it', async () => {
    const third = 'Mara Sol said that the bridge bore witness to how long the two harbours had been friends.'
    expect(await answers(enduring, historic, third)).toContain('in other words: C')
  })

  it('quotes other words where it has those of neither', async () => {
    const third =
      'Mara Sol called the bridge a sign of the friendship “of our two harbours and both our towns”.'
    const found = await answers(enduring, historic, third)
    expect(found.slice(0, 2).join(' ')).not.toMatch(/: [AB], C/u)
    expect(found).toContain('quotes other words: C')
  })
})

describe('words that one report alone prints', () => {
  it('stand with those that both have', async () => {
    const report = await reportOf(
      'Mara Sol called the minister “a reckless gambler with our harbour” and, later on, “a danger to every pier in Dorn”.',
      'Mara Sol called the minister “a reckless gambler with our harbour”.',
    )
    const lines = report.findings
      .filter(({ kind }) => kind === 'quote-shortened')
      .map(({ answers }) => answers?.map(({ text }) => text))
    expect(lines).toEqual([
      [
        'a reckless gambler with our harbour … a danger to every pier in Dorn',
        'a reckless gambler with our harbour',
      ],
    ])
  })
})

describe('the words marked', () => {
  it('are those that another version has not', async () => {
    const rest = 'as long as the council pays for the masons, the divers and all of the stone'
    const report = await reportOf(
      `“The piers can be mended by spring, ${rest},” Mara Sol said.`,
      `“The piers can be mended by autumn, ${rest},” Mara Sol said.`,
      `“The piers can be mended, ${rest},” Mara Sol said.`,
    )
    const [altered] = report.findings.filter(({ kind }) => kind === 'quote-altered')
    if (!altered) throw new Error('No version was held to be altered.')
    const marked = partingOf(report, labelArticles(report), altered).answers.map(({ pieces }) =>
      pieces.flatMap(({ text, differs }) => (differs ? [text] : [])),
    )
    expect(marked.flat().toSorted()).toEqual(['by autumn', 'by spring'])
  })
})

describe('what all tell', () => {
  it('is a quotation that names what it speaks of', async () => {
    const words = '“The council will open the bridge to lorries again in May,” Mara Sol said.'
    const { agreement } = await reportOf(words, words)
    expect(agreement?.map(({ label }) => label)).toContain(
      'Mara Sol: “The council will open the bridge to lorries again in May”',
    )
  })

  it('is none that points back to what is not shown', async () => {
    const words = '“And if we do not get it back by then, we will go to court,” Mara Sol said.'
    const { agreement } = await reportOf(words, words)
    expect(agreement?.filter(({ label }) => label.startsWith('Mara Sol'))).toEqual([])
  })
})
