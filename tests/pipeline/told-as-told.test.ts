/** Whole comparisons of small texts: what is said to be told by all, or by two, is what each of them tells. */
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/model/report.js'
import { compareAll, compareSample, readText } from '../support/event.js'

async function compared(...texts: readonly string[]): Promise<Report> {
  const named = texts.map((text, at) => readText(`report-${at}.txt`, text))
  return compareAll(await Promise.all(named))
}

const toldByAll = ({ agreement = [] }: Report): readonly string[] => agreement.map(({ label }) => label)

/** The labels of rows that both reports tell. */
const rowsOfBoth = ({ claims }: Report): readonly string[] =>
  claims
    .filter(({ cells }) =>
      Object.values(cells).every((cell) => cell.state === 'present' && cell.perhaps !== true),
    )
    .map(({ label }) => label)

describe('what all tell', () => {
  it('is no statement that a report makes under a condition', async () => {
    const report = await compared(
      `Union weighs strike\n\nThe teachers' union will strike on Thursday if the ministry refuses to raise wages. Union leader Peter Ashgrove announced the decision at a rally in Dorvik. About 40,000 teachers work in the city.`,
      `Teachers to strike\n\nAt a rally in Dorvik its leader, Peter Ashgrove, told the crowd of what lies ahead. The teachers' union will strike on Thursday. Parents are asked to keep pupils at home. About 40,000 teachers work in the city.`,
    )
    expect(toldByAll(report)).toEqual(['About 40,000 teachers work in the city'])
  })

  it('has its verb in each report: what is found was not only searched for', async () => {
    const report = await compared(
      `Pilot missing after crash\n\nA small plane crashed near Corvin on Saturday. Rescuers searched for pilot Ed Lamb. The plane belonged to Blue Air. Sheriff Ana Ruiz said fog made the search hard.`,
      `Blue Air says plane was old\n\nA small plane crashed near Corvin on Saturday. Rescuers found the body of pilot Ed Lamb. Blue Air said that the plane was 40 years old. Sheriff Ana Ruiz said that the search was over.`,
    )
    expect(toldByAll(report).filter((words) => !words.startsWith('A small plane'))).toEqual([])
  })

  it('is a quotation as far as all print it, up to a stop, with who said it', async () => {
    const words = 'The harbour should open its books to the council, beginning with the crane contract'
    const report = await compared(
      `Stone on the harbour\n\n“${words}, which has cost us dearly,” Alderman Vera Stone said on Monday. The harbour did not answer.`,
      `Harbour asked for books\n\n“Let me be plain. ${words}, which had cost us far too much,” said Vera Stone. The council meets again in May.`,
      `Council and cranes\n\nAlderman Stone told the radio: “${words}.” A crane fell at the harbour last year.`,
    )
    expect(toldByAll(report)).toEqual([`Vera Stone: “${words}”`])
  })

  it('is no quotation that one report gives to another, or cut where its condition or its “but” stands', async () => {
    const words = 'The harbour will pay for all of the damage at the pier'
    const told = async (...ends: readonly string[]): Promise<readonly string[]> =>
      toldByAll(
        await compared(
          ...ends.map(
            (end, at) => `Pier ${at} hit by ship\n\nA ship hit the pier on Monday. “${words}${end}`,
          ),
        ),
      ).filter((line) => line.includes('damage'))
    const stone = ',” Vera Stone said.'
    expect(await told(stone, stone)).toEqual([`Vera Stone: “${words}”`])
    expect(await told(stone, ',” Peter Ashgrove said.')).toEqual([])
    expect(await told(stone, ', if the council lends it the money,” Vera Stone said.')).toEqual([])
    expect(await told(stone, ', but not this year,” Vera Stone said.')).toEqual([])
  })

  it('is what each report says happened, without what one alone adds of when and where', async () => {
    const report = await compared(
      `Baker in court\n\nTom Lind, a baker of Corvin, pleaded guilty on Friday to selling stale bread. He was fined 300 crowns.`,
      `Stale bread\n\nOn Friday the baker Tom Lind pleaded guilty before a judge in Dorvik. His shop is closed.`,
      `Bread, again\n\nDORVIK — Lind pleaded guilty on Friday after a long trial. The guild of bakers was silent.`,
    )
    expect(toldByAll(report)).toEqual([expect.stringMatching(/^(?:Tom )?Lind pleaded guilty on Friday$/u)])
  })

  it('is nothing that one denies, tells of another, or credits to somebody', async () => {
    const rest = [
      'It burned in 2019, and the river took the wheel. Nobody has worked there since.',
      'Children of Dorvik play between its walls. The town wants a park on the bank of the river.',
    ]
    const told = async (...texts: readonly string[]): Promise<readonly string[]> =>
      toldByAll(await compared(...texts.map((text, at) => `Old mill\n\n${text} ${rest[at] ?? ''}`)))
    const sold = 'Mayor Ana Lind sold the old mill to a bank.'
    expect(await told(sold, sold)).toEqual(['Mayor Ana Lind sold the old mill to a bank'])
    expect(await told(sold, 'Mayor Ana Lind reportedly sold the old mill to a bank.')).toEqual([])
    expect(await told(sold, 'Mayor Ana Lind never sold the old mill to a bank.')).toEqual([])
    expect(await told(sold, 'A bank sold the old mill to Mayor Ana Lind.')).toEqual([])
    expect(await told(sold, 'Peter Ashgrove said that Mayor Ana Lind sold the old mill to a bank.')).toEqual(
      [],
    )
  })
})

