/** What is denied, or is the content of somebody's claim, is told as no report's own side. */
import { describe, expect, it } from 'vitest'
import { twoReports } from './two-reports.js'

async function contradictions(one: string, other: string): Promise<number> {
  const { findings } = await twoReports(one, other)
  return findings.filter(({ detail }) => detail.type === 'polarity').length
}

describe('who denies a thing', () => {
  const paid = 'The mayor said that her office had paid the contractor.'

  it('contradicts who says that it is so', async () => {
    expect(await contradictions(paid, 'The mayor denied that her office had paid the contractor.')).toBe(1)
  })

  it('contradicts nobody who says that it is not so', async () => {
    const not = 'The mayor said that her office had not paid the contractor.'
    expect(await contradictions(not, 'The mayor denied that her office had paid the contractor.')).toBe(0)
  })

  it('contradicts nobody who tells of claims', async () => {
    const claims = 'The mayor rejected claims that her office had paid the contractor.'
    expect(await contradictions(claims, 'The mayor denied that her office had paid the contractor.')).toBe(0)
  })
})

describe('whom a thing was not done to', () => {
  it.each([
    ['another', 'Unlike Mira Dahl, Jon Falk was not signed for the second tour of the choir.'],
    ['one of several', 'Jon Falk was not signed for the second tour of the choir.'],
  ])('contradicts nobody who says it of %s', async (_name, denied) => {
    const signed = 'Mira Dahl was signed for the second tour of the choir.'
    expect(await contradictions(signed, denied)).toBe(0)
  })

  it('contradicts who says it of the same', async () => {
    const signed = 'Jon Falk was signed for the second tour of the choir.'
    expect(await contradictions(signed, 'Jon Falk was not signed for the second tour of the choir.')).toBe(1)
  })
})

describe('who did not do a thing', () => {
  it('leaves open that it was done', async () => {
    const sent = 'The photo was sent to a student from the account of Jon Falk.'
    const denied = 'Jon Falk did not send the photo to a student from the account.'
    expect(await contradictions(sent, denied)).toBe(0)
  })

  it('contradicts who says that he or she did it', async () => {
    const sent = 'Jon Falk sent the photo to a student from the account.'
    const denied = 'Jon Falk did not send the photo to a student from the account.'
    expect(await contradictions(sent, denied)).toBe(1)
  })
})
