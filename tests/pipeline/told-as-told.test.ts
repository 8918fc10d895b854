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
    expect(report.front).toContain(found?.id)
  })
})