describe('a row', () => {
  it('does not hold what two people do to each other', async () => {
    const report = await compared(
      `Gorman and Velk trade insults\n\nPresident Paul Gorman called Sergio Velk a failed leader in a speech on Monday. Velk fired back at Gorman in an interview with the radio. The two men have quarrelled for years.`,
      `Gorman fires back at Velk\n\nFormer president Sergio Velk called Paul Gorman a clown on Monday. Gorman fired back at Velk in an interview with the radio. The two men have quarrelled for years.`,
    )
    expect(rowsOfBoth(report).filter((label) => /fired|called/u.test(label))).toEqual([])
  })
})

describe('two numbers', () => {
  it('of two parties are no contradiction', async () => {
    const vote = 'The Senate will vote on Friday. Senator Ed Marsh wrote the bill.'
    const report = await compared(
      `Senate stalls bill\n\nThe bill may fail, since the Republicans need 41 votes to block it. ${vote}`,
      `Senate to vote on water\n\nThe bill may pass, since the Democrats need 60 votes to pass it. ${vote}`,
    )
    expect(report.findings.filter(({ kind }) => kind === 'conflict')).toEqual([])
  })
})

describe('a quotation', () => {
  it('of which one report leaves out the sentence with the condition is shown with it', async () => {
    const end = 'The talks are over and nobody in this town will thank him for them'
    const report = await compared(
      `Mayor warned\n\n“The mayor takes a great risk with these talks. If he gives way, it will cost him dearly. He will be called a coward by those who chose him. ${end},” union leader Peter Ashgrove said on Monday. The mayor did not answer.`,
      `Ashgrove on the talks\n\n“The mayor takes a great risk with these talks. He will be called a coward by those who chose him. ${end},” union leader Peter Ashgrove told the radio. The mayor did not answer.`,
    )
    const [found] = report.findings.filter(
      ({ id, kind }) => kind === 'quote-shortened' && report.front?.includes(id),
    )
    expect(found?.answers?.map(({ text }) => text)).toEqual([
      'If he gives way, it will cost him dearly. He will be called a coward by those who chose him',
      'He will be called a coward by those who chose him',
    ])
  })
})

describe('a question', () => {
  it('is asked of who agreed, where one report tells to what and another that nobody did', async () => {
    const report = await compareSample('harbour-accord')
    const [found] = report.findings.filter(({ detail: { type } }) => type === 'polarity')
    expect(found?.question).toBe('Did the two sides agree to put the question to an arbitrator?')
    expect(found?.answers?.map(({ articles }) => articles.length)).toEqual([4, 1])
    expect(report.front).toContain(found?.id)
  })
})
